import { effectData } from "../../inference/random-effects/effect-data.ts";
import { qTest } from "../../inference/random-effects/q-test.ts";
import { randomEffectsFit } from "../../inference/random-effects/random-effects-fit.ts";
import type { PoolStep } from "../../schema/pool-sequence.ts";
import { hSquared, iSquared, typicalVariance } from "../heterogeneity/variance-shares.ts";
import { testOfEstimate } from "../mean-test.ts";
import type { NamedEffect } from "../overlaps.ts";
import type { PoolSettings } from "../pool-options.ts";
import { dersimonianLaird } from "../tau-squared/dersimonian-laird.ts";

function alone(series: string, { estimate, variance }: NamedEffect): PoolStep {
  const standardError = Math.sqrt(variance);
  const none = { lower: null, upper: null, pValue: null, tauSquared: null, iSquared: null, hSquared: null };
  return { series, nSeries: 1, estimate, standardError, ...none, q: 0, qPValue: null };
}

/**
 * Pools some of the series in short: the mean, how far they differ, no interval of τ².
 *
 * @param series Name of the step.
 * @param rows At least one; one alone is not pooled and has no interval.
 */
export function poolStep(series: string, rows: readonly NamedEffect[], settings: PoolSettings): PoolStep {
  if (rows.length === 1) return alone(series, rows[0]!);
  const effects = rows.map(({ estimate }) => estimate);
  const variances = rows.map(({ variance }) => variance);
  const data = effectData(effects, variances);
  const fit = randomEffectsFit(data, settings.tauSquared);
  const mean = settings.interval.estimate(fit, settings.level);
  const closed = Number.isFinite(mean.upper - mean.lower);
  const described = fit.assumed ? dersimonianLaird.estimate(effects, variances) : fit.tauSquared;
  const typical = typicalVariance(data);
  const { q, pValue } = qTest(data);
  return {
    series,
    nSeries: rows.length,
    estimate: mean.estimate,
    standardError: mean.standardError,
    lower: closed ? mean.lower : null,
    upper: closed ? mean.upper : null,
    pValue: testOfEstimate(mean)?.pValue ?? null,
    tauSquared: fit.tauSquared.tauSquared,
    iSquared: iSquared(described.tauSquared, typical),
    hSquared: hSquared(described.tauSquared, typical),
    q,
    qPValue: pValue,
  };
}
