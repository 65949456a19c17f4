import { chiSquared } from "../../math/distributions/chi-squared.ts";
import { findRoot } from "../../math/optimize/find-root.ts";
import { type HighestMixed, highestMixed, unitsOf } from "./highest-mixed.ts";
import type { MixedLikelihood } from "./mixed-likelihood.ts";
import { correlatedOutcomes } from "./structures/correlated-outcomes.ts";
import { outcomeCovariance } from "./structures/two-outcomes.ts";

/** Beyond this many standard deviations of the effects a limit is said not to exist. */
const FARTHEST = 1e3;
/** How near a limit is found, in those or as a correlation. */
const NEAR = 1e-8;

/** Limits of both standard deviations and of the correlation between series; an upper one is null where there is none. */
export interface OutcomeLimits {
  deviations: readonly [Limits, Limits];
  /** null where one outcome does not vary; −1 and 1 are ends that the likelihood does not rule out. */
  correlation: Limits | null;
}

interface Limits {
  lower: number;
  upper: number | null;
}

/** From the estimate down to an end where the height is no longer above 0; the end itself where it still is. */
function downTo(end: number, estimate: number, height: (at: number) => number, near: number): number {
  return estimate === end || height(end) >= 0 ? end : (findRoot(height, end, estimate, near) ?? end);
}

/** The same upwards, in steps, where there is no end. */
function upward(estimate: number, unit: number, height: (at: number) => number): number | null {
  let inside = estimate;
  for (let outside = Math.max(1.5 * estimate, 0.3 * unit); outside < FARTHEST * unit; outside *= 2) {
    if (height(outside) < 0) return findRoot(height, inside, outside, NEAR * unit);
    inside = outside;
  }
  return null;
}

/**
 * Profile limits of how two outcomes vary between series: where the likelihood, highest over the other parameters, has fallen by
 * half a quantile of χ² with one degree of freedom.
 *
 * @param outcomes 0 or 1 for every row.
 * @see Viechtbauer (2007), Stat Med 26:37–52, section 4. doi:10.1002/sim.2514; van Houwelingen, Arends & Stijnen (2002), Stat Med
 * 21:589–624, section 5 (profiles of the bivariate model). doi:10.1002/sim.1040
 */
export function outcomeLimits(
  { fit, value }: HighestMixed,
  outcomes: readonly number[],
  likelihood: MixedLikelihood,
  level: number,
): OutcomeLimits {
  const fall = 0.5 * chiSquared.quantile(level, 1);
  const [first, shared, second] = outcomeCovariance(fit.parameters);
  const units = unitsOf(fit.data);
  const deviations = [Math.sqrt(first), Math.sqrt(second)] as const;
  const size = deviations[0] * deviations[1];
  const correlation = size > 0 ? Math.min(1, Math.max(-1, shared / size)) : null;
  const base = correlatedOutcomes(fit.data, outcomes);
  const nearby = [deviations[0] / units[0]!, deviations[1] / units[1]!, correlation ?? 0];
  const structure = { ...base, starts: [nearby, ...base.starts] };
  const heightOf = (which: number) => (at: number) =>
    highestMixed(fit.data, structure, likelihood, { which, at }).value - value + fall;
  const limitsOf = (which: 0 | 1): Limits => {
    const height = heightOf(which);
    const unit = units[which]!;
    const estimate = deviations[which];
    return { lower: downTo(0, estimate, height, NEAR * unit), upper: upward(estimate, unit, height) };
  };
  const ofCorrelation = (estimate: number): Limits => {
    const height = heightOf(2);
    return { lower: downTo(-1, estimate, height, NEAR), upper: downTo(1, estimate, height, NEAR) };
  };
  return {
    deviations: [limitsOf(0), limitsOf(1)],
    correlation: correlation === null ? null : ofCorrelation(correlation),
  };
}
