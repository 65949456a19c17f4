import type { RandomEffectsFit } from "../inference/random-effects/random-effects-fit.ts";
import type { Estimate } from "../schema/estimate.ts";
import type { Warning } from "../schema/provenance.ts";
import type { TauSquaredLimits } from "./heterogeneity/tau-squared-interval.ts";
import type { PoolSettings } from "./pool-options.ts";
import { varianceWarnings } from "./variance-check.ts";

/** Up to this many series the variance between them is hardly known. */
const FEW = 5;

function fewSeries({ data, assumed }: RandomEffectsFit): Warning[] {
  const k = data.effects.length;
  if (k > FEW || assumed) return [];
  return [
    {
      code: "few-series",
      message: `With ${k} series it is hardly known how much series differ (τ²): please read its interval, and the companions beside the mean.`,
    },
  ];
}

function emptySet({ set }: TauSquaredLimits): Warning[] {
  if (set !== "empty") return [];
  return [
    {
      code: "tau-squared-interval-empty",
      message:
        "The series agree better than chance would have it at any τ²: its interval is empty, and printed as 0 to 0.",
    },
  ];
}

function predictionWarnings(
  { tauSquared, assumed }: RandomEffectsFit,
  prediction: Estimate | null,
  { prediction: method }: PoolSettings,
): Warning[] {
  if (assumed || prediction === null) return [];
  if (prediction.lower === null)
    return [
      {
        code: "prediction-undefined",
        message: `The prediction interval "${method.name}" is not defined for so few series.`,
      },
    ];
  if (tauSquared.tauSquared > 0 || !method.usesTauSquared) return [];
  return [
    {
      code: "prediction-collapsed",
      message:
        "τ² is estimated as 0, so the prediction interval says no more than an interval of the mean: a further series may well lie farther off.",
    },
  ];
}

function openMean(mean: Estimate): Warning[] {
  if (mean.bound === "closed") return [];
  return [
    {
      code: "interval-open",
      message: `The interval of the mean by "${mean.method}" has no ends: the series leave it hardly any degrees of freedom.`,
    },
  ];
}

/** Everything a reader must know about this pool. */
export function poolWarnings(
  fit: RandomEffectsFit,
  limits: TauSquaredLimits,
  mean: Estimate,
  prediction: Estimate | null,
  settings: PoolSettings,
): Warning[] {
  return [
    ...varianceWarnings(fit.data),
    ...fewSeries(fit),
    ...openMean(mean),
    ...(settings.interval.warnings?.(fit, settings.level) ?? []),
    ...emptySet(limits),
    ...predictionWarnings(fit, prediction, settings),
  ];
}
