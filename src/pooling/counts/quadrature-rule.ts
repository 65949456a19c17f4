import type { GaussHermiteRule } from "../../math/quadrature/gauss-hermite.ts";
import { gaussHermite } from "../../math/quadrature/gauss-hermite.ts";

/** How the differences between series are integrated out. */
export interface RandomEffectQuadrature {
  name: string;
  label: string;
  reference: string;
  /** Points for each series. */
  nPoints: number;
  rule: GaussHermiteRule;
}

/**
 * Adaptive Gauss–Hermite quadrature, centred at the mode of each series.
 *
 * @param nPoints 2 to 100; 21 leave at most about 0.001 of the log likelihood where series differ widely, far less elsewhere.
 * @throws {RangeError} when it isn't a whole number in that range.
 * @see Liu & Pierce (1994), Biometrika 81:624–629. doi:10.1093/biomet/81.3.624
 * @example
 * adaptiveQuadrature(7).name; // "adaptive-gauss-hermite"
 */
export function adaptiveQuadrature(nPoints = 21): RandomEffectQuadrature {
  if (!(Number.isInteger(nPoints) && nPoints >= 2 && nPoints <= 100))
    throw new RangeError(`adaptiveQuadrature needs 2 to 100 points, got ${nPoints}`);
  return {
    name: "adaptive-gauss-hermite",
    label: `Adaptive Gauss–Hermite quadrature, ${nPoints} points`,
    reference: "Liu & Pierce (1994), doi:10.1093/biomet/81.3.624",
    nPoints,
    rule: gaussHermite(nPoints),
  };
}

/**
 * Laplace's approximation: each series' integrand is taken for a normal one. Quick, and least sure of few events.
 *
 * @see Tierney & Kadane (1986), J Am Stat Assoc 81:82–86. doi:10.1080/01621459.1986.10478240
 * @example
 * laplace.nPoints; // 1
 */
export const laplace: RandomEffectQuadrature = {
  name: "laplace",
  label: "Laplace's approximation",
  reference: "Tierney & Kadane (1986), doi:10.1080/01621459.1986.10478240",
  nPoints: 1,
  rule: gaussHermite(1),
};
