import { describe, expect, it } from "vitest";
import { crossingTime } from "../../../../src/relapse/nonparametric/crossing-time.ts";
import { productLimit } from "../../../../src/relapse/nonparametric/product-limit.ts";
import {
  bridgeCriticalValue,
  bridgeStaysWithin,
} from "../../../../src/relapse/nonparametric/survival-bands/bridge-supremum.ts";
import {
  standardizedBridgeCriticalValue,
  standardizedBridgeStaysWithin,
} from "../../../../src/relapse/nonparametric/survival-bands/standardized-bridge-supremum.ts";
import { innermostIntervals } from "../../../../src/relapse/nonparametric/turnbull/innermost-intervals.ts";
import { orderedQuantiles, timeQuantileName } from "../../../../src/relapse/time-quantile.ts";

describe("documented examples of the nonparametric room", () => {
  it("hold to the digits shown", () => {
    expect(bridgeStaysWithin(1.3581, 0, 1)).toBeCloseTo(0.95, 5);
    expect(bridgeCriticalValue(0.95, 0, 1)).toBeCloseTo(1.3581, 4);
    expect(standardizedBridgeStaysWithin(1.96, 0.4, 0.6)).toBeCloseTo(0.8165, 4);
    expect(standardizedBridgeCriticalValue(0.95, 0.15, 0.85)).toBeCloseTo(2.9769, 4);
    expect(crossingTime([2, 5, 9], [0.75, 0.5, 0.25], 0.5)).toBe(7);
    expect(timeQuantileName(0.25).label).toBe("Time by which 25 % of courses have relapsed");
    const spans = [
      { lower: 3, upper: 3, patient: 0 },
      { lower: 5, upper: Infinity, patient: 1 },
    ];
    expect(productLimit(spans)[0]!.survival).toBe(0.5);
    const overlapping = [
      { lower: 2, upper: 6 },
      { lower: 4, upper: 9 },
    ];
    expect(innermostIntervals(overlapping).intervals).toEqual([{ lower: 4, upper: 6 }]);
  });
});

describe("the time at which a curve comes down to a level", () => {
  it("passes over what is undefined, and is null where the curve stays above", () => {
    expect(crossingTime([1, 2, 3], [null, 0.6, 0.4], 0.5)).toBe(3);
    expect(crossingTime([1, 2, 3], [null, 0.7, 0.6], 0.5)).toBeNull();
    expect(crossingTime([], [], 0.5)).toBeNull();
  });

  it("is halfway to the last time known where the last step lies at the level, unless that end is undefined", () => {
    expect(crossingTime([1, 2, 8], [0.75, 0.5, 0.5], 0.5)).toBe(5);
    expect(crossingTime([1, 2, 8], [0.75, 0.5, null], 0.5)).toBeNull();
  });

  it("is the first passage of limits that rise again", () => {
    expect(crossingTime([1, 2, 3], [0.7, 0.4, 0.6], 0.5)).toBe(2);
  });
});

describe("the quantiles asked for", () => {
  it("come once each, the median first where it is among them", () => {
    expect(orderedQuantiles([0.9, 0.5, 0.9])).toEqual([0.5, 0.9]);
    expect(orderedQuantiles([0.9])).toEqual([0.9]);
    expect(timeQuantileName(0.5).parameter).toBe("median");
    expect(timeQuantileName(0.145).label).toBe("Time by which 14.5 % of courses have relapsed");
  });
});
