import type { PooledBayesResult } from "../schema/pooled-bayes-result.ts";
import type { EffectEstimate } from "../schema/series.ts";
import { version } from "../version.ts";
import {
  bayesOptionsAsJson,
  type PoolBayesOptions,
  priorAsJson,
  withBayesDefaults,
} from "./bayes/bayes-options.ts";
import { type BayesModel, bayesPosterior, logBayesFactor } from "./bayes/bayes-posterior.ts";
import {
  bayesSeriesRows,
  pooledRows,
  posteriorMeans,
  priorsOf,
  seriesEffectRows,
} from "./bayes/bayes-rows.ts";
import { bayesWarnings } from "./bayes/bayes-warnings.ts";
import { mixtureTail } from "./bayes/normal-mixture.ts";
import { checkRows } from "./check-rows.ts";
import { withNaturalScale } from "./natural-scale.ts";
import { withoutOverlaps } from "./overlaps.ts";

/**
 * Pools effect estimates of a few series of patients by Bayes' rule: each series has a true effect of its own, normal about their
 * mean with standard deviation τ, and a prior says how large τ may be. Computed by quadrature over τ, without random numbers.
 *
 * @param rows One per series that shares no patient with another; all on one scale. One series alone has an answer, which is mostly
 * the prior.
 * @param options With the prior of τ, whose scale is in units of the estimates; the mean effect has a flat prior unless told.
 * @returns Medians with equal-tailed limits of the mean, of a further series, of τ and of each series, with the Bayes factor
 * against a mean of 0. What the tails leave without a value is null, with a warning.
 * @throws {InputError} with every number that cannot be pooled, and every pair of series that share patients.
 * @throws {RangeError} when an option is out of range, such as `level: 95`.
 * @throws {EstimationError} `too-few-observations` where there is no series; `not-converged` where a prior of one's own is too
 * rough to integrate.
 * @see Röver (2020), J Stat Softw 93(6), section 2. doi:10.18637/jss.v093.i06
 * @example
 * const rows = [{ estimate: -3.5, variance: 0.25 }, { estimate: -1, variance: 0.4 }];
 * poolBayes(rows, { prior: halfNormal(1) }).estimates[0]?.estimate; // -2.3439094387808246
 */
export function poolBayes(rows: readonly EffectEstimate[], options: PoolBayesOptions): PooledBayesResult {
  const { prior, natural, ...others } = options;
  const settings = withBayesDefaults(others);
  const { pooled, leftOut } = withoutOverlaps(checkRows(rows), settings.keep);
  const model: BayesModel = {
    data: {
      effects: Float64Array.from(pooled, ({ estimate }) => estimate),
      variances: Float64Array.from(pooled, ({ variance }) => variance),
    },
    tauPrior: prior,
    meanPrior: settings.mean,
  };
  const posterior = bayesPosterior(model);
  const { logMarginalLikelihood } = posterior.tau;
  const result: PooledBayesResult = {
    kind: "pooled-bayes",
    schemaVersion: 1,
    measure: settings.measure,
    backTransform: settings.backTransform,
    nSeries: pooled.length,
    estimates: [...pooledRows(model, posterior, settings), ...seriesEffectRows(pooled, posterior, settings)],
    posteriorMeans: posteriorMeans(model, posterior),
    belowZero: {
      mean: mixtureTail(posterior.mean, 0, false),
      prediction: mixtureTail(posterior.prediction, 0, false),
    },
    series: bayesSeriesRows(pooled, posterior, settings),
    shrinkage: pooled.map(({ series }, i) => ({ series, shrinkage: posterior.shrinkage[i]! })),
    priors: priorsOf(model),
    logMarginalLikelihood,
    logBayesFactor: logBayesFactor(model, logMarginalLikelihood),
    leftOut,
    warnings: bayesWarnings(model),
    provenance: {
      package: "nof1",
      version,
      seed: null,
      inputSha256: null,
      options: { ...bayesOptionsAsJson(settings), prior: priorAsJson(prior) },
    },
  };
  return natural ? withNaturalScale(result, natural) : result;
}
