import { shortNumber } from "../short-number.ts";
import { checkPositive, type TauPrior } from "./tau-prior.ts";

const REFERENCE = "Röver et al. (2021), doi:10.1002/jrsm.1475";

/**
 * Half-normal prior of τ: τ is the size of a normal number with mean 0. It leaves little room above twice its scale, so that a
 * scale too small makes intervals too short.
 *
 * @param scale Standard deviation of that normal number, in units of the effects; > 0.
 * @throws {RangeError} when the scale is not positive and finite.
 * @see Röver et al. (2021), Res Synth Methods 12:448–474; scales of 0.5 and 1 for log odds ratios: Friede, Röver,
 * Wandel & Neuenschwander (2017), Res Synth Methods 8:79–91. doi:10.1002/jrsm.1217
 * @example
 * halfNormal(0.5).median; // 0.33724487509804085
 */
export function halfNormal(scale: number): TauPrior {
  checkPositive("half-normal", "scale", scale);
  const logConstant = 0.5 * Math.log(2 / Math.PI) - Math.log(scale);
  return {
    name: "half-normal",
    label: `Half-normal, scale ${shortNumber(scale)}`,
    parameters: { scale },
    reference: REFERENCE,
    upper: Infinity,
    tailPower: Infinity,
    median: 0.6744897501960817 * scale,
    logDensity: (tau) => logConstant - 0.5 * (tau / scale) ** 2,
  };
}
