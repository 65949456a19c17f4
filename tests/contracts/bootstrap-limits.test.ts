import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { sampleStandardDeviation } from "../../src/math/descriptive/sample-variance.ts";
import { type BootstrapReplicates, bootstrap, type Statistic } from "../../src/math/resampling/bootstrap.ts";
import { bootstrapLimits } from "../../src/math/resampling/index.ts";
import type { BootstrapLimits } from "../../src/math/resampling/limits/bootstrap-limits.ts";
import { sampleMean } from "../../src/math/resampling/sample-mean.ts";
import { expectRelative } from "../helpers/closeness.ts";

const seed = 20_040_601;
const scores = [73, 80, 66, 90, 58, 71, 77];
const meanError: Statistic = (values) => sampleStandardDeviation(values)! / Math.sqrt(values.length);
const reasons = [
  "too-few-values",
  "too-few-resamples",
  "statistic-not-finite",
  "all-replicates-equal",
  "no-standard-error",
  "resamples-without-spread",
  "acceleration-undefined",
  "bias-beyond-resamples",
];

function resampled(
  values: number[],
  statistic: Statistic = sampleMean,
  nResamples = 1999,
): BootstrapReplicates {
  return bootstrap(values, statistic, { nResamples, seed, standardError: meanError });
}

function ends({ lower, upper, reason }: BootstrapLimits): [number, number] {
  expect(reason).toBe(null);
  return [lower!, upper!];
}

it("every method has a name of its own", () => {
  expect(new Set(bootstrapLimits.map(({ name }) => name)).size).toBe(4);
});

describe.each(bootstrapLimits)("$name limits", (method) => {
  it("name their source", () => expect(method.reference).toMatch(/\(\d{4}\)/));

  it("hold the estimate, and widen with the level", () => {
    const replicates = resampled(scores);
    let [inner, outer] = [replicates.estimate, replicates.estimate];
    for (const level of [0.5, 0.8, 0.9, 0.95, 0.99]) {
      const [lower, upper] = ends(method.limits(replicates, level));
      expect(lower).toBeLessThan(inner);
      expect(upper).toBeGreaterThan(outer);
      [inner, outer] = [lower, upper];
    }
  });

  it("move with the values and stretch with their scale", () => {
    const [lower, upper] = ends(method.limits(resampled(scores), 0.9));
    const moved = method.limits(resampled(scores.map((score) => 4 * score - 50)), 0.9);
    expectRelative(ends(moved), [4 * lower - 50, 4 * upper - 50], 1e-12);
  });

  it("are mirrored when the values are", () => {
    const [lower, upper] = ends(method.limits(resampled(scores), 0.9));
    const mirrored = method.limits(resampled(scores.map((score) => -score)), 0.9);
    expectRelative(ends(mirrored), [-upper, -lower], 1e-12);
  });

  it("are plain numbers or a reason in JSON, and leave the replicates alone", () => {
    const replicates = resampled(scores);
    const before = structuredClone({ ...replicates, statistic: null });
    for (const found of [method.limits(replicates, 0.9), method.limits(resampled([1]), 0.9)])
      expect(JSON.parse(JSON.stringify(found))).toEqual(found);
    expect({ ...replicates, statistic: null }).toEqual(before);
  });

  it.each<[string, BootstrapReplicates, string]>([
    ["one value", resampled([5]), "too-few-values"],
    ["equal values", resampled([0.1, 0.1, 0.1]), "all-replicates-equal"],
    ["a constant statistic", resampled(scores, () => 3), "all-replicates-equal"],
    ["a statistic without a value", resampled(scores, () => Number.NaN), "statistic-not-finite"],
    [
      "a statistic that is infinite in some resamples",
      resampled([0, 1, 2], (values) => 1 / values[0]!),
      "statistic-not-finite",
    ],
    [
      "a statistic without a value in some resamples",
      resampled([0, 1, 2], (values) => Math.log(values[0]! - 0.5)),
      "statistic-not-finite",
    ],
    ["18 resamples for two tails of a twentieth", resampled(scores, sampleMean, 18), "too-few-resamples"],
  ])("have none, with a reason, from %s", (_, replicates, reason) => {
    expect(method.limits(replicates, 0.9)).toEqual({ lower: null, upper: null, reason });
  });

  it.each([0, 1, 95, -0.1, Number.NaN])("refuse a level of %s", (level) => {
    const message = `A confidence level must lie in (0, 1), got ${level}`;
    expect(() => method.limits(resampled(scores), level)).toThrow(new RangeError(message));
    expect(() => method.limits(resampled([5]), level)).toThrow(RangeError);
  });

  it("are ordered and finite, or missing with a known reason, for any few scores", () => {
    fc.assert(
      fc.property(
        fc.array(fc.integer({ min: 0, max: 10 }), { minLength: 1, maxLength: 6 }),
        fc.constantFrom(0.5, 0.9, 0.95, 0.99),
        (values, level) => {
          const { lower, upper, reason } = method.limits(resampled(values, sampleMean, 199), level);
          if (reason) {
            expect(reasons).toContain(reason);
            expect([lower, upper]).toEqual([null, null]);
          } else {
            expect(Number.isFinite(lower) && Number.isFinite(upper) && lower <= upper).toBe(true);
          }
        },
      ),
      { seed, numRuns: 150 },
    );
  });
});
