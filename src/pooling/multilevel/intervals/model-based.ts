import type { MixedFit } from "../mixed-fit.ts";
import type { MultilevelInterval } from "./multilevel-interval.ts";

function modelError({ covariance }: MixedFit, which: number): number {
  return Math.sqrt(covariance.values[which * (covariance.columns + 1)]!);
}

/**
 * Student's t with as many degrees of freedom as there are outermost groups, less the means.
 *
 * @see Pinheiro & Bates (2000), Mixed-Effects Models in S and S-PLUS, section 2.4.2 (containment).
 * @example
 * poolMultilevel(rows, { levels: ["paper", "patient"], interval: containmentT }).estimates[0]?.method; // "containment-t"
 */
export const containmentT: MultilevelInterval = {
  name: "containment-t",
  label: "t with degrees of freedom by containment",
  reference: "Pinheiro & Bates (2000), section 2.4.2",
  precision(fit, which) {
    const degreesOfFreedom = fit.blocks.length - fit.data.nMeans;
    return degreesOfFreedom < 1 ? null : { standardError: modelError(fit, which), degreesOfFreedom };
  },
};

/**
 * Normal limits, which take the variances for known: too narrow with few groups.
 *
 * @see Konstantopoulos (2011), Res Synth Methods 2:61–76. doi:10.1002/jrsm.35
 * @example
 * poolMultilevel(rows, { levels: ["paper", "patient"], interval: knownVariances }).estimates[0]?.method; // "known-variances"
 */
export const knownVariances: MultilevelInterval = {
  name: "known-variances",
  label: "Normal, variances taken for known",
  reference: "Konstantopoulos (2011), doi:10.1002/jrsm.35",
  precision: (fit, which) => ({ standardError: modelError(fit, which), degreesOfFreedom: Infinity }),
};
