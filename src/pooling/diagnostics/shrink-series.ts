import { EstimationError } from "../../errors.ts";
import { effectData } from "../../inference/random-effects/effect-data.ts";
import { criticalValue } from "../../inference/random-effects/mean-interval.ts";
import {
  type RandomEffectsFit,
  randomEffectsFit,
} from "../../inference/random-effects/random-effects-fit.ts";
import type { Estimate } from "../../schema/estimate.ts";
import type { Warning } from "../../schema/provenance.ts";
import type { EffectEstimate } from "../../schema/series.ts";
import type { ShrunkenSeries } from "../../schema/shrunken-series.ts";
import { chosenRows } from "../chosen-rows.ts";
import type { NamedEffect } from "../overlaps.ts";
import type { PoolEstimatesOptions, PoolSettings } from "../pool-options.ts";
import { poolProvenance } from "../pool-provenance.ts";
import { regressionDesign } from "../regression/regression-design.ts";

/** Options of `shrinkSeries`. */
export type ShrinkSeriesOptions = Omit<PoolEstimatesOptions, "prediction" | "tauSquaredInterval">;

/** Share of the series' own estimate: τ²/(τ² + v). */
function ownShare({ tauSquared }: RandomEffectsFit, variance: number): number {
  return tauSquared.tauSquared / (tauSquared.tauSquared + variance);
}

function shrunken(
  fit: RandomEffectsFit,
  i: number,
  row: NamedEffect,
  { interval, level, unit }: PoolSettings,
): Estimate {
  const { columns, values } = fit.data.design;
  const contrast = Array.from(values.subarray(i * columns, (i + 1) * columns));
  const mean = interval.estimate(fit, level, contrast);
  const share = ownShare(fit, row.variance);
  const estimate = mean.estimate + share * (row.estimate - mean.estimate);
  const variance = share * row.variance + ((1 - share) * mean.standardError) ** 2;
  const standardError = Math.sqrt(variance);
  const { degreesOfFreedom } = mean;
  const reach = degreesOfFreedom === null ? Infinity : criticalValue(level, degreesOfFreedom) * standardError;
  const closed = Number.isFinite(reach);
  return {
    parameter: "seriesEffect",
    label: `True effect of ${row.series}`,
    unit,
    estimate,
    standardError,
    lower: closed ? estimate - reach : null,
    upper: closed ? estimate + reach : null,
    level,
    method: interval.name,
    bound: closed ? "closed" : "open",
    series: row.series,
  };
}

function warningsOf({ tauSquared, assumed }: RandomEffectsFit, estimates: readonly Estimate[]): Warning[] {
  const found: Warning[] = [];
  if (tauSquared.tauSquared === 0 && !assumed)
    found.push({
      code: "shrunken-to-mean",
      message:
        "τ² is estimated as 0, so every series is shrunken onto the mean: that the series do not differ is not shown by this.",
    });
  if (estimates.some(({ bound }) => bound !== "closed"))
    found.push({
      code: "interval-open",
      message:
        "The interval method of the mean has no t or normal distribution, so the shrunken effects have no limits.",
    });
  return found;
}

/**
 * The true effect of each series, drawn towards the mean (or what moderators say of it) the more the less it knows itself: best
 * linear unbiased predictions. Limits take τ² as known.
 *
 * @param rows As for `poolEstimates`.
 * @throws As `poolEstimates`; {EstimationError} `too-few-observations` where there is only one series.
 * @see Raudenbush & Bryk (1985), J Educ Stat 10:75–98, section 3. doi:10.3102/10769986010002075; Robinson (1991), Stat Sci 6:15–32.
 * doi:10.1214/ss/1177011926
 * @example
 * const rows = [-3.5, -1].map((estimate) => ({ estimate, variance: 0.3 }));
 * shrinkSeries(rows).estimates[0]?.estimate; // -3.38
 */
export function shrinkSeries(
  rows: readonly EffectEstimate[],
  options: ShrinkSeriesOptions = {},
): ShrunkenSeries {
  const { rows: chosen, effects, variances, leftOut, settings } = chosenRows(rows, options);
  const { moderators, tauSquared, measure, backTransform } = settings;
  const design = moderators.length > 0 ? regressionDesign(chosen, moderators).matrix : undefined;
  if (chosen.length < 2)
    throw new EstimationError("too-few-observations", "Cannot shrink series: needs at least 2, got 1");
  const fit = randomEffectsFit(effectData(effects, variances, design), tauSquared);
  const estimates = chosen.map((row, i) => shrunken(fit, i, row, settings));
  return {
    kind: "shrunken-series",
    schemaVersion: 1,
    measure,
    backTransform,
    tauSquared: fit.tauSquared.tauSquared,
    estimates,
    ownShares: chosen.map(({ variance }) => ownShare(fit, variance)),
    leftOut,
    warnings: warningsOf(fit, estimates),
    provenance: poolProvenance(settings, false),
  };
}
