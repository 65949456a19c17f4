import { LOG_SQRT_2PI } from "../special/mills-ratio.ts";
import { normalLogCdf } from "../special/normal-tails.ts";
import { atEnd, type ScaledTail, scaledTail } from "../special/scaled-tail.ts";
import type { Distribution } from "./distribution.ts";
import { inverseScaleMean, inverseScaleVariance } from "./inverse-scale.ts";
import { logNoncentralTCdf, logNoncentralTDensity } from "./noncentral-t-tail.ts";
import { checkDegrees, checkPoint } from "./parameter-checks.ts";
import { SURE_SCALE } from "./scale-mean.ts";
import { tailByLog, tailFunctions } from "./tail-functions.ts";

const NAME = "noncentralT";

function checkParameters(degreesOfFreedom: number, noncentrality: number): void {
  checkDegrees(NAME, "degreesOfFreedom", degreesOfFreedom);
  if (Math.abs(noncentrality) <= 1e100) return;
  throw new RangeError(`${NAME} needs noncentrality in [-1e100, 1e100], got ${noncentrality}`);
}

function logLowerTail(t: number, degreesOfFreedom: number, noncentrality: number): number {
  if (degreesOfFreedom > SURE_SCALE) return normalLogCdf(t - noncentrality);
  return logNoncentralTCdf(t, degreesOfFreedom, noncentrality);
}

function tail(t: number, degreesOfFreedom: number, noncentrality: number): ScaledTail {
  checkPoint(NAME, "t", t);
  checkParameters(degreesOfFreedom, noncentrality);
  if (Math.abs(t) === Infinity) return atEnd(t < 0 ? "lower" : "upper", scaledTail());
  return t <= noncentrality
    ? tailByLog("lower", logLowerTail(t, degreesOfFreedom, noncentrality))
    : tailByLog("upper", logLowerTail(-t, degreesOfFreedom, -noncentrality));
}

function logDensity(t: number, degreesOfFreedom: number, noncentrality: number): number {
  checkPoint(NAME, "t", t);
  checkParameters(degreesOfFreedom, noncentrality);
  if (Math.abs(t) === Infinity) return -Infinity;
  if (degreesOfFreedom > SURE_SCALE) return -0.5 * (t - noncentrality) ** 2 - LOG_SQRT_2PI;
  return logNoncentralTDensity(t, degreesOfFreedom, noncentrality);
}

/**
 * The noncentral t distribution: the law of (Z + δ)/√(χ²/ν), which gives the power of t tests.
 *
 * Infinite degrees of freedom are the normal about δ. Beyond δ the lower tail is a complement: for less than .1 degrees
 * of freedom, where it may be small there, it has absolute accuracy only.
 *
 * @example
 * noncentralT.survival(2.2281388519649385, 10, 3); // power of a two-sided test at 5 %, its upper part: 0.8…
 */
export const noncentralT: Distribution<[degreesOfFreedom: number, noncentrality: number]> = {
  name: NAME,
  parameters: ["degreesOfFreedom", "noncentrality"],
  kind: "continuous",
  reference: "Johnson, Kotz & Balakrishnan (1995), Continuous Univariate Distributions 2, chapter 31",
  support: (degreesOfFreedom, noncentrality) => {
    checkParameters(degreesOfFreedom, noncentrality);
    return [-Infinity, Infinity];
  },
  density: (t, degreesOfFreedom, noncentrality) => Math.exp(logDensity(t, degreesOfFreedom, noncentrality)),
  logDensity,
  .../* @__PURE__ */ tailFunctions({
    name: NAME,
    tail,
    position: (u, _, noncentrality) => noncentrality + Math.sinh(u),
  }),
  mean: (degreesOfFreedom, noncentrality) => {
    checkParameters(degreesOfFreedom, noncentrality);
    return degreesOfFreedom > 1 ? noncentrality * inverseScaleMean(degreesOfFreedom) : null;
  },
  variance: (degreesOfFreedom, noncentrality) => {
    checkParameters(degreesOfFreedom, noncentrality);
    if (degreesOfFreedom <= 2) return degreesOfFreedom > 1 ? Infinity : null;
    return 1 / (1 - 2 / degreesOfFreedom) + noncentrality ** 2 * inverseScaleVariance(degreesOfFreedom);
  },
};
