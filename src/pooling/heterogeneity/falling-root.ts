import { findRoot } from "../../math/optimize/find-root.ts";

/**
 * Where a falling function of τ² meets a target that it starts above.
 *
 * @param f Falls from above the target at 0 to 0 at infinity.
 * @param step First place to look; doubled until the function is below.
 * @returns τ² to rounding, or null where it is not met below 2²⁰⁰ steps.
 */
export function fallingRoot(f: (tauSquared: number) => number, target: number, step: number): number | null {
  let [from, to] = [0, step];
  for (let i = 0; i < 200 && f(to) > target; i++) [from, to] = [to, 2 * to];
  return findRoot((tauSquared) => f(tauSquared) - target, from, to);
}
