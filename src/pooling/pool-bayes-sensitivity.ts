import type { Estimate } from "../schema/estimate.ts";
import type { PooledBayesResult } from "../schema/pooled-bayes-result.ts";
import type { PooledBayesSensitivity, PriorBand } from "../schema/pooled-bayes-sensitivity.ts";
import type { NaturalScale } from "../schema/pooled-result.ts";
import type { Warning } from "../schema/provenance.ts";
import type { EffectEstimate } from "../schema/series.ts";
import {
  type BayesPoolOptions,
  bayesOptionsAsJson,
  priorAsJson,
  withBayesDefaults,
} from "./bayes/bayes-options.ts";
import type { TauPrior } from "./bayes/tau-priors/tau-prior.ts";
import { poolBayes } from "./pool-bayes.ts";

/** Options of `poolBayesSensitivity`. */
export interface PoolBayesSensitivityOptions extends BayesPoolOptions {
  /** Priors of τ to compare, such as `priorsAround(1)`; at least one. */
  priors: readonly TauPrior[];
}

/**
 * Pools by Bayes' rule under several priors of τ, and says how far the answer moves with them.
 *
 * @param rows As for `poolBayes`.
 * @returns Mean, prediction and τ under each prior, and the band that holds them all.
 * @throws {RangeError} when there is no prior, or an option is out of range.
 * @throws {InputError} as `poolBayes`.
 * @throws {EstimationError} as `poolBayes`.
 * @see Röver et al. (2021), Res Synth Methods 12:448–474 doi:10.1002/jrsm.1475
 * @example
 * const rows = [{ estimate: -3.5, variance: 0.25 }, { estimate: -1, variance: 0.4 }];
 * poolBayesSensitivity(rows, { priors: priorsAround(1) }).meanExcludesZero; // "some"
 */
export function poolBayesSensitivity(
  rows: readonly EffectEstimate[],
  options: PoolBayesSensitivityOptions,
): PooledBayesSensitivity {
  const { priors, ...others } = options;
  if (priors.length === 0) throw new RangeError("poolBayesSensitivity needs at least 1 prior, got 0");
  const results = priors.map((prior) => poolBayes(rows, { ...others, prior }));
  const [{ measure, backTransform, nSeries, natural, provenance }] = results as [PooledBayesResult];
  const tables = results.map(({ estimates }) => withoutSeries(estimates));
  const meanExcludesZero = agreement(tables.map(([mean]) => excludesZero(mean!)));
  return {
    kind: "pooled-bayes-sensitivity",
    schemaVersion: 1,
    measure,
    backTransform,
    nSeries,
    ...(natural && { scale: scaleOf(natural) }),
    rows: results.map(({ priors: used, natural: own, logMarginalLikelihood, logBayesFactor }, i) => ({
      priors: used,
      estimates: tables[i]!,
      ...(own && { natural: withoutSeries(own.estimates) }),
      logMarginalLikelihood,
      logBayesFactor,
    })),
    band: tables[0]!.map((row, i) =>
      bandOf(
        row,
        tables.map((table) => table[i]!),
      ),
    ),
    meanExcludesZero,
    warnings: warningsOf(meanExcludesZero),
    provenance: {
      ...provenance,
      options: { ...bayesOptionsAsJson(withBayesDefaults(others)), priors: priors.map(priorAsJson) },
    },
  };
}

function withoutSeries(rows: readonly Estimate[]): Estimate[] {
  return rows.filter(({ parameter }) => parameter !== "seriesEffect");
}

function scaleOf({ label, unit, axis, noEffect }: NaturalScale): NaturalScale {
  return { label, unit, axis, noEffect };
}

function excludesZero({ lower, upper }: Estimate): boolean {
  return lower !== null && upper !== null && (lower > 0 || upper < 0);
}

function agreement(answers: readonly boolean[]): PooledBayesSensitivity["meanExcludesZero"] {
  if (answers.every(Boolean)) return "all";
  return answers.some(Boolean) ? "some" : "none";
}

function bandOf({ parameter, label, unit }: Estimate, rows: readonly Estimate[]): PriorBand {
  const all = (pick: (row: Estimate) => number | null): number[] => rows.flatMap((row) => pick(row) ?? []);
  const medians = all(({ estimate }) => estimate);
  return {
    parameter,
    label,
    unit,
    lowest: Math.min(...medians),
    highest: Math.max(...medians),
    lower: Math.min(...all(({ lower }) => lower)),
    upper: Math.max(...all(({ upper }) => upper)),
  };
}

function warningsOf(meanExcludesZero: PooledBayesSensitivity["meanExcludesZero"]): Warning[] {
  if (meanExcludesZero !== "some") return [];
  return [
    {
      code: "prior-decides",
      message:
        "Whether the mean differs from 0 hangs on the prior of τ: under some of these priors the interval leaves out 0, under others it holds it. The series alone do not settle it.",
    },
  ];
}
