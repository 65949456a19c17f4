import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { effectiveSampleSize } from "../../../../src/math/importance/effective-sample-size.ts";
import {
  fitGeneralizedPareto,
  generalizedParetoQuantile,
} from "../../../../src/math/importance/generalized-pareto.ts";
import { normalizedWeights } from "../../../../src/math/importance/normalized-weights.ts";
import { paretoShapeLimit, paretoSmoothedWeights } from "../../../../src/math/importance/pareto-smoothing.ts";
import { randomStream } from "../../../../src/math/random/random-stream.ts";
import { expectRelative } from "../../../helpers/closeness.ts";

const seed = 20_040_601;
const heavyTail = (n: number, shape: number, index = 0): Float64Array => {
  const stream = randomStream(seed, index);
  return Float64Array.from({ length: n }, () => -shape * Math.log(stream.uniform()));
};

describe("paretoSmoothedWeights", () => {
  it.each([1, 2, 3, 20])("gives %s draws back as they are, with the reason", (n) => {
    const given = heavyTail(n, 0.5);
    const found = paretoSmoothedWeights(given);
    expect(found).toEqual({ logWeights: given, shape: null, shapeUndefined: "too-few-draws", nTail: 0 });
  });

  it("fits a tail of five from 21 draws on", () => {
    expect(paretoSmoothedWeights(heavyTail(21, 0.5)).nTail).toBe(5);
    expect(paretoSmoothedWeights(heavyTail(21, 0.5)).shape).not.toBeNull();
  });

  it("finds nothing to smooth where all weights, or those of the tail, are equal", () => {
    const all = paretoSmoothedWeights(new Float64Array(500).fill(-3));
    expect([all.shape, all.shapeUndefined]).toEqual([null, "equal-weights"]);
    expect(all.logWeights.every((value) => value === -3)).toBe(true);
    const most = paretoSmoothedWeights(Float64Array.from({ length: 500 }, (_, i) => (i < 100 ? -i : 0)));
    expect(most.shapeUndefined).toBe("equal-weights");
  });

  it("refuses a shape where one or a few weights dominate", () => {
    const one = paretoSmoothedWeights(
      Float64Array.from({ length: 500 }, (_, i) => (i === 7 ? 0 : -2000 - i)),
    );
    expect([one.shape, one.shapeUndefined]).toEqual([null, "dominated"]);
    const rest = paretoSmoothedWeights(
      Float64Array.from({ length: 500 }, (_, i) => (i < 3 ? -i : -Infinity)),
    );
    expect([rest.shape, rest.shapeUndefined]).toEqual([null, "dominated"]);
    expect(rest.logWeights[400]).toBe(-Infinity);
  });

  it("gives a shape above 1 to one weight that is larger by far", () => {
    const logWeights = heavyTail(500, 0.1);
    logWeights[7] = 40;
    expect(paretoSmoothedWeights(logWeights).shape!).toBeGreaterThan(0.7);
  });

  it("refuses a shape where the tail is tied", () => {
    const two = paretoSmoothedWeights(Float64Array.from({ length: 500 }, (_, i) => (i < 3 ? 1 : 0)));
    expect([two.shape, two.shapeUndefined]).toEqual([null, "tied-weights"]);
    const levels = paretoSmoothedWeights(
      Float64Array.from({ length: 500 }, (_, i) => (i < 30 ? 1 : i < 33 ? 2 : 0)),
    );
    expect([levels.shape, levels.shapeUndefined]).toEqual([null, "tied-weights"]);
  });

  it("leaves draws tied at the cutoff alone and fits those above it", () => {
    const found = paretoSmoothedWeights(
      Float64Array.from({ length: 500 }, (_, i) => Math.max(i - 480, 0) / 10),
    );
    expect(found.nTail).toBe(19);
    expect(found.shape).not.toBeNull();
    expect(found.logWeights.subarray(0, 481).every((value) => value === 0)).toBe(true);
  });

  it("is unmoved by a shift of the log weights and follows their order", () => {
    fc.assert(
      fc.property(
        fc.array(
          fc.integer({ min: -30_000, max: 30_000 }).map((i) => i / 1024),
          { minLength: 21, maxLength: 300 },
        ),
        fc.integer({ min: -700, max: 700 }),
        (given, shift) => {
          const plain = paretoSmoothedWeights(given);
          const shifted = paretoSmoothedWeights(given.map((value) => value + shift));
          const reversed = paretoSmoothedWeights([...given].reverse());
          const close = (a: number, b: number): boolean => Math.abs(a - b) < 1e-9 * (1 + Math.abs(a));
          if (plain.shape === null) return reversed.shape === null;
          return (
            shifted.shape !== null &&
            close(plain.shape, shifted.shape) &&
            plain.shape === reversed.shape &&
            plain.logWeights.every((value, i) => close(value, shifted.logWeights[i]! - shift))
          );
        },
      ),
      { seed },
    );
  });

  it("never returns NaN, and nothing above the largest weight", () => {
    const weight = fc.oneof(
      fc.double({ min: -1e300, max: 1e300, noNaN: true }),
      fc.integer({ min: -3, max: 3 }),
      fc.constant(-Infinity),
    );
    fc.assert(
      fc.property(
        fc.array(weight, { minLength: 1, maxLength: 200 }),
        fc.integer({ min: -9, max: 9 }),
        (given, one) => {
          const found = paretoSmoothedWeights([...given, one]);
          const largest = Math.max(...given, one);
          return (
            (found.shape === null) !== (found.shapeUndefined === null) &&
            (found.shape === null || Number.isFinite(found.shape)) &&
            found.logWeights.every((value) => value <= largest)
          );
        },
      ),
      { seed },
    );
  });

  it("recovers the shape of a Pareto tail", () => {
    for (const shape of [0.2, 0.5, 0.9]) {
      const found = Array.from(
        { length: 40 },
        (_, i) => paretoSmoothedWeights(heavyTail(4000, shape, i)).shape!,
      );
      const mean = found.reduce((a, b) => a + b) / 40;
      // One k̂ of 190 excesses has a standard error near (1 + k)/√190, and ten prior excesses at ½ draw it in by 5 %.
      expect(Math.abs(mean - (shape * 190 + 5) / 200)).toBeLessThan((4 * (1 + shape)) / Math.sqrt(190 * 40));
    }
  });

  it("steadies the mean weight of a heavy tail", () => {
    // E w = 1/(1 − k) = 5/2 at k = .6, where the weights have no variance.
    const rootMeanSquare = (smooth: boolean): number => {
      let sum = 0;
      for (let i = 0; i < 200; i++) {
        const given = heavyTail(1000, 0.6, i);
        const used = smooth ? paretoSmoothedWeights(given).logWeights : given;
        const mean = used.reduce((total, value) => total + Math.exp(value), 0) / 1000;
        sum += (mean - 2.5) ** 2;
      }
      return Math.sqrt(sum / 200);
    };
    expect(rootMeanSquare(true)).toBeLessThan(0.8 * rootMeanSquare(false));
  });

  it("refuses weights that are not weights", () => {
    expect(() => paretoSmoothedWeights([])).toThrow(RangeError);
    expect(() => paretoSmoothedWeights([0, Number.NaN])).toThrow(/NaN at 1/);
    expect(() => paretoSmoothedWeights([0, Infinity])).toThrow(/Infinity at 1/);
    expect(() => paretoSmoothedWeights([-Infinity, -Infinity])).toThrow(RangeError);
  });
});

describe("paretoShapeLimit", () => {
  it("rises with the number of draws to .7", () => {
    expectRelative([100, 1000, 2200, 1e6].map(paretoShapeLimit), [0.5, 2 / 3, 0.7, 0.7], 1e-3);
    expect(() => paretoShapeLimit(1)).toThrow(RangeError);
    expect(() => paretoShapeLimit(Number.NaN)).toThrow(RangeError);
  });
});

describe("fitGeneralizedPareto", () => {
  it("finds the law its own quantiles come from", () => {
    for (const shape of [-0.5, 0, 0.3, 1.5]) {
      const law = { shape, scale: 2 };
      const n = 2000;
      const x = Float64Array.from({ length: n }, (_, i) => generalizedParetoQuantile((i + 0.5) / n, law));
      const found = fitGeneralizedPareto(x)!;
      expect(Math.abs(found.shape - shape)).toBeLessThan(0.01);
      expect(Math.abs(found.scale - 2)).toBeLessThan(0.03);
    }
  });

  it("scales with the excesses", () => {
    const x = heavyTail(50, 1).map(Math.expm1).sort();
    const found = fitGeneralizedPareto(x)!;
    const scaled = fitGeneralizedPareto(x.map((value) => value * 1e-9))!;
    expectRelative([scaled.shape, scaled.scale * 1e9], [found.shape, found.scale], 1e-10);
  });

  it("refuses too few excesses, or such as are not ascending and positive", () => {
    expect(() => fitGeneralizedPareto(Float64Array.of(1, 2, 3, 4))).toThrow(/at least 5/);
    expect(() => fitGeneralizedPareto(Float64Array.of(0, 1, 2, 3, 4))).toThrow(/0 at 0/);
    expect(() => fitGeneralizedPareto(Float64Array.of(1, 3, 2, 4, 5))).toThrow(/2 at 2/);
    expect(() => fitGeneralizedPareto(Float64Array.of(1, 2, 3, 4, Number.NaN))).toThrow(RangeError);
  });
});

describe("effectiveSampleSize and normalizedWeights", () => {
  it("run from 1 for one dominating weight to n for equal ones", () => {
    expect(effectiveSampleSize([2, 2, 2])).toBeCloseTo(3, 14);
    expect(effectiveSampleSize([0, 5, 0])).toBe(1);
    expect(effectiveSampleSize(normalizedWeights([0, -2000]))).toBe(1);
    expect(effectiveSampleSize([1, 3])).toBeCloseTo(1.6, 14);
  });

  it("give weights that add to 1 whatever the scale", () => {
    for (const shift of [-1e5, 0, 1e5]) {
      expectRelative(normalizedWeights([shift, shift + Math.log(3), -Infinity]), [0.25, 0.75, 0], 1e-10);
    }
  });

  it("refuse what is not a weight", () => {
    expect(() => normalizedWeights([Number.NaN])).toThrow(RangeError);
    expect(() => normalizedWeights([])).toThrow(RangeError);
    for (const weights of [[], [0, 0], [-1, 2], [Number.NaN], [Infinity]]) {
      expect(() => effectiveSampleSize(weights)).toThrow(RangeError);
    }
  });
});
