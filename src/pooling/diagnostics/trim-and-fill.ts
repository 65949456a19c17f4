import { EstimationError } from "../../errors.ts";
import { effectData } from "../../inference/random-effects/effect-data.ts";
import { randomEffectsFit } from "../../inference/random-effects/random-effects-fit.ts";
import type { FunnelPoint, TrimAndFillResult } from "../../schema/funnel-result.ts";
import type { EffectEstimate } from "../../schema/series.ts";
import { type ChosenRows, chosenRows } from "../chosen-rows.ts";
import type { NamedEffect } from "../overlaps.ts";
import type { PoolEstimatesOptions } from "../pool-options.ts";
import { poolProvenance } from "../pool-provenance.ts";
import { heterogeneityRows, meanRow } from "../pool-rows.ts";
import { standardErrorDesign } from "./asymmetry-tests/egger-regression.ts";
import { funnelWarnings } from "./funnel-warnings.ts";
import { countMissing } from "./missing-series/count-missing.ts";
import { linearEstimator } from "./missing-series/linear-estimator.ts";
import type { MissingSeriesEstimator } from "./missing-series/missing-series-estimator.ts";

/** Options of `trimAndFill`. */
export interface TrimAndFillOptions extends Omit<PoolEstimatesOptions, "moderators" | "prediction"> {
  /** Where series are missing; by the slope of Egger's regression unless given. */
  side?: "left" | "right";
  /** How the number missing is told; default `linearEstimator`. */
  missing?: MissingSeriesEstimator;
}

type Side = TrimAndFillResult["side"];

/** Where small series are missing: opposite to where they lie. */
function sideOf({ rows, effects, variances, settings }: ChosenRows): Side {
  const design = standardErrorDesign(rows);
  if (design === null)
    throw new EstimationError(
      "not-identifiable",
      "Cannot tell on which side series are missing: needs 3 series with standard errors that differ; please give the side",
    );
  const fit = randomEffectsFit(effectData(effects, variances, design.matrix), settings.tauSquared);
  return fit.coefficients[1]! < 0 ? "right" : "left";
}

function filledRows({ rows, settings }: ChosenRows, side: Side, method: MissingSeriesEstimator) {
  const sign = side === "left" ? 1 : -1;
  const turned = rows
    .map(({ estimate, variance }) => ({ effect: sign * estimate, variance }))
    .sort((a, b) => a.effect - b.effect);
  const { nMissing, standardError, center } = countMissing(turned, method, settings.tauSquared);
  const filled = turned.slice(turned.length - nMissing).map(
    ({ effect, variance }, i): NamedEffect => ({
      series: `Filled ${i + 1}`,
      estimate: sign * (2 * center - effect),
      variance,
    }),
  );
  return { filled, standardError };
}

function pointOf({ series, estimate, variance }: NamedEffect, filled: boolean): FunnelPoint {
  return { series, estimate, standardError: Math.sqrt(variance), filled };
}

/**
 * Trims what makes a funnel lopsided, mirrors it on the other side, and pools again: how far the mean would move if series were
 * missing for their results. A look at what could be, not a correction: with few series, or series that differ, it finds missing
 * ones that never were.
 *
 * @param rows As for `poolEstimates`.
 * @returns The mean and τ² with the series filled in, and the points.
 * @throws As `poolEstimates`; {EstimationError} `too-few-observations` where there is only one series, `not-identifiable` where the
 * side cannot be told, `not-converged` where the number missing does not settle.
 * @see Duval & Tweedie (2000), Biometrics 56:455–463. doi:10.1111/j.0006-341X.2000.00455.x
 * @example
 * const rows = [0.1, 0.9, 1.6, 0.4].map((estimate) => ({ estimate, variance: estimate / 5 }));
 * trimAndFill(rows).side; // "left"
 */
export function trimAndFill(
  rows: readonly EffectEstimate[],
  { side: asked, missing = linearEstimator, ...options }: TrimAndFillOptions = {},
): TrimAndFillResult {
  const chosen = chosenRows(rows, options);
  const { settings, leftOut } = chosen;
  if (chosen.rows.length < 2)
    throw new EstimationError("too-few-observations", "Cannot trim and fill: needs at least 2 series, got 1");
  const side = asked ?? sideOf(chosen);
  const { filled, standardError } = filledRows(chosen, side, missing);
  const all = [...chosen.rows, ...filled];
  const data = effectData(
    all.map(({ estimate }) => estimate),
    all.map(({ variance }) => variance),
  );
  const fit = randomEffectsFit(data, settings.tauSquared);
  const limits = settings.tauSquaredInterval.limits(data, settings.level);
  const { measure, backTransform, unit } = settings;
  const provenance = poolProvenance(settings, false);
  return {
    kind: "trim-and-fill",
    schemaVersion: 1,
    measure,
    backTransform,
    unit,
    side,
    nFilled: filled.length,
    standardError,
    estimates: [meanRow(fit, settings.interval, settings), ...heterogeneityRows(fit, limits, settings)],
    points: [...chosen.rows.map((row) => pointOf(row, false)), ...filled.map((row) => pointOf(row, true))],
    leftOut,
    warnings: funnelWarnings(chosen.rows.length),
    provenance: {
      ...provenance,
      options: { ...provenance.options, side: asked ?? null, missing: missing.name },
    },
  };
}
