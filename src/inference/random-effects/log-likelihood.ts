import { cholesky } from "../../math/linear/cholesky.ts";
import { choleskyLogDeterminant } from "../../math/linear/log-determinant.ts";
import type { EffectData } from "./effect-data.ts";
import { gram, type WeightedFit } from "./weighted-fit.ts";

const LOG_2PI = 1.8378770664093453;

function sumOfLogs(weights: Float64Array): number {
  let sum = 0;
  for (let i = 0; i < weights.length; i++) sum += Math.log(weights[i]!);
  return sum;
}

/**
 * Normal log-likelihood of the effects at a fit whose weights are 1/(v + τ²), constants included.
 *
 * @see Hardy & Thompson (1996), Stat Med 15:619–629: −½ Σ [ln 2π(v + τ²) + (y − μ)²/(v + τ²)].
 * doi:10.1002/(SICI)1097-0258(19960330)15:6<619::AID-SIM188>3.0.CO;2-A
 */
export function logLikelihood({ weights, q }: WeightedFit): number {
  return 0.5 * (sumOfLogs(weights) - q - weights.length * LOG_2PI);
}

/** ln |XᵀX|, which makes the restricted likelihood independent of the units of moderators. */
function designLogDeterminant({ design }: EffectData): number {
  const factor = cholesky(gram(design, new Float64Array(design.rows).fill(1)));
  return factor === null ? Number.NEGATIVE_INFINITY : choleskyLogDeterminant(factor);
}

/**
 * Restricted log-likelihood: that of the contrasts between effects, whatever their mean.
 *
 * @see Harville (1974), Biometrika 61:383–385. doi:10.1093/biomet/61.2.383
 */
export function restrictedLogLikelihood(fit: WeightedFit): number {
  const { data, weights, q, logDeterminant } = fit;
  const degrees = weights.length - data.design.columns;
  return 0.5 * (sumOfLogs(weights) + designLogDeterminant(data) - logDeterminant - q - degrees * LOG_2PI);
}

/**
 * Akaike's criterion with its small-sample correction.
 *
 * @param nParameters Coefficients of the mean, and τ² where it is estimated.
 * @returns null where there are too few effects for it: fewer than `nParameters` + 2.
 * @see Hurvich & Tsai (1989), Biometrika 76:297–307. doi:10.1093/biomet/76.2.297
 */
export function correctedAkaike(value: number, k: number, nParameters: number): number | null {
  if (k < nParameters + 2) return null;
  return -2 * value + (2 * nParameters * k) / (k - nParameters - 1);
}
