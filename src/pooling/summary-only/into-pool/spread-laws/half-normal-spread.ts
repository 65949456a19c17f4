import { normalDeviate } from "../../../../math/special/normal-quantile.ts";
import { normalCdf } from "../../../../math/special/normal-tails.ts";
import type { SpreadLaw } from "./spread-law.ts";

/**
 * Half-normal, cut to the feasible set: large standard deviations are unlikely. It needs no upper end.
 *
 * @param scale Above 0, in the unit of the standard deviation; without a cut two thirds lie below it.
 * @throws {RangeError} when the scale is out of range.
 * @see Gelman (2006), Bayesian Anal 1:515–534, section 4 (half-normal and half-t densities of scales). doi:10.1214/06-BA117A
 * @example
 * halfNormalSpread(20).quantile({ lower: 0, upper: Infinity }, 0.5); // 13.489795003921634
 */
export function halfNormalSpread(scale: number): SpreadLaw {
  if (!(scale > 0 && scale < Infinity))
    throw new RangeError(`A half-normal law of standard deviations needs a scale above 0, got ${scale}`);
  return {
    name: "half-normal",
    label: `Half-normal with scale ${scale}, cut to the feasible set`,
    reference: "Gelman (2006), doi:10.1214/06-BA117A",
    parameters: { scale },
    problem: ({ lower }) =>
      normalCdf(-lower / scale) > 0
        ? undefined
        : `a half-normal law with scale ${scale} leaves nothing above ${Number(lower.toPrecision(4))}, the lowest feasible standard deviation`,
    support: (range) => range,
    quantile({ lower, upper }, probability) {
      if (lower === upper) return lower;
      const above = normalCdf(-upper / scale);
      const tail = above + (1 - probability) * (normalCdf(-lower / scale) - above);
      return Math.min(Math.max(scale * normalDeviate(tail, true), lower), upper);
    },
  };
}
