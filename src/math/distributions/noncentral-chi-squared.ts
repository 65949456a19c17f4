import { gammaConstant, gammaTail } from "../special/gamma-tail.ts";
import { atEnd, type ScaledTail, scaledTail } from "../special/scaled-tail.ts";
import { chiSquared } from "./chi-squared.ts";
import type { Distribution } from "./distribution.ts";
import {
  logNoncentralChiSquaredDensity,
  logNoncentralChiSquaredTail,
} from "./noncentral-chi-squared-contour.ts";
import { checkFinite, checkPoint, checkPositive } from "./parameter-checks.ts";
import { tailByLog, tailFunctions } from "./tail-functions.ts";

const NAME = "noncentralChiSquared";

function checkParameters(degreesOfFreedom: number, noncentrality: number): void {
  checkPositive(NAME, "degreesOfFreedom", degreesOfFreedom);
  checkFinite(NAME, "noncentrality", noncentrality);
  if (noncentrality < 0) throw new RangeError(`${NAME} needs noncentrality to be >= 0, got ${noncentrality}`);
}

function tail(x: number, degreesOfFreedom: number, noncentrality: number): ScaledTail {
  checkPoint(NAME, "x", x);
  checkParameters(degreesOfFreedom, noncentrality);
  if (x <= 0 || x === Infinity) return atEnd(x <= 0 ? "lower" : "upper", scaledTail());
  if (noncentrality === 0) {
    return gammaTail(0.5 * degreesOfFreedom, 0.5 * x, gammaConstant(0.5 * degreesOfFreedom), scaledTail());
  }
  const side = x < degreesOfFreedom + noncentrality ? "lower" : "upper";
  return tailByLog(side, logNoncentralChiSquaredTail(x, degreesOfFreedom, noncentrality, side));
}

function logDensity(x: number, degreesOfFreedom: number, noncentrality: number): number {
  checkPoint(NAME, "x", x);
  checkParameters(degreesOfFreedom, noncentrality);
  if (x < 0 || x === Infinity) return -Infinity;
  if (x === 0 || noncentrality === 0) return chiSquared.logDensity(x, degreesOfFreedom) - 0.5 * noncentrality;
  return logNoncentralChiSquaredDensity(x, degreesOfFreedom, noncentrality);
}

/**
 * The noncentral χ² distribution: the law of a sum of squares of normals whose squared means add up to the
 * noncentrality, which gives the power of χ² tests.
 *
 * @example
 * noncentralChiSquared.survival(3.841458820694124, 1, 7.849); // 0.80…: the power of a test at 5 %
 */
export const noncentralChiSquared: Distribution<[degreesOfFreedom: number, noncentrality: number]> = {
  name: NAME,
  parameters: ["degreesOfFreedom", "noncentrality"],
  kind: "continuous",
  reference: "Johnson, Kotz & Balakrishnan (1995), Continuous Univariate Distributions 2, chapter 29",
  support: (degreesOfFreedom, noncentrality) => {
    checkParameters(degreesOfFreedom, noncentrality);
    return [0, Infinity];
  },
  density: (x, degreesOfFreedom, noncentrality) => Math.exp(logDensity(x, degreesOfFreedom, noncentrality)),
  logDensity,
  .../* @__PURE__ */ tailFunctions({
    name: NAME,
    tail,
    position: (u, degreesOfFreedom, noncentrality) => (degreesOfFreedom + noncentrality) * Math.exp(u),
  }),
  mean: (degreesOfFreedom, noncentrality) => {
    checkParameters(degreesOfFreedom, noncentrality);
    return degreesOfFreedom + noncentrality;
  },
  variance: (degreesOfFreedom, noncentrality) => {
    checkParameters(degreesOfFreedom, noncentrality);
    return 2 * (degreesOfFreedom + 2 * noncentrality);
  },
};
