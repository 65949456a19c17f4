import fc from "fast-check";
import { describe, expect, it } from "vitest";
import {
  weightedQuantile,
  weightedQuantileError,
} from "../../../../src/math/importance/weighted-quantile.ts";
import { weightedSample } from "../../../../src/math/importance/weighted-sample.ts";
import { expectAbsolute } from "../../../helpers/closeness.ts";

const seed = 20_040_601;
const weight = fc.oneof(fc.integer({ min: 1, max: 9 }), fc.double({ min: 1e-12, max: 1e3, noNaN: true }));
const value = fc.double({ min: -1e3, max: 1e3, noNaN: true });
// Within a rounding of 0 or 1 a probability is no longer the same after the weights are scaled.
const probability = fc.integer({ min: 0, max: 4096 }).map((i) => i / 4096);
const draws = fc.array(fc.tuple(value, weight), { minLength: 1, maxLength: 60 });
const sampleOf = (rows: [number, number][]) =>
  weightedSample(
    rows.map(([x]) => x),
    rows.map(([, w]) => w),
  );

describe("weightedQuantile", () => {
  it("lies within the values, rises with p and ignores the order and scale of the draws", () => {
    fc.assert(
      fc.property(draws, probability, probability, (rows, a, b) => {
        const sample = sampleOf(rows);
        const [low, high] = [Math.min(a, b), Math.max(a, b)].map((p) => weightedQuantile(sample, p)) as [
          number,
          number,
        ];
        const shuffled = sampleOf([...rows].reverse().map(([x, w]) => [x, w * 7]));
        const slack = 1e-9;
        expect(low).toBeGreaterThanOrEqual(sample.values[0]! - slack);
        expect(high).toBeLessThanOrEqual(sample.values.at(-1)! + slack);
        expect(high - low).toBeGreaterThanOrEqual(-slack);
        expect(Math.abs(weightedQuantile(shuffled, a) - weightedQuantile(sample, a))).toBeLessThan(slack);
      }),
      { seed, numRuns: 500 },
    );
  });

  it("is type 7 for equal weights", () => {
    const sample = weightedSample([8, 1, 2, 4], [5, 5, 5, 5]);
    expectAbsolute(
      [0, 0.25, 0.5, 0.9, 1].map((p) => weightedQuantile(sample, p)),
      [1, 1.75, 3, 6.8, 8],
      1e-14,
    );
  });

  it("is exact for equal values, for one draw, and where one draw dominates", () => {
    expect(weightedQuantile(weightedSample([0.1, 0.1, 0.1], [1, 2, 4]), 0.3)).toBe(0.1);
    expect(weightedQuantile(weightedSample([5], [2]), 0.975)).toBe(5);
    expect(weightedQuantile(weightedSample([-3, 5], [1e-30, 2]), 0.025)).toBe(5);
  });

  it("moves no further than a weight does", () => {
    const weights = [1, 2, 3, 2, 1];
    const nudged = [1, 2, 3 + 1e-9, 2, 1];
    for (let p = 0.05; p < 1; p += 0.05) {
      const change =
        weightedQuantile(weightedSample([1, 2, 3, 4, 5], weights), p) -
        weightedQuantile(weightedSample([1, 2, 3, 4, 5], nudged), p);
      expect(Math.abs(change)).toBeLessThan(1e-8);
    }
  });

  it("refuses probabilities outside [0, 1], or its error at the ends", () => {
    const sample = weightedSample([1, 2], [1, 1]);
    for (const p of [-0.1, 1.1, Number.NaN]) {
      expect(() => weightedQuantile(sample, p)).toThrow(RangeError);
      expect(() => weightedQuantileError(sample, p)).toThrow(RangeError);
    }
    expect(() => weightedQuantileError(sample, 0)).toThrow(RangeError);
    expect(() => weightedQuantileError(sample, 1)).toThrow(RangeError);
  });
});
