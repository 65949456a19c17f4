import { describe, expect, it } from "vitest";
import { normalRangeMean } from "../../../../src/math/distributions/normal-range.ts";
import { studentizedRange } from "../../../../src/math/distributions/studentized-range.ts";
import { expectRelative } from "../../../helpers/closeness.ts";

describe("the mean range of normal values", () => {
  it("is 2/√π for two of them, and 3/√π for three", () => {
    const root = Math.sqrt(Math.PI);
    expectRelative([normalRangeMean(2), normalRangeMean(3)], [2 / root, 3 / root], 1e-13);
  });

  it("is the mean of the studentised range with a known standard deviation", () => {
    for (const n of [2, 5, 10, 100, 1000])
      expect(normalRangeMean(n)).toBe(studentizedRange.mean(n, Infinity));
  });

  it.each([0, 1, 2.5, 1001, Number.NaN])("refuses %d values", (n) => {
    expect(() => normalRangeMean(n)).toThrow(`a whole number in [2, 1000], got ${n}`);
  });
});
