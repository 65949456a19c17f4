import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { sortedOrder } from "../../../../src/math/importance/sorted-order.ts";
import { weightedMean } from "../../../../src/math/importance/weighted-mean.ts";
import { weightedQuantile } from "../../../../src/math/importance/weighted-quantile.ts";
import { weightedSample } from "../../../../src/math/importance/weighted-sample.ts";
import { expectRelative } from "../../../helpers/closeness.ts";

const seed = 20_040_601;

describe("sortedOrder", () => {
  it("sorts as a stable comparison does, with infinities and both zeros", () => {
    const any = fc.oneof(fc.double({ noNaN: true }), fc.constantFrom(0, -0, 1, 1, Infinity, -Infinity));
    fc.assert(
      fc.property(fc.array(any, { maxLength: 100 }), (values) => {
        const rank = (x: number): number => (Object.is(x, -0) ? -5e-324 / 2 : x);
        const before = (a: number, b: number): number =>
          rank(a) < rank(b) || (Object.is(a, -0) && Object.is(b, 0))
            ? -1
            : a > b || (Object.is(a, 0) && Object.is(b, -0))
              ? 1
              : 0;
        const expected = values.map((_, i) => i).sort((i, j) => before(values[i]!, values[j]!));
        expect(Array.from(sortedOrder(values))).toEqual(expected);
      }),
      { seed },
    );
  });
});

describe("sortedOrder of numbers that differ in their last bits", () => {
  it("sorts them, too, and keeps equal ones in order", () => {
    const steps = [5, 1, 3, 1, 0, 4, 3];
    for (const base of [1, -1, 1e-300, -1e300]) {
      const values = steps.map((step) => base * (1 + step * Number.EPSILON));
      const expected = steps.map((_, i) => i).sort((i, j) => values[i]! - values[j]!);
      expect(Array.from(sortedOrder(values))).toEqual(expected);
    }
  });
});

describe("weightedSample", () => {
  it("leaves out draws of weight 0 without reading them", () => {
    const sample = weightedSample([3, Number.NaN, 1], [1, 0, 3]);
    expect(sample.values).toEqual(Float64Array.of(1, 3));
    expect(sample.cumulative).toEqual(Float64Array.of(0.75, 1));
    expect(weightedQuantile(sample, 0.2)).toBeLessThan(3);
  });

  it("refuses different lengths, wrong weights and values in use that are not finite", () => {
    expect(() => weightedSample([1], [1, 2])).toThrow(/2 and 1/);
    expect(() => weightedSample([], [])).toThrow(RangeError);
    expect(() => weightedSample([1, 2], [0, 0])).toThrow(RangeError);
    expect(() => weightedSample([1, 2], [1, -1])).toThrow(/-1 at 1/);
    expect(() => weightedSample([1, 2], [1, Number.NaN])).toThrow(RangeError);
    expect(() => weightedSample([1, Infinity], [1, 1])).toThrow(/Infinity at 1/);
  });
});

describe("weightedMean", () => {
  it("is the plain mean, deviation and error of whole-number weights written out", () => {
    const { mean, standardDeviation, monteCarloError } = weightedMean(
      weightedSample([1, 2, 4, 9], [1, 1, 1, 1]),
    );
    expectRelative(
      [mean, standardDeviation!, monteCarloError!],
      [4, Math.sqrt(38 / 3), Math.sqrt(38) / 4],
      1e-15,
    );
  });

  it("is exact for equal values and says nothing of spread for one draw", () => {
    expect(weightedMean(weightedSample([0.1, 0.1, 0.1], [1, 2, 4]))).toEqual({
      mean: 0.1,
      standardDeviation: 0,
      monteCarloError: 0,
    });
    expect(weightedMean(weightedSample([7, 3], [1, 0]))).toEqual({
      mean: 7,
      standardDeviation: null,
      monteCarloError: null,
    });
  });

  it("takes two and three draws", () => {
    expectRelative(
      [weightedMean(weightedSample([0, 1], [1, 1])).monteCarloError!],
      [Math.sqrt(1 / 8)],
      1e-15,
    );
    expect(weightedMean(weightedSample([0, 1, 2], [1, 1e-300, 1e-300])).mean).toBe(0);
  });
});
