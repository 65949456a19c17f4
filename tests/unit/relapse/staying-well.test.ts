import { describe, expect, it } from "vitest";
import { kaplanMeier, stayingWell, turnbull } from "../../../src/relapse/index.ts";
import { censoredRows, spanRows } from "../../helpers/relapse-rows.ts";

const curve = kaplanMeier(censoredRows([10, 20, 30, 40], [1, 1, 0, 0]));
const boxes = turnbull(spanRows([10, 20], [30, 40], [50, null]));

describe("the probability of staying well, read off a nonparametric curve", () => {
  it("is that of the last step, with its limits", () => {
    const [row] = stayingWell(curve, [25]);
    const point = curve.survival.find(({ time }) => time === 20)!;
    expect(row).toMatchObject({
      parameter: "stayingWell25",
      label: "Probability of staying well for 25 days",
      unit: "fraction",
      estimate: point.survival,
      lower: point.lower,
      upper: point.upper,
      method: "log-log",
      bound: "closed",
    });
  });

  it("has no limits while all are still well: that is no certainty", () => {
    expect(stayingWell(curve, [5])[0]).toMatchObject({
      estimate: 1,
      lower: null,
      upper: null,
      bound: "open",
    });
  });

  it("is not known after the last time seen, unless nobody is left", () => {
    expect(stayingWell(curve, [41])[0]!.estimate).toBeNull();
    expect(stayingWell(kaplanMeier(censoredRows([10, 20], [1, 1])), [41])[0]!.estimate).toBe(0);
  });

  it("is told by its lowest and its highest value within one of Turnbull's intervals", () => {
    const rows = stayingWell(boxes, [15]);
    expect(rows.map(({ parameter }) => parameter)).toEqual([
      "stayingWell15",
      "stayingWell15Lowest",
      "stayingWell15Highest",
    ]);
    expect(rows.map(({ estimate }) => estimate)).toEqual([null, expect.closeTo(2 / 3, 9), 1]);
  });

  it("is one value between and at the ends of Turnbull's intervals", () => {
    for (const time of [20, 25, 30])
      expect(stayingWell(boxes, [time]).map(({ estimate }) => estimate)).toEqual([expect.closeTo(2 / 3, 9)]);
  });

  it("is anything down to 0 within an interval without an end", () => {
    const [, lowest, highest] = stayingWell(boxes, [60]);
    expect([lowest!.estimate, highest!.estimate]).toEqual([expect.closeTo(0, 9), expect.closeTo(1 / 3, 9)]);
  });

  it.each([0, -1, Number.NaN, Number.POSITIVE_INFINITY])("refuses the time %s", (time) => {
    expect(() => stayingWell(curve, [time])).toThrow(RangeError);
  });
});
