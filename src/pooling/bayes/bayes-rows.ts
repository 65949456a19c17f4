import type { Estimate } from "../../schema/estimate.ts";
import type { PoolPriors } from "../../schema/pooled-bayes-result.ts";
import type { PooledSeries } from "../../schema/pooled-result.ts";
import type { NamedEffect } from "../overlaps.ts";
import { seriesRows } from "../pool-rows.ts";
import type { BayesSettings } from "./bayes-options.ts";
import { type BayesModel, type BayesPosterior, momentExists } from "./bayes-posterior.ts";
import { mixtureMoments, mixtureQuantile, type NormalMixture } from "./normal-mixture.ts";

/** A posterior, as far as a row shows it. */
interface Shown {
  parameter: string;
  label: string;
  quantile(probability: number): number;
  standardError: number | null;
  series?: string;
}

function rowOf({ quantile, ...names }: Shown, { level, unit }: BayesSettings): Estimate {
  const { series, parameter, label, standardError } = names;
  return {
    parameter,
    label,
    unit,
    estimate: quantile(0.5),
    standardError,
    lower: quantile(0.5 * (1 - level)),
    upper: quantile(1 - 0.5 * (1 - level)),
    level,
    method: "posterior",
    bound: "closed",
    ...(series !== undefined && { series }),
  };
}

const from = (mixture: NormalMixture) => (probability: number) => mixtureQuantile(mixture, probability);

/** Which moments there are. A normal prior of the mean effect gives it all of them. */
export function momentsOf(model: BayesModel): { [row in "mean" | "prediction" | "tau"]: 0 | 1 | 2 } {
  const tau = momentExists(model, 2) ? 2 : momentExists(model, 1) ? 1 : 0;
  return { mean: model.meanPrior.standardDeviation === null ? tau : 2, prediction: tau, tau };
}

/** Posterior means of the mean effect and of τ; null where there are none. */
export function posteriorMeans(
  model: BayesModel,
  { mean, tau }: BayesPosterior,
): {
  mean: number | null;
  tau: number | null;
} {
  const moments = momentsOf(model);
  return {
    mean: moments.mean > 0 ? mixtureMoments(mean).mean : null,
    tau: moments.tau > 0 ? tau.masses.reduce((sum, mass, j) => sum + mass * tau.taus[j]!, 0) : null,
  };
}

function tauDeviation({ tau: { masses, taus } }: BayesPosterior, mean: number): number {
  return Math.sqrt(masses.reduce((sum, mass, j) => sum + mass * (taus[j]! - mean) ** 2, 0));
}

/** Mean, prediction and τ. */
export function pooledRows(
  model: BayesModel,
  posterior: BayesPosterior,
  settings: BayesSettings,
): Estimate[] {
  const moments = momentsOf(model);
  const deviation = (mixture: NormalMixture, exists: boolean): number | null =>
    exists ? mixtureMoments(mixture).standardDeviation : null;
  const { tau } = posteriorMeans(model, posterior);
  const shown: Shown[] = [
    {
      parameter: "mean",
      label: "Mean effect",
      quantile: from(posterior.mean),
      standardError: deviation(posterior.mean, moments.mean === 2),
    },
    {
      parameter: "prediction",
      label: "Effect in a further series",
      quantile: from(posterior.prediction),
      standardError: deviation(posterior.prediction, moments.prediction === 2),
    },
    {
      parameter: "tau",
      label: "Standard deviation between series (τ)",
      quantile: posterior.tau.quantile,
      standardError: moments.tau === 2 && tau !== null ? tauDeviation(posterior, tau) : null,
    },
  ];
  return shown.map((one) => rowOf(one, settings));
}

/** The effect of each series, drawn towards the mean. */
export function seriesEffectRows(
  rows: readonly NamedEffect[],
  { series }: BayesPosterior,
  settings: BayesSettings,
): Estimate[] {
  return rows.map(({ series: name }, i) =>
    rowOf(
      {
        parameter: "seriesEffect",
        label: `Effect in ${name}`,
        quantile: from(series[i]!),
        standardError: mixtureMoments(series[i]!).standardDeviation,
        series: name,
      },
      settings,
    ),
  );
}

/** Each series as it was given, with its posterior weight. */
export function bayesSeriesRows(
  rows: readonly NamedEffect[],
  { weights }: BayesPosterior,
  { level }: BayesSettings,
): PooledSeries[] {
  const shown = seriesRows(rows, Float64Array.from(weights), level);
  return shown.map((row, i) => ({ ...row, weight: weights[i]! }));
}

/** The priors by name. */
export function priorsOf({ tauPrior, meanPrior }: BayesModel): PoolPriors {
  const { mean, standardDeviation } = meanPrior;
  return {
    tau: {
      name: tauPrior.name,
      label: tauPrior.label,
      parameters: { ...tauPrior.parameters },
      median: tauPrior.median,
    },
    mean: {
      name: meanPrior.name,
      label: meanPrior.label,
      parameters: mean === null || standardDeviation === null ? {} : { mean, standardDeviation },
      median: mean,
    },
  };
}
