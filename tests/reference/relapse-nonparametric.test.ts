import { describe, expect, it } from "vitest";
import { compareRestrictedMeans } from "../../src/relapse/compare-restricted-means.ts";
import { kaplanMeier } from "../../src/relapse/kaplan-meier.ts";
import { logRank } from "../../src/relapse/log-rank.ts";
import { productLimit } from "../../src/relapse/nonparametric/product-limit.ts";
import { survivalLimits } from "../../src/relapse/nonparametric/survival-limits/index.ts";
import { relapseSpans } from "../../src/relapse/relapse-span.ts";
import { timeQuantileName } from "../../src/relapse/time-quantile.ts";
import { turnbull } from "../../src/relapse/turnbull.ts";
import type { RelapseRow } from "../../src/schema/relapse.ts";
import type { RelapseResult } from "../../src/schema/relapse-result.ts";
import { expectAbsolute, expectRelative } from "../helpers/closeness.ts";
import { type ReferenceEntry, referenceEntries } from "../helpers/reference.ts";
import { censoredRows } from "../helpers/relapse-rows.ts";

// Sums and products of a dozen terms in another order; R prints 15 digits.
const rounding = 1e-12;
// Both programs stop where the likelihood is flat to its last digits, which leaves half of them to the masses.
const masses = 1e-7;

const named = (entries: ReferenceEntry[]): [string, ReferenceEntry][] => entries.map((e) => [e.id, e]);
const shared = (pattern: RegExp): [string, ReferenceEntry][] =>
  named(referenceEntries("curves-and-survival.json", pattern));
const own = (pattern: RegExp): [string, ReferenceEntry][] =>
  named(referenceEntries("relapse-nonparametric.json", pattern));

/** Like `expectRelative`, with null where a number does not exist. */
function expectNullable(
  actual: (number | null)[],
  expected: (number | null)[],
  tolerance: number,
  message = "",
): void {
  expect(
    actual.map((value) => value === null),
    message,
  ).toEqual(expected.map((value) => value === null));
  const numbers = (values: (number | null)[]): number[] => values.filter((value) => value !== null);
  expectRelative(numbers(actual), numbers(expected), tolerance, message);
}

/** R's name of a transform. */
const inR = (name: string): string => (name === "arcsine" ? "arcsin" : name);

interface ExpectedQuantiles {
  p: number[];
  estimate: (number | null)[];
  lower: (number | null)[];
  upper: (number | null)[];
}

function expectQuantiles(result: RelapseResult, expected: ExpectedQuantiles, message: string): void {
  expected.p.forEach((p, i) => {
    const { parameter } = timeQuantileName(p);
    const row = result.estimates.find((estimate) => estimate.parameter === parameter)!;
    expectNullable(
      [row.estimate, row.lower, row.upper],
      [expected.estimate[i]!, expected.lower[i]!, expected.upper[i]!],
      rounding,
      `${message}, ${parameter}`,
    );
  });
}

describe("Kaplan–Meier curves, beside R's survival", () => {
  it.each(shared(/^km_/))("%s", (_, { inputs, outputs }) => {
    const rows = censoredRows(inputs.time, inputs.status);
    const steps = productLimit(relapseSpans(rows));
    expectRelative(
      steps.map((step) => step.cumulativeHazard),
      outputs.cumhaz_nelson_aalen,
      rounding,
    );
    expectRelative(
      steps.map((step) => Math.sqrt(step.cumulativeHazardVariance)),
      outputs.se_cumhaz,
      rounding,
    );
    for (const interval of survivalLimits) {
      const result = kaplanMeier(rows, { interval, restrictedTo: inputs.rmst_tau });
      const later = result.survival.slice(1);
      const limits = outputs.ci95[inR(interval.name)];
      expectRelative(
        later.map((point) => point.survival!),
        outputs.surv,
        rounding,
      );
      expectNullable(
        later.map((point) => point.standardError),
        outputs.greenwood_se_surv,
        rounding,
      );
      expectNullable(
        later.map((point) => point.lower),
        limits.lower,
        rounding,
        interval.name,
      );
      expectNullable(
        later.map((point) => point.upper),
        limits.upper,
        rounding,
        interval.name,
      );
      expectQuantiles(
        result,
        {
          p: limits.quantile_probs,
          estimate: limits.quantiles,
          lower: limits.quantile_lower,
          upper: limits.quantile_upper,
        },
        interval.name,
      );
      const mean = result.estimates.at(-1)!;
      expectRelative([mean.estimate!, mean.standardError!], [outputs.rmst.rmean, outputs.rmst.se], rounding);
    }
  });

  it.each(own(/^curve_/))("%s", (_, { inputs, outputs }) => {
    const rows = censoredRows(inputs.time, inputs.status);
    for (const interval of survivalLimits) {
      const limits = outputs.limits[inR(interval.name)];
      const result = kaplanMeier(rows, { interval, level: inputs.level, quantiles: inputs.p });
      const later = result.survival.slice(1);
      expectRelative(
        later.map((point) => point.survival!),
        outputs.survival,
        rounding,
      );
      // Where the curve is 1 R gives some transforms limits without width; nof1 gives none.
      const falling = later.map((_point, i) => i).filter((i) => later[i]!.survival! < 1);
      const limitsAt = (values: (number | null)[]): (number | null)[] => falling.map((i) => values[i]!);
      expectNullable(limitsAt(later.map((p) => p.lower)), limitsAt(limits.lower), rounding, interval.name);
      expectNullable(limitsAt(later.map((p) => p.upper)), limitsAt(limits.upper), rounding, interval.name);
      expectQuantiles(
        result,
        {
          p: inputs.p,
          estimate: limits.quantile,
          lower: limits.quantileLower,
          upper: limits.quantileUpper,
        },
        interval.name,
      );
    }
    inputs.taus.forEach((restrictedTo: number, i: number) => {
      const mean = kaplanMeier(rows, { restrictedTo }).estimates.at(-1)!;
      const [estimate, error] = outputs.means[i];
      expectRelative([mean.estimate!, mean.standardError ?? 0], [estimate, error], rounding);
    });
    const table = kaplanMeier(rows).riskTable;
    expect(table.map((row) => row.nAtRisk)).toEqual(outputs.nAtRisk);
    expect(table.map((row) => row.nEvents)).toEqual(outputs.nEvents);
    expect(table.map((row) => row.nCensored)).toEqual(outputs.nCensored);
  });
});

/** Rows by the name of their group, in order of the groups' names. */
function byGroup(
  rows: readonly RelapseRow[],
  labels: readonly (string | number)[],
): Record<string, RelapseRow[]> {
  const names = [...new Set(labels)].sort();
  return Object.fromEntries(
    names.map((name) => [`group ${name}`, rows.filter((_row, i) => labels[i] === name)]),
  );
}

describe("log-rank tests, beside R's survdiff", () => {
  it.each(shared(/^logrank_/))("%s", (_, { inputs, outputs }) => {
    const test = logRank(byGroup(censoredRows(inputs.time, inputs.status), inputs.group));
    expect(test.groups.map(({ observed }) => observed)).toEqual(outputs.obs);
    expectRelative(
      [test.chiSquared!, test.pValue!, ...test.groups.map(({ expected }) => expected)],
      [outputs.chisq, outputs.p, ...outputs.exp],
      rounding,
    );
  });

  it.each(own(/^logrank_/))("%s", (_, { inputs, outputs }) => {
    const test = logRank(byGroup(censoredRows(inputs.time, inputs.status), inputs.group));
    expect(test.degreesOfFreedom).toBe(outputs.degreesOfFreedom);
    expect(test.permutation).toMatchObject({ method: "exact", nAssignments: outputs.nAssignments });
    expectRelative(
      [
        test.chiSquared!,
        test.pValue!,
        test.permutation!.pValue,
        ...test.groups.flatMap(({ observed, expected }) => [observed, expected]),
      ],
      [
        outputs.chiSquared,
        outputs.pValue,
        outputs.exactPValue,
        ...outputs.observed.flatMap((observed: number, g: number) => [observed, outputs.expected[g]]),
      ],
      rounding,
    );
  });
});

describe("restricted means of two groups, beside R's survRM2", () => {
  it.each(shared(/^rmst2_/))("%s", (_, { inputs, outputs }) => {
    const { 0: second, 1: first } = Object.values(
      byGroup(censoredRows(inputs.time, inputs.status), inputs.arm),
    );
    const found = compareRestrictedMeans({ first: first!, second: second! }, { restrictedTo: inputs.tau });
    const means = found.estimates
      .slice(0, 2)
      .flatMap((row) => [row.estimate, row.standardError, row.lower, row.upper]);
    expectNullable(means, [...outputs.rmst_arm1, ...outputs.rmst_arm0], rounding);
    const contrasts = found.estimates
      .slice(2)
      .flatMap((row, i) => [row.estimate, row.lower, row.upper, found.pValues[i]!.pValue]);
    expectNullable(contrasts, outputs.contrast.flat(), rounding);
  });
});

describe("Turnbull's masses, beside icenReg and npsurv", () => {
  it.each(shared(/^turnbull_/))("%s", (_, { inputs, outputs }) => {
    const rows = inputs.left.map((lower: number, i: number) => ({ lower, upper: inputs.right[i] }));
    const result = turnbull(rows, { nBootstrap: 0 });
    expect(result.masses.map(({ lower, upper }) => [lower, upper])).toEqual(
      outputs.EMICM_intmap.map(([lower, upper]: [number, number]) => [lower, upper === 1e6 ? null : upper]),
    );
    expectRelative(
      result.masses.map(({ probability }) => probability),
      outputs.npmle_p_hat,
      masses,
    );
    expectRelative([result.fit!.logLikelihood], [outputs.npmle_loglik], rounding);
    expect(result.fit!.converged).toBe(true);
  });

  it.each(own(/^masses_/))("%s", (_, { inputs, outputs }) => {
    const rows = inputs.lower.map((lower: number, i: number) => ({ lower, upper: inputs.upper[i] }));
    const result = turnbull(rows, { nBootstrap: 0 });
    expect(result.masses.map(({ lower, upper }) => [lower, upper])).toEqual(
      outputs.lower.map((lower: number, j: number) => [lower, outputs.upper[j]]),
    );
    expectAbsolute(
      result.masses.map(({ probability }) => probability),
      outputs.probability,
      masses,
    );
    expectRelative([result.fit!.logLikelihood], [outputs.logLikelihood], rounding);
    expect(result.fit!.converged).toBe(true);
  });
});
