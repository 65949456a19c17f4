import { choleskySolve } from "../../math/linear/cholesky.ts";
import type { EffectsMode } from "./effects-mode.ts";

/**
 * How far the mode of the effects moves when the parameters change a little: −H⁻¹ times the turn of the slopes by the
 * effects.
 *
 * @param change Of each of the p parameters.
 * @returns null where the mode is not known to be one.
 * @see Nocedal & Wright (2006), Numerical Optimization, 2nd ed., equation A.57 (the implicit function theorem).
 */
export function modeMove(
  { differences, factor }: Pick<EffectsMode, "differences" | "factor">,
  change: ArrayLike<number>,
): Float64Array | null {
  if (!differences || !factor) return null;
  const { turns, factor: l } = differences;
  const q = turns.length;
  const turn = new Float64Array(q);
  for (let i = 0; i < q; i++) {
    let along = 0;
    for (let k = 0; k < change.length; k++) along += turns[i]!.first[k]! * change[k]!;
    // Along the columns of L⁻ᵀ: L times these gives the effects' own.
    for (let e = i; e < q; e++) turn[e]! -= l.values[e * q + i]! * along;
  }
  return choleskySolve(factor, turn);
}
