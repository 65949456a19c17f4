import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { mean } from "../../../../src/math/descriptive/mean.ts";
import {
  median,
  medianAbsoluteDeviation,
  sampleQuantile,
  sortedQuantile,
} from "../../../../src/math/descriptive/sample-quantile.ts";
import { sampleStandardDeviation, sampleVariance } from "../../../../src/math/descriptive/sample-variance.ts";
import { sum } from "../../../../src/math/descriptive/sum.ts";
import { expectRelative } from "../../../helpers/closeness.ts";

const seed = 20_040_601;
/** Sum of whole numbers times 2⁻²⁰, exactly. */
const exactSum = (whole: bigint[]): number => Number(whole.reduce((a, b) => a + b, 0n)) / 2 ** 20;

describe("sum", () => {
  it("is right where a plain sum loses everything", () => {
    expect(sum([1, 1e100, 1, -1e100])).toBe(2);
    expect(sum(Float64Array.of(1e16, 1, -1e16))).toBe(1);
    expect(sum([])).toBe(0);
  });

  it("is within a rounding of the exact sum", () => {
    fc.assert(
      fc.property(fc.array(fc.bigInt({ min: -(2n ** 53n), max: 2n ** 53n })), (whole) => {
        const exact = exactSum(whole);
        const found = sum(whole.map((w) => Number(w) / 2 ** 20));
        expect(Math.abs(found - exact)).toBeLessThanOrEqual(2 ** -52 * Math.abs(exact));
      }),
      { seed },
    );
  });

  it("does not overflow on the way, only at the end", () => {
    expect(sum([1e308, 1e308, -1e308])).toBeCloseTo(1e308, -295);
    expect(sum([-1.7e308, 1.7e308, 1e308])).toBeCloseTo(1e308, -295);
    expect(sum([1e308, 1e308])).toBe(Infinity);
  });
});

describe("mean", () => {
  it("is exact where all values are equal", () => {
    fc.assert(
      fc.property(
        fc.double({ noNaN: true, noDefaultInfinity: true }),
        fc.integer({ min: 1, max: 50 }),
        (x, n) => {
          // Below 1e-290 the deviations from a first mean are no longer exact.
          if (Math.abs(x) > 1e-290) expect(mean(new Array(n).fill(x))).toBe(x);
        },
      ),
      { seed },
    );
  });

  it("takes one value, large values and typed arrays", () => {
    expect(mean([-7])).toBe(-7);
    expect(mean([1.5e308, 1.6e308])).toBeCloseTo(1.55e308, -295);
    expect(mean([-1.7e308, 1.7e308, -1.6e308, 1.6e308])).toBe(0);
    expect(mean(Float64Array.of(1, 2, 6))).toBe(3);
  });
});

describe("sampleVariance and sampleStandardDeviation", () => {
  it("have no answer for one value, and 0 for equal ones", () => {
    expect([sampleVariance([3]), sampleStandardDeviation([3])]).toEqual([null, null]);
    for (const n of [2, 3, 10, 49]) {
      expect([
        sampleVariance(new Array(n).fill(0.1)),
        sampleStandardDeviation(new Array(n).fill(0.1)),
      ]).toEqual([0, 0]);
    }
  });

  it("keep their digits beside a large mean (NIST's NumAcc2 and NumAcc4)", () => {
    const numAcc = (center: number, n: number) => [
      center,
      ...Array.from({ length: n }, (_, i) => center + (i % 2 ? 0.1 : -0.1)),
    ];
    expectRelative([sampleStandardDeviation(numAcc(1.2, 1000))!], [0.1], 1e-14);
    // The data themselves are rounded to 1e-9 at ten million: 8 digits of the deviation can be had.
    expectRelative([sampleStandardDeviation(numAcc(10_000_000.2, 1000))!], [0.1], 1e-8);
    expectRelative([sampleVariance([1e9 + 1, 1e9 + 2, 1e9 + 6])!], [7], 1e-15);
  });

  it("agree, and scale with the values", () => {
    const x = [3, 1, 4, 1, 5, 9, 2, 6];
    expectRelative([sampleStandardDeviation(x)! ** 2], [sampleVariance(x)!], 1e-15);
    for (const scale of [1e-200, 1e200, -1e307]) {
      const scaled = sampleStandardDeviation(x.map((v) => v * scale))!;
      expectRelative([scaled / Math.abs(scale)], [sampleStandardDeviation(x)!], 1e-14);
    }
    expect(() => sampleVariance([1e200, -1e200])).toThrow(/squares/);
  });
});

describe("sampleQuantile, median and medianAbsoluteDeviation", () => {
  it("are type 7, in any order, without touching the values", () => {
    // R 4.2.2: quantile(c(8, 1, 2, 4, 16), c(0, .1, .5, .95, 1))
    const x = Object.freeze([8, 1, 2, 4, 16]);
    const p = [0, 0.1, 0.5, 0.95, 1];
    expectRelative(
      p.map((q) => sampleQuantile(x, q)),
      [1, 1.4, 4, 14.4, 16],
      1e-15,
    );
    expectRelative(
      p.map((q) => sortedQuantile(Float64Array.of(1, 2, 4, 8, 16), q)),
      [1, 1.4, 4, 14.4, 16],
      1e-15,
    );
    expect(median([4, 1, 2, 3])).toBe(2.5);
    expect(medianAbsoluteDeviation([1, 1, 2, 2, 4, 6, 9])).toBe(1);
  });

  it("sort by value, not by text, and take one value", () => {
    expect(median([10, 9, -100])).toBe(9);
    expect([sampleQuantile([5], 0.3), median([5]), medianAbsoluteDeviation([5])]).toEqual([5, 5, 0]);
  });

  it("refuse probabilities outside [0, 1]", () => {
    for (const p of [-0.1, 1.1, Number.NaN]) {
      expect(() => sampleQuantile([1, 2], p)).toThrow(/probability/);
      expect(() => sortedQuantile([1, 2], p)).toThrow(/probability/);
    }
    expect(() => sortedQuantile([], 0.5)).toThrow(RangeError);
  });
});

describe("every summary", () => {
  const summaries: [string, (values: number[]) => unknown][] = [
    ["mean", mean],
    ["sampleVariance", sampleVariance],
    ["sampleStandardDeviation", sampleStandardDeviation],
    ["sampleQuantile", (values) => sampleQuantile(values, 0.5)],
    ["median", median],
    ["medianAbsoluteDeviation", medianAbsoluteDeviation],
  ];

  it.each([...summaries, ["sum", sum] as const])("%s refuses NaN and infinities by name", (name, summary) => {
    for (const wrong of [Number.NaN, Infinity, -Infinity]) {
      expect(() => summary([1, wrong])).toThrow(
        new RangeError(`${name} needs finite values, got ${wrong} at 1`),
      );
    }
  });

  it.each(summaries)("%s refuses an empty sample", (name, summary) => {
    expect(() => summary([])).toThrow(new RangeError(`${name} needs at least 1 value, got 0`));
  });
});
