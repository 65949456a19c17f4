import { describe, expect, it } from "vitest";
import { median } from "../../src/math/descriptive/sample-quantile.ts";
import { sampleStandardDeviation } from "../../src/math/descriptive/sample-variance.ts";
import type { BootstrapReplicates, Statistic } from "../../src/math/resampling/bootstrap.ts";
import { bootstrapLimits } from "../../src/math/resampling/index.ts";
import { acceleration } from "../../src/math/resampling/jackknife.ts";
import { sampleMean } from "../../src/math/resampling/sample-mean.ts";
import { expectRelative } from "../helpers/closeness.ts";
import { type ReferenceEntry, referenceEntries } from "../helpers/reference.ts";

// Made by bootstrap.R and bootstrap.py, whose heads say how the resamples are drawn.
const entries = referenceEntries("bootstrap.json", /./);
const bySciPy = referenceEntries("bootstrap.scipy.json", /./);

const deviation: Statistic = (values) => sampleStandardDeviation(values)!;
const meanError: Statistic = (values) => deviation(values) / Math.sqrt(values.length);
const statistics: Record<string, Statistic> = {
  mean: sampleMean,
  sd: deviation,
  median,
  ratio: (values) => sampleMean(values) / deviation(values),
};

function drawn({ data, nResamples }: ReferenceEntry["inputs"]): Float64Array[] {
  let state = 1;
  return Array.from({ length: nResamples }, () =>
    Float64Array.from(data, () => {
      state = (16_807 * state) % 2_147_483_647;
      return data[Math.floor((data.length * state) / 2_147_483_647)];
    }),
  );
}

function replicatesOf({ inputs }: ReferenceEntry): BootstrapReplicates {
  const statistic = statistics[inputs.statistic]!;
  const values = Float64Array.from(inputs.data);
  const estimate = statistic(values);
  const resamples = drawn(inputs);
  // Sums of the same values in another order differ by roundings.
  const difference = (resample: Float64Array): number => {
    const found = statistic(resample) - estimate;
    return Math.abs(found) < 1e-12 * Math.abs(estimate) ? 0 : found;
  };
  const pivot = (resample: Float64Array): number =>
    difference(resample) === 0 ? 0 : difference(resample) / meanError(resample);
  return {
    values,
    statistic,
    estimate,
    replicates: Float64Array.from(resamples, statistic).sort(),
    standardError: inputs.studentize ? meanError(values) : null,
    studentized: inputs.studentize ? Float64Array.from(resamples, pivot).sort() : null,
  };
}

const limitsOf = (entry: ReferenceEntry, expected: Record<string, number[]>) =>
  bootstrapLimits
    .filter(({ name }) => name in expected)
    .map((method) => {
      const found = method.limits(replicatesOf(entry), entry.inputs.level);
      expect(found.reason).toBe(null);
      return { name: method.name, found: [found.lower!, found.upper!], expected: expected[method.name]! };
    });

describe("bootstrap limits", () => {
  it.each(entries)("$id: as R's formulas with quantiles of type 7", (entry) => {
    const { type7 } = entry.outputs;
    const all = limitsOf(entry, type7);
    expect(all.length).toBe(entry.inputs.studentize ? 4 : 3);
    // The roundings of the statistics; those of the corrected levels move BCa's ends by as little.
    for (const { name, found, expected } of all) expectRelative(found, expected, 1e-11, name);
  });

  it.each(bySciPy)("$id: as SciPy's", (entry) => {
    const all = limitsOf(entry, entry.outputs);
    expect(all.length).toBe(3);
    for (const { name, found, expected } of all) expectRelative(found, expected, 1e-11, name);
  });

  // boot interpolates at order (R + 1)p and type 7 at (R − 1)p + 1: their places are less than one replicate apart.
  it.each(entries)("$id: at most one replicate lies between them and boot's", (entry) => {
    const bootstrap = replicatesOf(entry);
    const all = limitsOf(entry, entry.outputs.boot);
    expect(all.length).toBeGreaterThan(1);
    const places: Record<string, (limit: number) => number> = {
      basic: (limit) => 2 * bootstrap.estimate - limit,
      studentized: (limit) => (bootstrap.estimate - limit) / bootstrap.standardError!,
    };
    for (const { name, found, expected } of all) {
      const sorted = name === "studentized" ? bootstrap.studentized! : bootstrap.replicates;
      const place = places[name] ?? ((limit: number) => limit);
      found.forEach((limit, side) => {
        const [one, other] = [place(limit), place(expected[side]!)];
        const rounding = 1e-11 * Math.abs(one);
        const between = new Set(
          sorted.filter((t) => t > Math.min(one, other) + rounding && t < Math.max(one, other) - rounding),
        );
        expect(between.size, `${name} ${one} ${other}`).toBeLessThanOrEqual(1);
      });
    }
  });

  it.each(entries)("$id: acceleration as by boot's jackknife", ({ inputs, outputs }) => {
    const found = acceleration(Float64Array.from(inputs.data), statistics[inputs.statistic]!);
    // A sum of cubes that nearly cancels: to the digits of its largest term.
    expect(Math.abs(found! - outputs.acceleration)).toBeLessThan(1e-14);
  });
});
