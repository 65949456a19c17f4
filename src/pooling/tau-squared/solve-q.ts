import type { EffectData } from "../../inference/random-effects/effect-data.ts";
import { fitAt, slopeOfQ } from "../../inference/random-effects/weighted-fit.ts";

/**
 * The τ² at which Q with weights 1/(v + τ²) falls to a target, or 0 where it starts below.
 *
 * Newton's method on 1/Q, which rises and is concave in τ² (it is the least Σ c²(v + τ²) over contrasts c with cᵀy = 1): from 0
 * the steps go up to the root and never past it, so nothing can cycle or diverge.
 *
 * @param target > 0.
 * @returns τ² ≥ 0, to rounding.
 * @see DerSimonian & Kacker (2007), Contemp Clin Trials 28:105–114 (the equation; their Newton is on Q itself).
 * doi:10.1016/j.cct.2006.04.004
 */
export function solveQ(data: EffectData, target: number): number {
  let tauSquared = 0;
  for (let i = 0; i < 200; i++) {
    const fit = fitAt(data, tauSquared);
    const excess = fit.q / target - 1;
    if (!(excess > 4 * Number.EPSILON)) break;
    const next = tauSquared + (excess * fit.q) / slopeOfQ(fit);
    if (next === tauSquared) break;
    tauSquared = next;
  }
  return tauSquared;
}
