import type { Distribution } from "./distribution.ts";
import { gamma } from "./gamma.ts";
import { checkPoint, checkPositive, checkProbability } from "./parameter-checks.ts";

/** The shape of the gamma law of scale 2. */
function shapeAt(x: number, degreesOfFreedom: number): number {
  checkPoint("chiSquared", "x", x);
  checkPositive("chiSquared", "degreesOfFreedom", degreesOfFreedom);
  return 0.5 * degreesOfFreedom;
}

function shapeFor(p: number, degreesOfFreedom: number): number {
  checkProbability("chiSquared", "p", p);
  checkPositive("chiSquared", "degreesOfFreedom", degreesOfFreedom);
  return 0.5 * degreesOfFreedom;
}

/**
 * The chi-squared distribution: the gamma distribution of shape df/2 and scale 2.
 *
 * @example
 * chiSquared.survival(3.841458820694124, 1); // 0.05
 */
export const chiSquared: Distribution<[degreesOfFreedom: number]> = {
  name: "chiSquared",
  parameters: ["degreesOfFreedom"],
  kind: "continuous",
  reference: "Abramowitz & Stegun (1972), equation 26.4.19, through the incomplete gamma function",
  support: (degreesOfFreedom) => {
    checkPositive("chiSquared", "degreesOfFreedom", degreesOfFreedom);
    return [0, Infinity];
  },
  density: (x, degreesOfFreedom) => gamma.density(x, shapeAt(x, degreesOfFreedom), 2),
  logDensity: (x, degreesOfFreedom) => gamma.logDensity(x, shapeAt(x, degreesOfFreedom), 2),
  cdf: (x, degreesOfFreedom) => gamma.cdf(x, shapeAt(x, degreesOfFreedom), 2),
  survival: (x, degreesOfFreedom) => gamma.survival(x, shapeAt(x, degreesOfFreedom), 2),
  logCdf: (x, degreesOfFreedom) => gamma.logCdf(x, shapeAt(x, degreesOfFreedom), 2),
  logSurvival: (x, degreesOfFreedom) => gamma.logSurvival(x, shapeAt(x, degreesOfFreedom), 2),
  quantile: (p, degreesOfFreedom) => gamma.quantile(p, shapeFor(p, degreesOfFreedom), 2),
  survivalQuantile: (p, degreesOfFreedom) => gamma.survivalQuantile(p, shapeFor(p, degreesOfFreedom), 2),
  mean: (degreesOfFreedom) => {
    checkPositive("chiSquared", "degreesOfFreedom", degreesOfFreedom);
    return degreesOfFreedom;
  },
  variance: (degreesOfFreedom) => {
    checkPositive("chiSquared", "degreesOfFreedom", degreesOfFreedom);
    return 2 * degreesOfFreedom;
  },
};
