import { chiSquared } from "../../math/distributions/chi-squared.ts";
import { findRoot } from "../../math/optimize/find-root.ts";
import type { HighestMixed } from "./highest-mixed.ts";
import { highestMixed, unitsOf } from "./highest-mixed.ts";
import type { MixedLikelihood } from "./mixed-likelihood.ts";

/** Beyond this many times the variance of the effects a limit is said not to exist. */
const FARTHEST = 1e6;

/**
 * Profile limits of one variance: where the likelihood, highest over the other parameters, has fallen by half a quantile of χ² with
 * one degree of freedom.
 *
 * @returns Limits in squared units of the effects; the upper one null where the likelihood never falls so far.
 * @see Viechtbauer (2007), Stat Med 26:37–52, section 4. doi:10.1002/sim.2514
 */
export function varianceLimits(
  { fit, value }: HighestMixed,
  which: number,
  likelihood: MixedLikelihood,
  level: number,
): { lower: number; upper: number | null } {
  const fall = 0.5 * chiSquared.quantile(level, 1);
  const factors = fit.structure.factors(unitsOf(fit.data));
  const nearby = Array.from(fit.parameters, (parameter, i) => parameter / factors[i]!);
  const structure = { ...fit.structure, starts: [nearby, fit.structure.starts[0]!] };
  const height = (at: number): number =>
    highestMixed(fit.data, structure, likelihood, { which, at }).value - value + fall;
  const estimate = fit.parameters[which]!;
  const unit = unitsOf(fit.data)[0]! ** 2;
  const tolerance = 1e-7 * unit;
  const lower = estimate === 0 || height(0) >= 0 ? 0 : (findRoot(height, 0, estimate, tolerance) ?? 0);
  let inside = estimate;
  for (let outside = Math.max(2 * estimate, 0.1 * unit); outside < FARTHEST * unit; outside *= 3) {
    if (height(outside) < 0) return { lower, upper: findRoot(height, inside, outside, tolerance) };
    inside = outside;
  }
  return { lower, upper: null };
}
