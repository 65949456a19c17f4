import { EstimationError } from "../../errors.ts";
import type { EffectData } from "../../inference/random-effects/effect-data.ts";
import type { WeightOf } from "../tau-squared/moment-estimate.ts";
import { fallingRoot } from "./falling-root.ts";
import { generalizedQLaw } from "./generalized-q-law.ts";
import { EMPTY, type TauSquaredInterval, type TauSquaredLimits } from "./tau-squared-interval.ts";

/** The smallest sampling variance: a place to start looking. */
function leastVariance({ variances }: EffectData): number {
  let least = Infinity;
  for (let i = 0; i < variances.length; i++) least = Math.min(least, variances[i]!);
  return least;
}

function limits(data: EffectData, weightOf: WeightOf, level: number): TauSquaredLimits {
  const tail = 0.5 * (1 - level);
  const atMost = generalizedQLaw(data, weightOf);
  const atZero = atMost(0);
  if (atZero < tail) return EMPTY;
  const step = leastVariance(data);
  const lower = atZero <= 1 - tail ? 0 : fallingRoot(atMost, 1 - tail, step);
  const upper = fallingRoot(atMost, tail, step);
  if (lower === null || upper === null)
    throw new EstimationError("not-converged", `Cannot find the interval of τ² at the level ${level}`);
  return { lower, upper, set: lower > 0 ? "above-zero" : "reaches-zero" };
}

/** What a generalised Q interval is made of. */
export interface GeneralizedQIntervalOptions {
  name: string;
  label: string;
  /** Weight of a series by its sampling variance; > 0. */
  weightOf: WeightOf;
}

/**
 * The τ² that a generalised Q statistic with fixed weights does not reject: exact for normal effects with known variances.
 *
 * @see Jackson (2013), Res Synth Methods 4:220–229. doi:10.1002/jrsm.1081
 * @example
 * generalizedQInterval({ name: "equal", label: "Equal weights", weightOf: () => 1 }).name; // "equal"
 */
export function generalizedQInterval({
  name,
  label,
  weightOf,
}: GeneralizedQIntervalOptions): TauSquaredInterval {
  return {
    name,
    label,
    reference: "Jackson (2013), doi:10.1002/jrsm.1081",
    limits: (data, level) => limits(data, weightOf, level),
  };
}

/** With Cochran's own weights. * @example
 * poolEstimates([{ estimate: -3.5, variance: 0.25 }, { estimate: -1, variance: 0.4 }], { tauSquaredInterval: generalizedQByVariance }).estimates[2]?.upper; // 3181.7
 */
export const generalizedQByVariance: TauSquaredInterval = generalizedQInterval({
  name: "generalized-q-inverse-variance",
  label: "Generalised Q, weights 1/variance",
  weightOf: (variance) => 1 / variance,
});

/** With the weights that Jackson suggests where little is known of τ². * @example
 * poolEstimates([{ estimate: -3.5, variance: 0.25 }, { estimate: -1, variance: 0.4 }], { tauSquaredInterval: generalizedQByStandardError }).estimates[2]?.upper; // 3181.7
 */
export const generalizedQByStandardError: TauSquaredInterval = generalizedQInterval({
  name: "generalized-q-inverse-standard-error",
  label: "Generalised Q, weights 1/standard error",
  weightOf: (variance) => 1 / Math.sqrt(variance),
});
