import {
  fullContrast,
  type MeanInterval,
  SHARED,
  symmetricInterval,
} from "../../inference/random-effects/mean-interval.ts";
import { projectionMatrix } from "../../inference/random-effects/projection-matrix.ts";
import { tracePP } from "../../inference/random-effects/projection-traces.ts";
import type { RandomEffectsFit } from "../../inference/random-effects/random-effects-fit.ts";
import { gram } from "../../inference/random-effects/weighted-fit.ts";
import type { Matrix } from "../../math/linear/matrix.ts";
import { bilinear, times } from "../../math/linear/matrix.ts";

interface Adjusted {
  covariance: Matrix;
  /** Expected variance of τ̂². */
  tauSquaredVariance: number;
  /** Xᵀ W² X. */
  secondGram: Matrix;
}

/** Φ XᵀW: how the coefficients hang on each effect, one row for each coefficient. */
function dependence({ weights, covariance, data: { design } }: RandomEffectsFit): Float64Array[] {
  const { rows: k, columns: p, values } = design;
  return Array.from({ length: p }, (_, a) =>
    Float64Array.from({ length: k }, (__, i) => {
      let sum = 0;
      for (let b = 0; b < p; b++) sum += covariance.values[a * p + b]! * values[i * p + b]!;
      return sum * weights[i]!;
    }),
  );
}

/**
 * The covariance enlarged for not knowing τ²: Φ + 2 var(τ̂²) Φ (XᵀW³X − XᵀW²X Φ XᵀW²X) Φ. What is added is Φ XᵀW P WX Φ, which is
 * kept so, since the difference loses all digits where one weight is far larger than the others.
 */
function adjust(fit: RandomEffectsFit): Adjusted {
  const { weights, covariance, data } = fit;
  const secondGram = gram(
    data.design,
    weights.map((w) => w * w),
  );
  const on = dependence(fit);
  const projection = projectionMatrix(fit);
  const tauSquaredVariance = 2 / tracePP(fit);
  const { columns: p } = covariance;
  const values = covariance.values.map(
    (value, at) =>
      value + 2 * tauSquaredVariance * bilinear(on[Math.floor(at / p)]!, projection, on[at % p]!),
  );
  return { covariance: { ...covariance, values }, tauSquaredVariance, secondGram };
}

/**
 * Kenward and Roger's interval by the expected information of τ²: a larger standard error and t with degrees of freedom from the
 * data, which fall below 1 for two series that agree. Meant for τ² by REML.
 *
 * As in Partlett and Riley the degrees of freedom use the enlarged covariance; in a linear mixed model Kenward and Roger's own
 * use the plain one, which gives more.
 *
 * @see Partlett & Riley (2017), Stat Med 36:301–317 (after Kenward & Roger 1997, Biometrics 53:983–997).
 * doi:10.1002/sim.7140
 * @example
 * poolEstimates([{ estimate: -3.5, variance: 0.25 }, { estimate: -1, variance: 0.4 }], { interval: kenwardRoger }).estimates[0]?.upper; // 13.9
 */
export const kenwardRoger: MeanInterval = {
  name: "kenward-roger",
  label: "Kenward–Roger",
  reference: "Partlett & Riley (2017), doi:10.1002/sim.7140",
  estimate(fit, level, contrast = SHARED) {
    const { covariance, tauSquaredVariance, secondGram } = adjust(fit);
    const full = fullContrast(fit, contrast);
    const direction = times(covariance, full);
    const share = bilinear(direction, secondGram, direction) / bilinear(full, covariance, full);
    const degreesOfFreedom = 2 / (tauSquaredVariance * share ** 2);
    return symmetricInterval(fit, covariance, degreesOfFreedom, level, contrast);
  },
};
