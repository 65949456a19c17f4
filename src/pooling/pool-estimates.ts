import { effectData } from "../inference/random-effects/effect-data.ts";
import {
  correctedAkaike,
  logLikelihood,
  restrictedLogLikelihood,
} from "../inference/random-effects/log-likelihood.ts";
import { qTest } from "../inference/random-effects/q-test.ts";
import { randomEffectsFit } from "../inference/random-effects/random-effects-fit.ts";
import type { PooledResult, PoolMethods } from "../schema/pooled-result.ts";
import type { EffectEstimate } from "../schema/series.ts";
import { chosenRows } from "./chosen-rows.ts";
import { meanTest } from "./mean-test.ts";
import { oneSeries, type PooledAnswer } from "./one-series.ts";
import type { NamedEffect } from "./overlaps.ts";
import type { PoolEstimatesOptions, PoolSettings } from "./pool-options.ts";
import { poolProvenance } from "./pool-provenance.ts";
import { heterogeneityRows, meanRow, predictionRow, seriesRows } from "./pool-rows.ts";
import { poolWarnings } from "./pool-warnings.ts";
import { coefficientRows } from "./regression/coefficient-rows.ts";
import { metaRegression, regressionWarnings } from "./regression/meta-regression.ts";
import { type RegressionDesign, regressionDesign } from "./regression/regression-design.ts";

/**
 * Pools effect estimates of a few series of patients, by default under random effects: each series has a true effect of its own,
 * and their mean is asked for.
 *
 * @param rows One per series that shares no patient with another; all on one scale. One series alone is not pooled: it keeps its own
 * interval and a warning says so.
 * @returns The mean with its interval and those of companions, a prediction for a further series, how far the series differ, and
 * the share of each. With moderators also how the mean depends on them: the first row is then the mean at their averages.
 * @throws {InputError} with every number that cannot be pooled, and every pair of series that share patients.
 * @throws {RangeError} when an option is out of range, such as `level: 95`.
 * @throws {EstimationError} `too-few-observations` where there is no series, or not more series than coefficients;
 * `not-identifiable` where moderators do not vary or depend on each other.
 * @see Viechtbauer (2010), J Stat Softw 36(3) (the model). doi:10.18637/jss.v036.i03; Hartung & Knapp (2001), Stat Med
 * 20:3875–3889 (the headline's interval). doi:10.1002/sim.1009
 * @example
 * poolEstimates([{ estimate: -3.5, variance: 0.25 }, { estimate: -1, variance: 0.4 }]).estimates[0]?.estimate; // -2.28
 */
export function poolEstimates(
  rows: readonly EffectEstimate[],
  options: PoolEstimatesOptions = {},
): PooledResult {
  const { rows: pooled, leftOut, settings } = chosenRows(rows, options);
  const regression = settings.moderators.length > 0 ? regressionDesign(pooled, settings.moderators) : null;
  const answer =
    pooled.length === 1 ? oneSeries(pooled[0]!, settings) : severalSeries(pooled, settings, regression);
  const drawn = pooled.length > 1 && !settings.tauSquared.assumed && settings.prediction.usesSeed;
  return {
    kind: "pooled",
    schemaVersion: 1,
    measure: settings.measure,
    backTransform: settings.backTransform,
    nSeries: pooled.length,
    ...answer,
    methods: methodLabels(settings),
    leftOut,
    provenance: poolProvenance(settings, drawn),
  };
}

function severalSeries(
  rows: readonly NamedEffect[],
  settings: PoolSettings,
  design: RegressionDesign | null,
): PooledAnswer {
  const { interval, level, prediction, seed, tauSquared, tauSquaredInterval } = settings;
  const data = effectData(
    rows.map(({ estimate }) => estimate),
    rows.map(({ variance }) => variance),
    design?.matrix,
  );
  const fit = randomEffectsFit(data, tauSquared);
  const limits = tauSquaredInterval.limits(data, level);
  const predicted = fit.assumed ? null : predictionRow(fit, prediction.predict(fit, level, seed), settings);
  const mean = meanRow(fit, interval, settings);
  const value = logLikelihood(fit);
  const nParameters = data.design.columns + (fit.assumed ? 0 : 1);
  const regression = design && metaRegression(fit, design, rows, settings);
  return {
    estimates: [
      mean,
      ...(predicted === null ? [] : [predicted]),
      ...(design ? coefficientRows(fit, design, settings) : []),
      ...heterogeneityRows(fit, limits, settings),
    ],
    companions: (interval.companions?.(fit, level) ?? []).map((method) => ({
      label: method.label,
      row: meanRow(fit, method, settings),
    })),
    series: seriesRows(rows, fit.weights, level),
    heterogeneity: { ...qTest(data), tauSquaredSet: limits.set },
    test: meanTest(fit, settings),
    fit: {
      tauSquared: tauSquared.name,
      logLikelihood: value,
      restrictedLogLikelihood: restrictedLogLikelihood(fit),
      aicc: correctedAkaike(value, rows.length, nParameters),
    },
    ...(regression && { regression }),
    warnings: [
      ...poolWarnings(fit, limits, mean, predicted, settings),
      ...(regression ? regressionWarnings(regression, fit, settings) : []),
    ],
  };
}

/** The methods by the names that people know. */
function methodLabels({ tauSquared, interval, prediction, tauSquaredInterval }: PoolSettings): PoolMethods {
  return {
    tauSquared: tauSquared.label,
    interval: interval.label,
    prediction: tauSquared.assumed ? null : prediction.label,
    tauSquaredInterval: tauSquaredInterval.label,
  };
}
