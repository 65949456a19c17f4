import { type EffectData, residualDegrees } from "../../inference/random-effects/effect-data.ts";
import { traceP } from "../../inference/random-effects/projection-traces.ts";
import { fitAt } from "../../inference/random-effects/weighted-fit.ts";

/**
 * The "typical" sampling variance, against which τ² is held.
 *
 * @returns (k − p)/tr(P), in squared units of the effects.
 * @see Higgins & Thompson (2002), Stat Med 21:1539–1558, equation 9. doi:10.1002/sim.1186
 */
export function typicalVariance(data: EffectData): number {
  return residualDegrees(data) / traceP(fitAt(data, 0));
}

/** I²: the share of the variance of an effect that lies between series, in [0, 1). */
export function iSquared(tauSquared: number, typical: number): number {
  return tauSquared / (tauSquared + typical);
}

/** H²: the whole variance of an effect as a multiple of its sampling variance, ≥ 1. */
export function hSquared(tauSquared: number, typical: number): number {
  return 1 + tauSquared / typical;
}
