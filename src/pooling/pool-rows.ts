import type { MeanInterval } from "../inference/random-effects/mean-interval.ts";
import type { PredictionLimits } from "../inference/random-effects/prediction-interval.ts";
import type { RandomEffectsFit } from "../inference/random-effects/random-effects-fit.ts";
import { totalWeight } from "../inference/random-effects/weighted-fit.ts";
import { normal } from "../math/distributions/normal.ts";
import type { Estimate } from "../schema/estimate.ts";
import type { PooledSeries } from "../schema/pooled-result.ts";
import type { TauSquaredLimits } from "./heterogeneity/tau-squared-interval.ts";
import { hSquared, iSquared, typicalVariance } from "./heterogeneity/variance-shares.ts";
import type { NamedEffect } from "./overlaps.ts";
import type { PoolSettings } from "./pool-options.ts";
import { dersimonianLaird } from "./tau-squared/dersimonian-laird.ts";

/** A combination of the coefficients, by name. */
export interface NamedContrast extends Pick<Estimate, "parameter" | "label" | "unit" | "given"> {
  contrast?: readonly number[];
}

/** A combination of the coefficients by one interval method. */
export function contrastRow(
  fit: RandomEffectsFit,
  interval: MeanInterval,
  { contrast, ...name }: NamedContrast,
  level: number,
): Estimate {
  const { estimate, standardError, lower, upper } = interval.estimate(fit, level, contrast);
  const closed = Number.isFinite(upper - lower);
  return {
    ...name,
    estimate,
    standardError,
    lower: closed ? lower : null,
    upper: closed ? upper : null,
    level,
    method: interval.name,
    bound: closed ? "closed" : "open",
  };
}

/** What mean and prediction take for granted where they depend on moderators. */
function atAverages({ moderators }: PoolSettings): Pick<Estimate, "given"> {
  return moderators.length > 0 ? { given: "average moderators" } : {};
}

/** The pooled mean by one interval method. */
export function meanRow(fit: RandomEffectsFit, interval: MeanInterval, settings: PoolSettings): Estimate {
  const label = fit.assumed ? "Common effect" : "Mean effect";
  const name = { parameter: "mean", label, unit: settings.unit, ...atAverages(settings) };
  return contrastRow(fit, interval, name, settings.level);
}

/** Where a further series may lie. */
export function predictionRow(
  fit: RandomEffectsFit,
  limits: PredictionLimits | null,
  settings: PoolSettings,
): Estimate {
  return {
    parameter: "prediction",
    label: "Effect in a further series",
    unit: settings.unit,
    estimate: fit.coefficients[0]!,
    standardError: null,
    lower: limits?.lower ?? null,
    upper: limits?.upper ?? null,
    level: settings.level,
    method: settings.prediction.name,
    bound: limits === null ? "open" : "closed",
    ...atAverages(settings),
  };
}

interface Transformed {
  parameter: string;
  label: string;
  unit: string;
  of(tauSquared: number): number;
}

/** τ² and τ, which a common effect does not have. */
function spreads(unit: string): Transformed[] {
  return [
    {
      parameter: "tauSquared",
      label: "Variance between series (τ²)",
      unit: `${unit}²`,
      of: (tauSquared) => tauSquared,
    },
    { parameter: "tau", label: "Standard deviation between series (τ)", unit, of: Math.sqrt },
  ];
}

function shares(typical: number): Transformed[] {
  return [
    {
      parameter: "iSquared",
      label: "Share of variance between series (I²)",
      unit: "fraction",
      of: (tauSquared) => iSquared(tauSquared, typical),
    },
    {
      parameter: "hSquared",
      label: "Variance over sampling variance (H²)",
      unit: "ratio",
      of: (tauSquared) => hSquared(tauSquared, typical),
    },
  ];
}

/**
 * τ², τ, I² and H², with the limits of τ². Under a common effect I² and H² describe Q, as they were first defined: by DerSimonian
 * and Laird's τ².
 */
export function heterogeneityRows(
  fit: RandomEffectsFit,
  limits: TauSquaredLimits,
  settings: PoolSettings,
): Estimate[] {
  const { effects, variances, design } = fit.data;
  const described = fit.assumed ? dersimonianLaird.estimate(effects, variances, design) : fit.tauSquared;
  const quantities = [...(fit.assumed ? [] : spreads(settings.unit)), ...shares(typicalVariance(fit.data))];
  return quantities.map(({ parameter, label, unit, of }, i) => ({
    parameter,
    label,
    unit,
    estimate: of(described.tauSquared),
    standardError: i === 0 && !fit.assumed ? described.standardError : null,
    lower: of(limits.lower),
    upper: of(limits.upper),
    level: settings.level,
    method: settings.tauSquaredInterval.name,
    bound: "closed",
  }));
}

/** Each series alone, with its share of the pooled mean. */
export function seriesRows(
  rows: readonly NamedEffect[],
  weights: Float64Array,
  level: number,
): PooledSeries[] {
  const z = normal.survivalQuantile(0.5 * (1 - level));
  const total = totalWeight({ weights });
  return rows.map(({ series, estimate, variance, n, summary, moderators }, i) => {
    const standardError = Math.sqrt(variance);
    return {
      series,
      estimate,
      standardError,
      lower: estimate - z * standardError,
      upper: estimate + z * standardError,
      weight: weights[i]! / total,
      n: n ?? null,
      ...(summary !== undefined && { summary }),
      ...(moderators !== undefined && { moderators }),
    };
  });
}
