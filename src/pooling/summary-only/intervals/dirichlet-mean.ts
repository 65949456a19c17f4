import { findRoot } from "../../../math/optimize/find-root.ts";

/**
 * P(Σ Sᵢ cᵢ > t) where S are the gaps that uniform values leave on (0, 1): the integral of a B-spline with knots c, by the
 * recurrence of divided differences of (c − t)₊ⁿ, all of whose terms are positive.
 *
 * @param knots Ascending; at least 1.
 * @see Curry & Schoenberg (1966), J Anal Math 17:71–107, on B-splines as projections of a simplex. doi:10.1007/BF02788653
 */
export function dirichletMeanSurvival(knots: readonly number[], t: number): number {
  const above = Float64Array.from(knots, (knot) => (knot > t ? 1 : 0));
  const n = knots.length - 1;
  for (let k = 1; k <= n; k++) {
    for (let i = 0; i + k <= n; i++) {
      const [from, to] = [knots[i]!, knots[i + k]!];
      if (t <= from || t >= to) above[i] = to > t ? 1 : 0;
      else above[i] = ((to - t) * above[i + 1]! + (t - from) * above[i]!) / (to - from);
    }
  }
  return above[0]!;
}

/**
 * The t with P(Σ Sᵢ cᵢ > t) = tail.
 *
 * @param tail In (0, 1).
 * @example
 * dirichletMeanQuantile([0, 1], 0.025); // 0.975: one uniform value leaves gaps U and 1 − U
 */
export function dirichletMeanQuantile(knots: readonly number[], tail: number): number {
  const [least, greatest] = [knots[0]!, knots.at(-1)!];
  if (least === greatest) return least;
  return findRoot((t) => dirichletMeanSurvival(knots, t) - tail, least, greatest) ?? greatest;
}
