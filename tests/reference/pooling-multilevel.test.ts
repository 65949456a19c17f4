import { describe, expect, it } from "vitest";
import { studentT } from "../../src/math/distributions/student-t.ts";
import {
  clusterRobustCr2,
  correlatedErrors,
  fullLikelihood,
  multilevelIntervals,
  poolMultilevel,
  poolTwoOutcomes,
  restrictedLikelihood,
} from "../../src/pooling/multilevel/index.ts";
import type { Estimate, MultilevelResult } from "../../src/schema/index.ts";
import { expectAbsolute, expectRelative } from "../helpers/closeness.ts";
import { nestedEffects } from "../helpers/nested-effects.ts";
import { referenceEntries } from "../helpers/reference.ts";

/** Peaks of the bivariate likelihoods in 40 digits. */
const peaks = new Map(
  referenceEntries("pooling-multilevel.mpmath.json", /./).map((entry) => [entry.id, entry]),
);

const likelihoods = { REML: restrictedLikelihood, ML: fullLikelihood };
const named = (file: string, pattern: RegExp) =>
  referenceEntries(file, pattern).map((entry) => [entry.id, entry] as const);

/** The means by one method, headline or companion. */
function means(result: MultilevelResult, method: string): Estimate[] {
  return [...result.estimates, ...result.companions.map(({ row }) => row)].filter(
    (row) => row.method === method && row.parameter === "mean",
  );
}

/** Degrees of freedom of t that a row's limits show. */
function degreesOf({ estimate, standardError, upper }: Estimate): number {
  const ratio = (upper! - estimate!) / standardError!;
  let [low, high] = [0.5, 1000];
  for (let i = 0; i < 100; i++) {
    const middle = Math.sqrt(low * high);
    if (studentT.quantile(0.975, middle) > ratio) low = middle;
    else high = middle;
  }
  return low;
}

const variances = (result: MultilevelResult): number[] =>
  result.estimates
    .filter(({ parameter }) => parameter.startsWith("sigmaSquared"))
    .map((row) => row.estimate!);

describe("rma.mv with clubSandwich", () => {
  it.each(named("pooling.json", /^rma\.mv\.konst/))(
    "%s: schools within districts",
    (_, { inputs, outputs }) => {
      const rows = nestedEffects(inputs.yi, inputs.vi, { district: inputs.district, school: inputs.school });
      const likelihood = likelihoods[inputs.method as keyof typeof likelihoods];
      const result = poolMultilevel(rows, { levels: ["district", "school"], likelihood });
      const [normal] = means(result, "known-variances");
      const [cr1] = means(result, "cluster-robust-cr1");
      const [cr2] = means(result, "cluster-robust-cr2");
      expectRelative([normal!.estimate!, normal!.standardError!], [outputs.est, outputs.se], 1e-6);
      // metafor's optimiser stops with relative steps of 1.5e-8 in the likelihood, so within 1e-6 to 1e-5 in the variances.
      expectRelative(variances(result), outputs.sigma2, 1e-5);
      expectRelative([result.heterogeneity.q, result.fit.logLikelihood], [outputs.QE, outputs.logLik], 1e-9);
      expectRelative([cr1!.standardError!, degreesOf(cr1!)], [outputs.robust_se, outputs.robust_df], 1e-6);
      expectRelative([cr1!.lower!, cr1!.upper!], outputs.robust_ci, 1e-5);
      expectRelative([cr2!.standardError!, degreesOf(cr2!)], [outputs.CR2_se, outputs.CR2_df], 1e-6);
      expectRelative([cr2!.lower!, cr2!.upper!], outputs.CR2_ci, 1e-5);
    },
  );

  it.each(named("pooling.json", /^rma\.mv\.4pat/))(
    "%s: cycles of four patients",
    (_, { inputs, outputs }) => {
      const rows = nestedEffects(inputs.yi, inputs.vi, { patient: inputs.patient, cycle: inputs.cycle });
      const result = poolMultilevel(rows, { levels: ["patient", "cycle"] });
      const at = (method: string): number[] => {
        const [row] = means(result, method);
        return [row!.lower!, row!.upper!];
      };
      const [cr2] = means(result, "cluster-robust-cr2");
      const [normal] = means(result, "known-variances");
      expectRelative([normal!.estimate!, normal!.standardError!], [outputs.est, outputs.se], 1e-6);
      expectAbsolute(variances(result), outputs.sigma2, 1e-5);
      expectRelative(at("known-variances"), outputs.z_ci, 1e-6);
      expectRelative(at("containment-t"), outputs.t_contain_ci, 1e-6);
      expectRelative(at("cluster-robust-cr1"), outputs.CR1_ci, 1e-6);
      expectRelative(at("cluster-robust-cr2"), outputs.CR2_ci, 1e-6);
      expectRelative([cr2!.standardError!, degreesOf(cr2!)], [outputs.CR2_se, outputs.CR2_df], 1e-6);
    },
  );

  it.each(named("pooling-multilevel.json", /^nested\./))("%s", (_, { inputs, outputs }) => {
    const rows = nestedEffects(inputs.yi, inputs.vi, { paper: inputs.paper, patient: inputs.patient });
    const result = poolMultilevel(rows, {
      levels: ["paper", "patient", "series"].slice(0, outputs.sigma2.length),
      likelihood: likelihoods[inputs.method as keyof typeof likelihoods],
      sampling: correlatedErrors(inputs.rho),
    });
    const [normal] = means(result, "known-variances");
    expectRelative([normal!.estimate!, normal!.standardError!], [outputs.est, outputs.se], 1e-6);
    expectAbsolute(variances(result), outputs.sigma2, 5e-6);
    // metafor's BFGS never reaches a variance of 0: there its log likelihood is the lower one.
    expect(result.fit.logLikelihood).toBeGreaterThan(outputs.logLik - 1e-10);
    expectRelative([result.heterogeneity.q, result.fit.logLikelihood], [outputs.QE, outputs.logLik], 3e-8);
    if (outputs.CR2_se === undefined) return;
    // A limit of confint is a root of a profile whose every point BFGS has left to 1e-14 of the likelihood.
    const limits = result.estimates.slice(1).map(({ lower, upper }) => [lower!, upper!]);
    expectRelative(limits.flat(), outputs.limits.flat(), 1e-5);
    const [cr2] = means(result, clusterRobustCr2.name);
    const [cr1] = means(result, "cluster-robust-cr1");
    expectRelative([cr2!.standardError!, degreesOf(cr2!)], [outputs.CR2_se, outputs.CR2_df], 1e-6);
    expectRelative([cr1!.standardError!], [outputs.CR1_se], 1e-6);
  });

  it.each(named("pooling-multilevel.json", /^bivariate\./))(
    "%s: relief and duration",
    (id, { inputs, outputs }) => {
      const rows = nestedEffects(inputs.yi, inputs.vi, { paper: inputs.series, outcome: inputs.outcome });
      const result = poolTwoOutcomes(rows, {
        likelihood: likelihoods[inputs.method as keyof typeof likelihoods],
        sampling: correlatedErrors(inputs.rho),
      });
      const at = (method: string, key: "estimate" | "standardError") =>
        means(result, method).map((row) => row[key]!);
      const peak = peaks.get(id)!.outputs;
      const spread = result.estimates.slice(2).map((row) => row.estimate!);
      const estimates = at("known-variances", "estimate");
      const errors = at("known-variances", "standardError");
      expect(peak.lower).toBeGreaterThan(0);
      expectRelative([...estimates, ...errors], [...peak.est, ...peak.se], 1e-8);
      expectRelative([...spread, result.fit.logLikelihood], [...peak.tau2, peak.rho, peak.logLik], 1e-7);
      // metafor's BFGS stops a little below the peak.
      expectRelative([...estimates, ...errors], [...outputs.est, ...outputs.se], 5e-6);
      expectRelative(spread, [...outputs.tau2, outputs.rho], 3e-5);
      expectRelative([result.heterogeneity.q, result.fit.logLikelihood], [outputs.QE, outputs.logLik], 1e-8);
      expectRelative(at("cluster-robust-cr2", "standardError"), outputs.CR2_se, 5e-6);
      expectRelative(means(result, "cluster-robust-cr2").map(degreesOf), outputs.CR2_df, 5e-6);
      expectRelative(at("cluster-robust-cr1", "standardError"), outputs.CR1_se, 5e-6);
    },
  );
});

describe("coef_test with every series its own cluster", () => {
  it.each(named("pooling.json", /^coef_test_CR2\./))("%s", (_, { inputs, outputs }) => {
    const result = poolMultilevel(nestedEffects(inputs.yi, inputs.vi, {}));
    const [cr2] = means(result, "cluster-robust-cr2");
    const [cr1] = means(result, "cluster-robust-cr1");
    const degrees = degreesOf(cr2!);
    const pValue = 2 * studentT.survival(Math.abs(cr2!.estimate! / cr2!.standardError!), degrees);
    expectRelative(
      [cr2!.standardError!, degrees, pValue, cr1!.standardError!, cr1!.lower!, cr1!.upper!, degreesOf(cr1!)],
      [
        outputs.CR2_se,
        outputs.CR2_df,
        outputs.CR2_p,
        outputs.CR1_se,
        outputs.CR1_ci_lb,
        outputs.CR1_ci_ub,
        outputs.CR1_df,
      ],
      1e-6,
    );
    expect(result.companions).toHaveLength(multilevelIntervals.length - 1);
  });
});
