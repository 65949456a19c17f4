import type { Matrix } from "../../math/linear/matrix.ts";
import { bilinear, times } from "../../math/linear/matrix.ts";
import { product, tracePP } from "../projection-traces.ts";
import type { RandomEffectsFit } from "../random-effects-fit.ts";
import { gram } from "../weighted-fit.ts";
import { fullContrast, type MeanInterval, SHARED, symmetricInterval } from "./mean-interval.ts";

interface Adjusted {
  covariance: Matrix;
  /** Expected variance of τ̂². */
  tauSquaredVariance: number;
  /** Xᵀ W² X. */
  secondGram: Matrix;
}

/** The covariance enlarged for not knowing τ²: Φ + 2 var(τ̂²) Φ (XᵀW³X − XᵀW²X Φ XᵀW²X) Φ. */
function adjust(fit: RandomEffectsFit): Adjusted {
  const { weights, covariance, data } = fit;
  const second = gram(
    data.design,
    weights.map((w) => w * w),
  );
  const third = gram(
    data.design,
    weights.map((w) => w * w * w),
  );
  const explained = product(product(second, covariance), second);
  const spread = { ...third, values: third.values.map((value, i) => value - explained.values[i]!) };
  const added = product(product(covariance, spread), covariance);
  const tauSquaredVariance = 2 / tracePP(fit);
  const values = covariance.values.map((value, i) => value + 2 * tauSquaredVariance * added.values[i]!);
  return { covariance: { ...covariance, values }, tauSquaredVariance, secondGram: second };
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
