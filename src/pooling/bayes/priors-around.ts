import { halfCauchy } from "./tau-priors/half-cauchy.ts";
import { halfNormal } from "./tau-priors/half-normal.ts";
import type { TauPrior } from "./tau-priors/tau-prior.ts";

/**
 * The priors of a sensitivity band: half-normal and half-Cauchy, each with half of a scale, the scale, and twice as much.
 *
 * @param scale In units of the effects; > 0. A quarter of `unitInformationDeviation` is a start.
 * @throws {RangeError} when the scale is not positive and finite.
 * @see Röver et al. (2021), Res Synth Methods 12:448–474 doi:10.1002/jrsm.1475
 * @example
 * priorsAround(1).length; // 6
 */
export function priorsAround(scale: number): TauPrior[] {
  return [halfNormal, halfCauchy].flatMap((prior) => [0.5, 1, 2].map((times) => prior(times * scale)));
}
