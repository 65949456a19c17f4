import { effectiveSampleSize } from "../../math/importance/effective-sample-size.ts";
import { cholesky } from "../../math/linear/cholesky.ts";
import { type Matrix, zeros } from "../../math/linear/matrix.ts";
import type { MultivariateLaw } from "../../math/random/multivariate-law.ts";
import { evenChiSquared, normalOverChi } from "../../math/random/normal-over-chi.ts";
import type { Posterior } from "../interval-method.ts";
import { priorCovariance } from "../normal-prior.ts";

/** Degrees of freedom of every t proposal: tails heavier than those of any posterior under normal priors. */
const CHI_SQUARED = /* @__PURE__ */ evenChiSquared(4);

/** Covariance at the mode, or the prior's where the mode has none. */
function localCovariance({ covariance, prior }: Posterior): Matrix {
  return covariance && cholesky(covariance) ? covariance : priorCovariance(prior);
}

function tLaw(location: Float64Array, scale: Matrix): MultivariateLaw {
  const { rows: n, values } = scale;
  for (const ridge of [0, 1e-10, 1e-7, 1e-4]) {
    const raised = values.map((v, i) => (i % (n + 1) === 0 ? v * (1 + ridge) : v));
    const factor = cholesky({ ...scale, values: raised });
    if (factor) return normalOverChi(location, factor, CHI_SQUARED);
  }
  throw new RangeError("Cannot make a proposal: needs a covariance of full rank");
}

/** A t law at the mode. */
export function laplaceProposal(posterior: Posterior): MultivariateLaw {
  return tLaw(posterior.minimum.x, localCovariance(posterior));
}

/**
 * A t law with the mean and covariance of weighted draws. With few effective draws the covariance leans on that of the
 * mode, by as many draws as there are parameters.
 *
 * @param values By rows, one draw of d numbers a row.
 * @param weights Adding to 1.
 * @param widening What the covariance is multiplied by.
 */
export function adaptedProposal(
  values: Float64Array,
  weights: Float64Array,
  posterior: Posterior,
  widening: number,
): MultivariateLaw {
  const d = posterior.minimum.x.length;
  const mean = weightedMean(values, weights, d);
  const scale = zeros(d, d);
  addProducts(values, weights, mean, scale.values);
  const local = localCovariance(posterior).values;
  const size = effectiveSampleSize(weights);
  const own = size / (size + d);
  const factor = 0.9 * widening;
  for (let k = 0; k < d; k++) {
    for (let l = 0; l <= k; l++) {
      const value = own * scale.values[k * d + l]! + (1 - own) * local[k * d + l]!;
      scale.values[k * d + l] = scale.values[l * d + k] = factor * value;
    }
  }
  return tLaw(mean, scale);
}

function weightedMean(values: Float64Array, weights: Float64Array, d: number): Float64Array {
  const mean = new Float64Array(d);
  for (let i = 0; i < weights.length; i++) {
    if (weights[i] === 0) continue;
    for (let k = 0; k < d; k++) mean[k]! += weights[i]! * values[i * d + k]!;
  }
  return mean;
}

/** Adds the weighted products of the distances from the mean to the lower triangle of a matrix. */
function addProducts(
  values: Float64Array,
  weights: Float64Array,
  mean: Float64Array,
  products: Float64Array,
): void {
  const d = mean.length;
  const away = new Float64Array(d);
  for (let i = 0; i < weights.length; i++) {
    const weight = weights[i]!;
    if (weight === 0) continue;
    for (let k = 0; k < d; k++) {
      away[k] = values[i * d + k]! - mean[k]!;
      const share = weight * away[k]!;
      for (let l = 0; l <= k; l++) products[k * d + l]! += share * away[l]!;
    }
  }
}
