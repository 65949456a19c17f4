import { describe, expect, it } from "vitest";
import { timesAtPlaces } from "../../../../src/render/interactive/time-at-places.ts";

const day = (x: number, value: number | null, from: number | null = null, to: number | null = null) => ({
  x,
  reading: { title: "Day", value, from, to },
});

describe("timesAtPlaces", () => {
  it("keeps the times of values, and says the middle of bars", () => {
    expect(timesAtPlaces([day(100, 0), day(300, 20), day(250, null, 10, 20), day(200, 10, 5, 20)])).toEqual([
      0, 20, 15, 10,
    ]);
  });

  it("reads off the axis where a bar stands whose end lies beyond the picture", () => {
    expect(timesAtPlaces([day(100, 0), day(300, 20), day(280, null, 10)])).toEqual([0, 20, 18]);
  });

  it("knows no time where panels have axes of their own, or one that is not even", () => {
    expect(timesAtPlaces([day(100, 0), day(300, 20), day(500, 20)])).toEqual([null, null, null]);
    expect(timesAtPlaces([day(0, 1), day(100, 10), day(200, 100)])).toEqual([null, null, null]);
  });

  it("knows the time of a single value, and of values on one day, and none without any", () => {
    expect(timesAtPlaces([day(100, 7)])).toEqual([7]);
    expect(timesAtPlaces([day(100, 7), day(100, 7), day(120, null, 7)])).toEqual([7, 7, null]);
    expect(timesAtPlaces([day(100, null, 7)])).toEqual([null]);
    expect(timesAtPlaces([])).toEqual([]);
  });
});
