import { EstimationError } from "../../../errors.ts";
import { effectData } from "../../../inference/random-effects/effect-data.ts";
import type { MeanInterval } from "../../../inference/random-effects/mean-interval.ts";
import { randomEffectsFit } from "../../../inference/random-effects/random-effects-fit.ts";
import type { TauSquaredEstimator } from "../../../inference/random-effects/tau-squared-estimator.ts";
import { meanTest } from "../../mean-test.ts";
import type { NamedEffect } from "../../overlaps.ts";
import type { PoolSettings } from "../../pool-options.ts";
import { contrastRow } from "../../pool-rows.ts";
import { type RegressionDesign, regressionDesign } from "../../regression/regression-design.ts";
import { type FoundAsymmetry, NOTHING } from "./asymmetry-method.ts";

/** The standard error as a moderator; null where it does not vary, or there are fewer than three series. */
export function standardErrorDesign(rows: readonly NamedEffect[]): RegressionDesign | null {
  const withError = rows.map((row) => ({ ...row, moderators: { standardError: Math.sqrt(row.variance) } }));
  try {
    return regressionDesign(withError, ["standardError"]);
  } catch (error) {
    if (error instanceof EstimationError) return null;
    throw error;
  }
}

/** Regresses effects on their standard errors, and tests the slope. */
export function eggerRegression(
  rows: readonly NamedEffect[],
  { level, unit }: PoolSettings,
  estimator: TauSquaredEstimator,
  interval: MeanInterval,
): FoundAsymmetry {
  const design = standardErrorDesign(rows);
  if (design === null) return NOTHING;
  const data = effectData(
    rows.map(({ estimate }) => estimate),
    rows.map(({ variance }) => variance),
    design.matrix,
  );
  const fit = randomEffectsFit(data, estimator);
  const test = meanTest(fit, { interval, level }, design.slopes[0]);
  const limit = contrastRow(
    fit,
    interval,
    {
      parameter: "limit",
      label: "Effect expected of a series without error",
      unit,
      contrast: design.intercept,
    },
    level,
  );
  return test === null ? { ...NOTHING, limit } : { ...test, limit };
}
