import { describe, expect, it } from "vitest";
import { sampleStandardDeviation } from "../../../../src/math/descriptive/sample-variance.ts";
import { bootstrap } from "../../../../src/math/resampling/bootstrap.ts";
import { sampleMean } from "../../../../src/math/resampling/sample-mean.ts";
import { expectAbsolute } from "../../../helpers/closeness.ts";

const scores = [73, 80, 66, 90, 58];
const meanError = (values: Float64Array): number =>
  sampleStandardDeviation(values)! / Math.sqrt(values.length);

describe("bootstrap", () => {
  it("gives the estimate, and as many replicates as asked for, ascending", () => {
    const found = bootstrap(scores, sampleMean, { nResamples: 500, seed: 1 });
    expect(found.estimate).toBe(73.4);
    expect(Array.from(found.values)).toEqual(scores);
    expect(found.replicates.length).toBe(500);
    expect(found.replicates).toEqual(found.replicates.slice().sort());
    expect([found.standardError, found.studentized]).toEqual([null, null]);
  });

  it("takes 9,999 resamples unless told", () => {
    expect(bootstrap(scores, sampleMean, { seed: 1 }).replicates.length).toBe(9_999);
  });

  it("gives the same bytes for the same seed, others for another", () => {
    const bytes = (seed: number): string =>
      bootstrap(scores, sampleMean, { nResamples: 999, seed }).replicates.join();
    expect(bytes(5)).toBe(bytes(5));
    expect(bytes(5)).not.toBe(bytes(6));
  });

  it("draws what it drew when this test was written", () => {
    const drawn: string[] = [];
    const keep = (values: Float64Array): number => drawn.push(values.join(" "));
    bootstrap(scores, keep, { nResamples: 3, seed: 20_040_601 });
    expect(drawn).toMatchInlineSnapshot(`
      [
        "73 80 66 90 58",
        "73 58 73 66 58",
        "66 66 73 73 66",
        "90 80 73 90 66",
      ]
    `);
  });

  it("gives the same first resamples however many follow", () => {
    const drawn = (nResamples: number): string[] => {
      const resamples: string[] = [];
      bootstrap(scores, (values) => resamples.push(values.join()), { nResamples, seed: 3 });
      return resamples;
    };
    expect(drawn(2000).slice(0, 301)).toEqual(drawn(300));
  });

  it("has the distribution of all 27 equally likely resamples of three values", () => {
    const nResamples = 27_000;
    const { replicates } = bootstrap(
      [1, 10, 100],
      (values) => values[0]! + 1e3 * values[1]! + 1e6 * values[2]!,
      {
        nResamples,
        seed: 7,
      },
    );
    const counts = new Map<number, number>();
    for (const replicate of replicates) counts.set(replicate, (counts.get(replicate) ?? 0) + 1);
    expect(counts.size).toBe(27);
    const chiSquared = [...counts.values()].reduce((sum, count) => sum + (count - 1000) ** 2 / 1000, 0);
    // χ² with 26 degrees of freedom: 54.1 is exceeded once in a thousand, 6.3 as seldom fallen short of.
    expect(chiSquared).toBeGreaterThan(6.3);
    expect(chiSquared).toBeLessThan(54.1);
  });

  it("studentizes by the standard error of every resample", () => {
    const found = bootstrap(scores, sampleMean, { nResamples: 200, seed: 2, standardError: meanError });
    expect(found.standardError).toBe(meanError(Float64Array.from(scores)));
    const pivots: number[] = [];
    const watch = (values: Float64Array): number =>
      pivots.push((sampleMean(values) - 73.4) / meanError(values));
    bootstrap(scores, watch, { nResamples: 200, seed: 2 });
    pivots.shift(); // of the sample itself
    const expected = Float64Array.from(pivots).sort();
    expectAbsolute(found.studentized!, expected, 1e-12);
  });

  it("takes equal values to have no spread, whatever rounding makes of their standard error", () => {
    const noisy = (values: Float64Array): number => meanError(values) + 1e-16;
    const { studentized } = bootstrap([0.1, 0.3], sampleMean, {
      nResamples: 400,
      seed: 2,
      standardError: noisy,
    });
    expect(new Set(studentized)).toEqual(new Set([-Infinity, 0, Infinity]));
  });

  it("takes a replicate that misses the estimate by a rounding for the estimate", () => {
    // The mean of .1, .7 and 1.3 ends in …01, that of .7, .7 and .7 in …98.
    const { replicates, studentized } = bootstrap([0.1, 0.7, 1.3], sampleMean, {
      nResamples: 2000,
      seed: 1,
      standardError: meanError,
    });
    const nEqual = replicates.filter((replicate) => Math.abs(replicate - 0.7) < 1e-9).length;
    expect(nEqual).toBeGreaterThan(400);
    expect(studentized!.filter((pivot) => pivot === 0).length).toBe(nEqual);
    const nInfinite = studentized!.filter((pivot) => Math.abs(pivot) === Infinity).length;
    expect(nInfinite).toBe(replicates.filter((r) => r < 0.1 + 1e-9 || r > 1.3 - 1e-9).length);
  });

  it("lets the statistic sort its array", () => {
    const sorting = (values: Float64Array): number => values.sort()[2]!;
    const found = bootstrap(scores, sorting, { nResamples: 300, seed: 2 });
    const copying = bootstrap(scores, (values) => values.slice().sort()[2]!, { nResamples: 300, seed: 2 });
    expect(found.replicates).toEqual(copying.replicates);
    expect(Array.from(found.values)).toEqual(scores);
  });

  it("resamples a single value, and 65,536", () => {
    const { replicates } = bootstrap([7], sampleMean, { nResamples: 5, seed: 1 });
    expect(Array.from(replicates)).toEqual([7, 7, 7, 7, 7]);
    const many = Float64Array.from({ length: 65_536 }, (_, i) => i);
    expect(bootstrap(many, sampleMean, { nResamples: 1, seed: 1 }).estimate).toBe(32_767.5);
  });

  it.each([
    [[], {}, "bootstrap needs at least 1 value, got 0"],
    [[1, Number.NaN], {}, "bootstrap needs finite values, got NaN at 1"],
    [[1, Infinity], {}, "bootstrap needs finite values, got Infinity at 1"],
    [new Float64Array(65_537), {}, "bootstrap needs at most 65536 values, got 65537"],
    [[1, 2], { nResamples: 0 }, "bootstrap needs a whole nResamples >= 1, got 0"],
    [[1, 2], { nResamples: 9.5 }, "bootstrap needs a whole nResamples >= 1, got 9.5"],
    [[1, 2], { seed: 0.5 }, "A seed must be a whole number, got 0.5"],
  ])("refuses what it can't resample: case %#", (values, options, message) => {
    expect(() => bootstrap(values, sampleMean, { seed: 1, ...options })).toThrow(new RangeError(message));
  });
});
