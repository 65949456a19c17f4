import { EstimationError } from "../../../errors.ts";
import { effectData } from "../../../inference/random-effects/effect-data.ts";
import { randomEffectsFit } from "../../../inference/random-effects/random-effects-fit.ts";
import type { TauSquaredEstimator } from "../../../inference/random-effects/tau-squared-estimator.ts";
import type { MissingSeriesEstimator } from "./missing-series-estimator.ts";

/** Effects in order of size, turned so that those missing lie on the left. */
export interface TurnedEffect {
  effect: number;
  variance: number;
}

/** What is missing, and the mean of those that have a counterpart. */
export interface Missing {
  nMissing: number;
  standardError: number;
  center: number;
}

/** Distances closer than this share of the range are tied. */
const TIED = 1e-10;
const MOST = 100;

function meanOf(effects: readonly TurnedEffect[], estimator: TauSquaredEstimator): number {
  if (effects.length === 1) return effects[0]!.effect;
  const data = effectData(
    effects.map(({ effect }) => effect),
    effects.map(({ variance }) => variance),
  );
  return randomEffectsFit(data, estimator).coefficients[0]!;
}

/** Ranks of the distances with the sign of their side, tied ones in the order of the effects; 0 for none. */
function signedRanks(effects: readonly TurnedEffect[], center: number): number[] {
  const range = effects.at(-1)!.effect - effects[0]!.effect;
  const steps = effects.map(({ effect }) => (range > 0 ? Math.round((effect - center) / (TIED * range)) : 0));
  const order = steps.map((_, i) => i).sort((a, b) => Math.abs(steps[a]!) - Math.abs(steps[b]!) || a - b);
  const ranks = steps.map(() => 0);
  order.forEach((i, place) => {
    ranks[i] = Math.sign(steps[i]!) * (place + 1);
  });
  return ranks;
}

/**
 * Counts the series missing on the left: trims as many from the right, takes the mean of the others, counts again, until nothing
 * changes.
 *
 * @param effects In order of size; at least two.
 * @throws {EstimationError} `not-converged` where the count goes round in circles; `not-identifiable` where the estimator has no
 * answer.
 * @see Duval & Tweedie (2000), Biometrics 56:455–463, section 3. doi:10.1111/j.0006-341X.2000.00455.x
 */
export function countMissing(
  effects: readonly TurnedEffect[],
  method: MissingSeriesEstimator,
  estimator: TauSquaredEstimator,
): Missing {
  const k = effects.length;
  let nMissing = 0;
  for (let i = 0; i < MOST; i++) {
    const center = meanOf(effects.slice(0, k - nMissing), estimator);
    const found = method.estimate(signedRanks(effects, center));
    if (found === null)
      throw new EstimationError(
        "not-identifiable",
        `Cannot trim and fill by "${method.name}": it needs more series on either side of the mean`,
      );
    const next = Math.min(k - 1, Math.max(0, Math.round(found.count)));
    if (next === nMissing) return { nMissing, standardError: found.standardError, center };
    nMissing = next;
  }
  throw new EstimationError(
    "not-converged",
    `Cannot trim and fill by "${method.name}": the number of missing series did not settle in ${MOST} rounds`,
  );
}
