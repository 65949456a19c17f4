import { normalizedWeights } from "../../math/importance/normalized-weights.ts";
import { paretoSmoothedWeights } from "../../math/importance/pareto-smoothing.ts";

/** Largest k̂ with which reweighted draws stand for the posterior without a score. */
export const LARGEST_SHAPE = 0.7;

/** The draws of a posterior, weighed anew as if one score had not been seen. */
export interface LeftOutWeights {
  /** Pareto-smoothed, adding to 1. */
  weights: Float64Array;
  /** k̂; null where the weights' tail has no shape. */
  paretoShape: number | null;
  /** False where the draws can't stand for the posterior without the score, so that it has to be fitted anew. */
  trusted: boolean;
}

/**
 * Weighs draws of a posterior by w / p(y_i | θ), the importance weights of leaving out y_i, with a smoothed tail.
 *
 * @param logLikelihoods ln p(y_i | θ) of each draw; not read where the weight is 0.
 * @param weights Of the draws under the whole posterior, of any sum.
 * @see Vehtari, Gelman & Gabry (2017), Stat Comput 27:1413–1432, section 2.1. doi:10.1007/s11222-016-9696-4; Magnusson,
 * Andersen, Jonasson & Vehtari (2019), PMLR 97:4244–4253 (draws that are weighted themselves), as
 * `psis_approximate_posterior` of R's loo
 */
export function leftOutWeights(
  logLikelihoods: ArrayLike<number>,
  weights: ArrayLike<number>,
): LeftOutWeights {
  const ratios = Float64Array.from(weights, (weight, s) =>
    weight > 0 ? Math.log(weight) - logLikelihoods[s]! : -Infinity,
  );
  const { logWeights, shape, shapeUndefined } = paretoSmoothedWeights(ratios);
  return {
    weights: normalizedWeights(logWeights),
    paretoShape: shape,
    trusted: shape === null ? shapeUndefined === "equal-weights" : shape <= LARGEST_SHAPE,
  };
}
