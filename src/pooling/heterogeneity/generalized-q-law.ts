import { type EffectData, residualDegrees } from "../../inference/random-effects/effect-data.ts";
import type { WeightedFit } from "../../inference/random-effects/weighted-fit.ts";
import { weightedChiSquaredCdf } from "../../math/distributions/weighted-chi-squared.ts";
import { zeros } from "../../math/linear/matrix.ts";
import { symmetricEigen } from "../../math/linear/symmetric-eigen.ts";
import { fitWith, type WeightOf } from "../tau-squared/moment-estimate.ts";

/** √Σ P √Σ for Σ = V + τ²I, whose positive eigenvalues weight the χ² terms of yᵀ P y. */
function spectrum({ data, weights, covariance }: WeightedFit, tauSquared: number): Float64Array {
  const { design, variances } = data;
  const { rows: k, columns: p } = design;
  const roots = Float64Array.from(variances, (v) => Math.sqrt(v + tauSquared));
  const matrix = zeros(k, k);
  for (let i = 0; i < k; i++) {
    for (let j = 0; j <= i; j++) {
      let removed = 0;
      for (let a = 0; a < p; a++) {
        for (let b = 0; b < p; b++) {
          const between = design.values[i * p + a]! * covariance.values[a * p + b]!;
          removed += between * design.values[j * p + b]!;
        }
      }
      const entry = (i === j ? weights[i]! : 0) - weights[i]! * removed * weights[j]!;
      matrix.values[i * k + j] = roots[i]! * entry * roots[j]!;
      matrix.values[j * k + i] = matrix.values[i * k + j]!;
    }
  }
  return symmetricEigen(matrix).values.map((value) => Math.max(0, value));
}

/**
 * P(a generalised Q is at most the one observed), by τ²: the distribution of a quadratic form in normal effects.
 *
 * @see Jackson (2013), Res Synth Methods 4:220–229: Q is Σ λᵢ χ²₁ with the eigenvalues λ of √Σ P √Σ. doi:10.1002/jrsm.1081
 */
export function generalizedQLaw(data: EffectData, weightOf: WeightOf): (tauSquared: number) => number {
  const fit = fitWith(data, weightOf);
  const rank = residualDegrees(data);
  return (tauSquared) => weightedChiSquaredCdf(fit.q, spectrum(fit, tauSquared).subarray(0, rank));
}
