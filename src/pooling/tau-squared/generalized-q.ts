import { effectData } from "../../inference/random-effects/effect-data.ts";
import type { TauSquaredEstimator } from "../../inference/random-effects/tau-squared-estimator.ts";
import { momentEstimate, type WeightOf } from "./moment-estimate.ts";

/** What a generalised Q statistic is made of. */
export interface GeneralizedQOptions {
  name: string;
  label: string;
  /** Weight of a series by its sampling variance; > 0. */
  weightOf: WeightOf;
}

/**
 * A method-of-moments estimator from Q with weights of your own.
 *
 * @see DerSimonian & Kacker (2007), Contemp Clin Trials 28:105–114: (yᵀPy − tr PV)/tr P. doi:10.1016/j.cct.2006.04.004
 * @example
 * generalizedQ({ name: "by-variance", label: "By variance", weightOf: (v) => 1 / v }).name; // "by-variance"
 */
export function generalizedQ({ name, label, weightOf }: GeneralizedQOptions): TauSquaredEstimator {
  return {
    name,
    label,
    reference: "DerSimonian & Kacker (2007), doi:10.1016/j.cct.2006.04.004",
    assumed: false,
    estimate: (effects, variances, design) =>
      momentEstimate(effectData(effects, variances, design), weightOf),
  };
}

/**
 * Generalised Q with weights 1/standard error, between those of DerSimonian and Laird and equal ones.
 *
 * @see Jackson (2013), Res Synth Methods 4:220–229. doi:10.1002/jrsm.1081
 * @example
 * generalizedQInverseStandardError.estimate([0.1, 0.3, 0.8], [0.02, 0.03, 0.05]).tauSquared; // 0.0878
 */
export const generalizedQInverseStandardError: TauSquaredEstimator = generalizedQ({
  name: "generalized-q-inverse-standard-error",
  label: "Generalised Q, weights 1/standard error (GENQ)",
  weightOf: (variance) => 1 / Math.sqrt(variance),
});
