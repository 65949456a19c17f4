import { bilinear, type Matrix, zeros } from "../../math/linear/matrix.ts";
import { symmetricEigen } from "../../math/linear/symmetric-eigen.ts";
import type { CovarianceMoments, PairMoments } from "./covariance-moments.ts";
import { product, traceOfProduct } from "./matrix-products.ts";
import type { MixedLikelihood } from "./mixed-likelihoods.ts";

/** tr(P Vᵢ P Vⱼ), P = V⁻¹ less what the coefficients take; for ML the coefficients take nothing. */
function pairTrace(
  { phi, n }: CovarianceMoments,
  pair: PairMoments,
  { designWeight }: MixedLikelihood,
): number {
  if (designWeight === 0) return pair.trace;
  const taken = traceOfProduct(product(phi, n[pair.i]!), product(phi, n[pair.j]!));
  return pair.trace - 2 * traceOfProduct(phi, pair.q) + taken;
}

/** tr(P Vₖ P Vᵢⱼ). */
export function curvatureTrace({ phi, n }: CovarianceMoments, pair: PairMoments, k: number): number {
  const { second } = pair;
  if (!second) return 0;
  const taken = traceOfProduct(product(phi, n[k]!), product(phi, second.r));
  return second.traces[k]! - 2 * traceOfProduct(phi, second.products[k]!) + taken;
}

function symmetric(moments: CovarianceMoments, entry: (pair: PairMoments) => number): Matrix {
  const d = moments.parameters.length;
  const made = zeros(d, d);
  for (const pair of moments.pairs) {
    const value = entry(pair);
    made.values[pair.i * d + pair.j] = value;
    made.values[pair.j * d + pair.i] = value;
  }
  return made;
}

/**
 * Expected information of the parameters of the covariance.
 *
 * @see Kenward & Roger (1997), Biometrics 53:983–997, section 2.1; Harville (1977), J Am Stat Assoc 72:320–338, section 5.
 */
export function expectedInformation(moments: CovarianceMoments, likelihood: MixedLikelihood): Matrix {
  return symmetric(moments, (pair) => 0.5 * pairTrace(moments, pair, likelihood));
}

/**
 * Observed information: less the second derivatives of the log likelihood.
 *
 * @see Harville (1977), J Am Stat Assoc 72:320–338, section 5.
 */
export function observedInformation(moments: CovarianceMoments, likelihood: MixedLikelihood): Matrix {
  const { phi, c } = moments;
  return symmetric(moments, (pair) => {
    const { second, i, j } = pair;
    const quadratic = pair.quadratic - bilinear(c[i]!, phi, c[j]!);
    const value = quadratic - 0.5 * pairTrace(moments, pair, likelihood);
    if (!second) return value;
    const taken = likelihood.designWeight * traceOfProduct(phi, second.r);
    return value + 0.5 * (second.trace - taken) - 0.5 * second.quadratic;
  });
}

/** Eigenvalues of the information, its parameters brought to a diagonal of 1, below which two can't be told apart. */
const SINGULAR = 1e-9;

/** The inverse of an information, directions of no information left out; and how many there were. */
export function invertInformation(information: Matrix): { inverse: Matrix; nSingular: number } {
  const d = information.rows;
  const scale = Float64Array.from({ length: d }, (_, i) => {
    const diagonal = information.values[i * (d + 1)]!;
    return diagonal > 0 ? 1 / Math.sqrt(diagonal) : 1;
  });
  const scaled = zeros(d, d);
  for (let i = 0; i < d; i++) {
    for (let j = 0; j < d; j++) {
      scaled.values[i * d + j] = information.values[i * d + j]! * scale[i]! * scale[j]!;
    }
  }
  const { values, vectors } = symmetricEigen(scaled);
  const inverse = zeros(d, d);
  let nSingular = 0;
  for (let k = 0; k < d; k++) {
    if (Math.abs(values[k]!) < SINGULAR) {
      nSingular++;
      continue;
    }
    for (let i = 0; i < d; i++) {
      const left = (vectors.values[i * d + k]! * scale[i]!) / values[k]!;
      for (let j = 0; j < d; j++) {
        inverse.values[i * d + j]! += left * vectors.values[j * d + k]! * scale[j]!;
      }
    }
  }
  return { inverse, nSingular };
}
