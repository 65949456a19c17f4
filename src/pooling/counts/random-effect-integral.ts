import type { GaussHermiteRule } from "../../math/quadrature/gauss-hermite.ts";
import type { PredictorLikelihood } from "./likelihoods/predictor-likelihood.ts";

const MAX_STEPS = 200;

/** Mode of l(mean + spread z) − z²/2 by Newton's method, each step halved until it gains; and the curvature there. */
function modeOf(
  likelihood: PredictorLikelihood,
  mean: number,
  spread: number,
): { mode: number; curvature: number } {
  let z = 0;
  let here = likelihood.at(mean);
  for (let i = 0; i < MAX_STEPS; i++) {
    const value = here.value - 0.5 * z * z;
    const slope = spread * here.slope - z;
    const step = slope / (1 - spread * spread * here.curvature);
    let next = likelihood.at(mean + spread * (z + step));
    let share = 1;
    while (!(next.value - 0.5 * (z + share * step) ** 2 >= value - 1e-13 * Math.abs(value)) && share > 1e-9) {
      share *= 0.5;
      next = likelihood.at(mean + spread * (z + share * step));
    }
    z += share * step;
    here = next;
    if (Math.abs(step) <= 1e-13 * (1 + Math.abs(z))) break;
  }
  return { mode: z, curvature: 1 - spread * spread * here.curvature };
}

/**
 * ln ∫ exp l(mean + spread z) φ(z) dz for a concave l: the log likelihood of one series whose own predictor is drawn from a
 * normal distribution.
 *
 * Adaptive Gauss–Hermite quadrature around the mode; one point gives Laplace's approximation.
 *
 * @param spread Standard deviation between series; at 0 the integral is l(mean) itself.
 * @param rule What `gaussHermite` returned.
 * @see Liu & Pierce (1994), Biometrika 81:624–629; Pinheiro & Bates (1995), J Comput Graph Stat 4:12–35, section 2.4.
 */
export function randomEffectIntegral(
  likelihood: PredictorLikelihood,
  mean: number,
  spread: number,
  rule: GaussHermiteRule,
): number {
  if (spread === 0) return likelihood.at(mean).value;
  const { mode, curvature } = modeOf(likelihood, mean, spread);
  const scale = Math.SQRT2 / Math.sqrt(curvature);
  const terms = Array.from(rule.nodes, (node, i) => {
    const z = mode + scale * node;
    return likelihood.at(mean + spread * z).value - 0.5 * z * z + node * node + rule.logWeights[i]!;
  });
  const largest = Math.max(...terms);
  const sum = terms.reduce((total, term) => total + Math.exp(term - largest), 0);
  return largest + Math.log(sum) - 0.5 * Math.log(Math.PI * curvature);
}
