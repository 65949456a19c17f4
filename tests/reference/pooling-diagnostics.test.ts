import { describe, expect, it } from "vitest";
import { normal } from "../../src/math/distributions/normal.ts";
import {
  assessFunnel,
  begg,
  cumulatePool,
  dersimonianLaird,
  eggerRandomEffects,
  eggerWeighted,
  leaveOneOut,
  normalInterval,
  poolInfluence,
  shrinkSeries,
  trimAndFill,
} from "../../src/pooling/index.ts";
import { expectRelative } from "../helpers/closeness.ts";
import { effectRows } from "../helpers/pools.ts";
import { type ReferenceEntry, referenceEntries } from "../helpers/reference.ts";

/** metafor's REML stops at changes of 1e-13 at best, and small differences of its results lose digits. */
const ITERATED = 1e-6;
const CLOSED = 1e-8;

function entries(pattern: RegExp): [string, ReferenceEntry][] {
  return referenceEntries("pooling.json", pattern).map((entry) => [entry.id, entry]);
}

/** Compares where metafor has an answer; where its REML does not converge, ours must have one. */
function expectWhereAnswered(found: readonly number[], expected: readonly (number | null)[]): void {
  const answered = found.filter((_, i) => expected[i] !== null);
  expectRelative(
    answered,
    expected.filter((value) => value !== null),
    ITERATED,
  );
  expect(answered.length).toBeGreaterThan(0);
  expect(found.every(Number.isFinite)).toBe(true);
}

const rowsOf = ({ inputs }: ReferenceEntry) => effectRows(inputs.yi, inputs.vi);

describe.each(entries(/^leave1out\./))("%s", (_, entry) => {
  it("has metafor's pools without each series", () => {
    const { outputs } = entry;
    const { steps } = leaveOneOut(rowsOf(entry));
    const columns = [
      [steps.map(({ estimate }) => estimate), outputs.estimate],
      [steps.map(({ standardError }) => standardError), outputs.se],
      [steps.map(({ lower }) => lower!), outputs.ci_lb],
      [steps.map(({ upper }) => upper!), outputs.ci_ub],
      [steps.map(({ q }) => q), outputs.Q],
      [steps.map(({ tauSquared }) => tauSquared!), outputs.tau2],
      [steps.map(({ iSquared }) => 100 * iSquared!), outputs.I2],
    ] as const;
    for (const [found, expected] of columns) expectWhereAnswered(found, expected);
  });
});

describe.each(entries(/^cumul\./))("%s", (_, entry) => {
  const { outputs } = entry;
  const { steps } = cumulatePool(rowsOf(entry), { tauSquared: dersimonianLaird, interval: normalInterval });

  it("has metafor's pools of the first series, the first two and so on", () => {
    const columns = [
      [steps.map(({ estimate }) => estimate), outputs.estimate],
      [steps.map(({ standardError }) => standardError), outputs.se],
      [steps.slice(1).map(({ lower }) => lower!), outputs.ci_lb.slice(1)],
      [steps.slice(1).map(({ upper }) => upper!), outputs.ci_ub.slice(1)],
      [steps.map(({ q }) => q), outputs.Q],
      [steps.map(({ tauSquared }) => tauSquared ?? 0), outputs.tau2],
    ] as const;
    for (const [found, expected] of columns) expectRelative(found, expected, CLOSED);
  });

  it("gives the first series no interval of a mean, where metafor gives that of the series", () => {
    const { estimate, standardError, lower, upper, tauSquared } = steps[0]!;
    expect([lower, upper, tauSquared]).toEqual([null, null, null]);
    const reach = normal.survivalQuantile(0.025) * standardError;
    expectRelative([estimate - reach, estimate + reach], [outputs.ci_lb[0], outputs.ci_ub[0]], CLOSED);
  });
});

describe.each(entries(/^influence\./))("%s", (_, entry) => {
  it("has metafor's residuals, distances, ratios, leverages and weights", () => {
    const { outputs } = entry;
    const { series } = poolInfluence(rowsOf(entry));
    const columns = [
      [series.map((one) => one.studentizedDeletedResidual!), outputs.rstudent],
      [series.map((one) => one.dffits!), outputs.dffits],
      [series.map((one) => one.cooksDistance!), outputs.cook_d],
      [series.map((one) => one.covarianceRatio!), outputs.cov_r],
      [series.map((one) => one.tauSquaredDeleted!), outputs.tau2_del],
      [series.map((one) => one.qDeleted!), outputs.QE_del],
      [series.map((one) => one.hat), outputs.hat],
      [series.map((one) => 100 * one.weight), outputs.weight],
    ] as const;
    for (const [found, expected] of columns) expectWhereAnswered(found, expected);
  });
});

describe.each(entries(/^blup\./))("%s", (_, entry) => {
  it("has metafor's shrunken effects with their limits", () => {
    const { outputs } = entry;
    const { estimates } = shrinkSeries(rowsOf(entry), { interval: normalInterval });
    const columns = [
      [estimates.map(({ estimate }) => estimate!), outputs.pred],
      [estimates.map(({ standardError }) => standardError!), outputs.se],
      [estimates.map(({ lower }) => lower!), outputs.pi_lb],
      [estimates.map(({ upper }) => upper!), outputs.pi_ub],
    ] as const;
    for (const [found, expected] of columns) expectRelative(found, expected, ITERATED);
  });
});

describe.each(entries(/^regtest\./))("%s", (_, entry) => {
  it("has metafor's slope test and the effect expected without error", () => {
    const { outputs, inputs } = entry;
    const method = inputs.model === "lm" ? eggerWeighted : eggerRandomEffects;
    const [test] = assessFunnel(rowsOf(entry), { tests: [method] }).tests;
    const { estimate, lower, upper } = test!.limit!;
    expectRelative(
      [test!.statistic!, test!.pValue!, estimate!, lower!, upper!],
      [outputs.stat, outputs.p, outputs.intercept_limit, outputs.ci_lb, outputs.ci_ub],
      ITERATED,
    );
    expect(test!.degreesOfFreedom).toBe(outputs.df);
  });
});

describe.each(entries(/^ranktest\./))("%s", (_, entry) => {
  it("has metafor's rank correlation with its exact p-value", () => {
    const { outputs } = entry;
    const [test] = assessFunnel(rowsOf(entry), { tests: [begg] }).tests;
    expectRelative([test!.statistic!, test!.pValue!], [outputs.tau, outputs.p], CLOSED);
  });
});

describe.each(entries(/^trimfill\./))("%s", (_, entry) => {
  it("has metafor's number and side of missing series, and the pool with them", () => {
    const { outputs } = entry;
    const options = { tauSquared: dersimonianLaird, interval: normalInterval };
    const { nFilled, side, estimates } = trimAndFill(rowsOf(entry), options);
    const [mean, tauSquared] = estimates;
    expect([nFilled, side]).toEqual([outputs.k0, outputs.side]);
    expectRelative(
      [mean!.estimate!, mean!.standardError!, tauSquared!.estimate!],
      [outputs.est, outputs.se, outputs.tau2],
      CLOSED,
    );
  });
});
