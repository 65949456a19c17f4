import { effectData } from "../../inference/random-effects/effect-data.ts";
import {
  type RandomEffectsFit,
  randomEffectsFit,
} from "../../inference/random-effects/random-effects-fit.ts";
import type { Estimate } from "../../schema/estimate.ts";
import type { ModeratorPrediction } from "../../schema/moderator-prediction.ts";
import type { Warning } from "../../schema/provenance.ts";
import type { EffectEstimate } from "../../schema/series.ts";
import { chosenRows } from "../chosen-rows.ts";
import type { PoolEstimatesOptions, PoolSettings } from "../pool-options.ts";
import { poolProvenance } from "../pool-provenance.ts";
import { contrastRow } from "../pool-rows.ts";
import { type ModeratorValues, type PlacedPoint, placedPoint } from "./moderator-points.ts";
import { regressionDesign } from "./regression-design.ts";

/** Options of `predictEffects`. */
export interface PredictEffectsOptions extends Omit<PoolEstimatesOptions, "tauSquaredInterval"> {
  moderators: readonly string[];
  /** Points, each with a value of every moderator: a number, or one of the levels of a text. */
  at: readonly ModeratorValues[];
}

/** The mean at one point, and where series differ the effect of a further one there. */
function rowsAt(
  { point: { given }, contrast }: PlacedPoint,
  fit: RandomEffectsFit,
  { interval, level, prediction, seed, unit }: PoolSettings,
): Estimate[] {
  const label = fit.assumed ? "Common effect" : "Mean effect";
  const mean = contrastRow(fit, interval, { parameter: "mean", label, unit, given, contrast }, level);
  if (fit.assumed) return [mean];
  const limits = prediction.predict(fit, level, seed, contrast);
  const further: Estimate = {
    parameter: "prediction",
    label: "Effect in a further series",
    unit,
    given,
    estimate: mean.estimate,
    standardError: null,
    lower: limits?.lower ?? null,
    upper: limits?.upper ?? null,
    level,
    method: prediction.name,
    bound: limits === null ? "open" : "closed",
  };
  return [mean, further];
}

function outsideWarning(points: readonly PlacedPoint[]): Warning[] {
  const outside = points.filter(({ point }) => point.outside).map(({ point }) => point.given);
  if (outside.length === 0) return [];
  return [
    {
      code: "outside-the-series",
      message: `No series reaches as far as ${outside.join("; ")}: what is said there is the line drawn on, which nothing in the file supports.`,
    },
  ];
}

/**
 * What a regression on moderators says at chosen values of them: the mean effect there, and that of a further series.
 *
 * @param rows As for `poolEstimates`, each with the moderators.
 * @returns A mean and a prediction for each point, by the chosen methods; a warning where a point lies beyond all series.
 * @throws As `poolEstimates`; {RangeError} when there is no point or no moderator, or a point lacks a moderator or has an unknown level.
 * @see Viechtbauer (2010), J Stat Softw 36(3), section 3.4 (predicted average effects). doi:10.18637/jss.v036.i03
 * @example
 * const rows = [-4, -3, -5, -2].map((estimate, i) => ({ estimate, variance: 0.5, moderators: { dose: [2, 1, 3, 0][i]! } }));
 * predictEffects(rows, { moderators: ["dose"], at: [{ dose: 1.5 }] }).estimates[0]?.estimate; // -3.5
 */
export function predictEffects(
  rows: readonly EffectEstimate[],
  { at, ...options }: PredictEffectsOptions,
): ModeratorPrediction {
  if (options.moderators.length === 0)
    throw new RangeError("moderators must name at least 1 column, got none");
  if (at.length === 0) throw new RangeError("at must have at least 1 point, got none");
  const { rows: chosen, effects, variances, leftOut, settings } = chosenRows(rows, options);
  const design = regressionDesign(chosen, settings.moderators);
  const points = at.map((values) => placedPoint(design, values));
  const fit = randomEffectsFit(effectData(effects, variances, design.matrix), settings.tauSquared);
  const provenance = poolProvenance(settings, false);
  return {
    kind: "moderator-prediction",
    schemaVersion: 1,
    measure: settings.measure,
    backTransform: settings.backTransform,
    nSeries: chosen.length,
    points: points.map(({ point }) => point),
    estimates: points.flatMap((point) => rowsAt(point, fit, settings)),
    leftOut,
    warnings: outsideWarning(points),
    provenance: {
      ...provenance,
      options: { ...provenance.options, at: at.map((values) => ({ ...values })) },
    },
  };
}
