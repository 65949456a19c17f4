import { EstimationError } from "../../errors.ts";
import { effectData } from "../../inference/random-effects/effect-data.ts";
import { criticalValue } from "../../inference/random-effects/mean-interval.ts";
import type { CountedSeries, PooledCountsResult } from "../../schema/pooled-counts-result.ts";
import type { Series } from "../../schema/series.ts";
import { version } from "../../version.ts";
import { checkColumns } from "../effect-measures/estimate-effects.ts";
import { typicalVariance } from "../heterogeneity/variance-shares.ts";
import { withoutOverlaps } from "../overlaps.ts";
import {
  type CountSettings,
  countOptionsAsJson,
  countSettings,
  type PoolCountsOptions,
} from "./counts-options.ts";
import { countsMeanRow, naturalMeanRow, spreadRows } from "./counts-rows.ts";
import { countsWarnings } from "./counts-warnings.ts";
import { differenceTests } from "./difference-tests.ts";
import { type HighestCounts, highestCounts } from "./highest-counts.ts";
import { jointLikelihood } from "./joint-likelihood.ts";
import type { SeriesLikelihood } from "./series-likelihood.ts";

/** Typical sampling variance on the model's scale, a half added to zeros; null where there is one series. */
function typicalOf(series: readonly Series[], { model }: CountSettings): number | null {
  const effects = model.measure.computeAll(series).filter((effect) => effect !== null);
  if (effects.length < 2) return null;
  return typicalVariance(
    effectData(
      effects.map(({ estimate }) => estimate),
      effects.map(({ variance }) => variance),
    ),
  );
}

/** The log likelihood of the counts at the estimates, without a penalty. */
function logLikelihoodOf({ joint, mean, spread }: HighestCounts): number {
  return joint.series.reduce((sum, one) => sum + one.value(mean, spread), 0);
}

/** One series by itself, with its normal interval. */
function seriesAlone(
  { alone: { estimate, variance } }: SeriesLikelihood,
  level: number,
): Omit<CountedSeries, "series" | "summary"> {
  if (estimate === null || variance === null)
    return { estimate, standardError: null, lower: null, upper: null };
  const standardError = Math.sqrt(variance);
  const reach = criticalValue(level, Infinity) * standardError;
  return { estimate, standardError, lower: estimate - reach, upper: estimate + reach };
}

/**
 * Pools counts of events by their exact likelihood, without the normal approximation of each series that fails where a series
 * has few patients, all events or none.
 *
 * Where every series has all, or none, of its events, the likelihood has no maximum; a penalised one then answers, named in
 * `fit.likelihood` and in the warnings.
 *
 * @param series With the columns of the model's measure: `events` and `n`, those of a control group besides, or `events` and
 * `time`.
 * @param options Model (logit-normal for proportions by default), quadrature, limits and level.
 * @returns The mean on the model's scale and on that which people read, how far series differ, and tests of it.
 * @throws {InputError} with every missing or unsound count, and every pair of series that share patients.
 * @throws {RangeError} when an option is out of range.
 * @throws {EstimationError} `too-few-observations` where there is no series; `not-identifiable` where none says anything.
 * @see Stijnen, Hamza & Özdemir (2010), Stat Med 29:3046–3067. doi:10.1002/sim.4040
 * @example
 * const counts = readSeries("series,events,n\nHumă 2020,18,22\nMorozumi 2009,5,5");
 * poolCounts(counts).natural.estimates[0]?.estimate; // 0.852, as a fraction
 */
export function poolCounts(series: readonly Series[], options: PoolCountsOptions = {}): PooledCountsResult {
  const settings = countSettings(options);
  const { model, quadrature, limits } = settings;
  if (series.length === 0)
    throw new EstimationError("too-few-observations", "Cannot pool: needs at least 1 series, got 0");
  const { pooled, leftOut } = withoutOverlaps(series, settings.keep);
  checkColumns(pooled, model.measure, []);
  const typical = typicalOf(pooled, settings);
  const summaries = pooled.map(({ summary }) => summary);
  const likelihoods = summaries.map((summary) => model.likelihood(summary, quadrature));
  const highest = highestCounts(jointLikelihood(model, likelihoods, model.start(summaries)));
  const mean = countsMeanRow(highest, settings);
  return {
    kind: "pooled-counts",
    schemaVersion: 1,
    model: model.name,
    modelLabel: model.label,
    measure: model.measure.name,
    backTransform: model.measure.backTransform,
    nSeries: pooled.length,
    estimates: [mean, ...spreadRows(highest, typical, settings)],
    natural: { ...model.measure.natural, estimates: [naturalMeanRow(mean, settings)] },
    series: pooled.map(({ series: name, summary }, i) => ({
      series: name,
      summary,
      ...seriesAlone(likelihoods[i]!, settings.level),
    })),
    heterogeneity: differenceTests(highest.joint),
    fit: {
      likelihood: highest.joint.penalty.name,
      likelihoodLabel: highest.joint.penalty.label,
      logLikelihood: logLikelihoodOf(highest),
      converged: highest.converged,
      quadrature: quadrature.name,
      limits: limits.name,
    },
    leftOut,
    warnings: countsWarnings(highest, mean),
    provenance: {
      package: "nof1",
      version,
      seed: null,
      inputSha256: null,
      options: countOptionsAsJson(settings),
    },
  };
}
