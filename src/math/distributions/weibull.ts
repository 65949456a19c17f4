import { logGamma } from "../special/log-gamma.ts";
import { scaledLogarithm, scaledPower } from "../special/scaled-power.ts";
import { ZETA_MINUS_ONE } from "../special/zeta-minus-one.ts";
import type { Distribution } from "./distribution.ts";
import { logComplement } from "./log-complement.ts";
import { checkPoint, checkPositive, checkProbability } from "./parameter-checks.ts";

function checkParameters(shape: number, scale: number): void {
  checkPositive("weibull", "shape", shape);
  checkPositive("weibull", "scale", scale);
}

/** The cumulative hazard, 0 below the support. */
function hazard(x: number, shape: number, scale: number): number {
  checkPoint("weibull", "x", x);
  checkParameters(shape, scale);
  if (x === Infinity) return Infinity;
  return x > 0 ? scaledPower(x, scale, shape) : 0;
}

function logDensity(x: number, shape: number, scale: number): number {
  const h = hazard(x, shape, scale);
  if (x < 0 || h === Infinity) return -Infinity;
  if (x === 0 && shape === 1) return -Math.log(scale) + 0;
  if (x === 0) return shape < 1 ? Infinity : -Infinity;
  return Math.log(shape / scale) + (shape - 1) * scaledLogarithm(x, scale) - h;
}

function mean(shape: number, scale: number): number {
  checkParameters(shape, scale);
  const root = Math.exp(0.5 * logGamma(1 + 1 / shape));
  return scale * root * root;
}

/** ln[E X²/(E X)²] = ln Γ(1 + 2z) − 2 ln Γ(1 + z) for z = 1/shape; by DLMF 5.7.3, term by term, where it would cancel. */
function logMomentRatio(z: number): number {
  if (z > 0.25) return logGamma(1 + 2 * z) - 2 * logGamma(1 + z);
  let sum = 0;
  for (let k = ZETA_MINUS_ONE.length + 1; k >= 2; k--)
    sum = ZETA_MINUS_ONE[k - 2]! * ((2 ** k - 2) / k) - z * sum;
  return Math.log1p((z / (1 + 2 * z)) * z) + z * z * sum;
}

function check(p: number, shape: number, scale: number): void {
  checkProbability("weibull", "p", p);
  checkParameters(shape, scale);
}

/**
 * The Weibull distribution: S(x) = exp(−(x/scale)^shape).
 *
 * @example
 * weibull.survival(3, 1.5, 3); // exp(-1)
 */
export const weibull: Distribution<[shape: number, scale?: number]> = {
  name: "weibull",
  parameters: ["shape", "scale"],
  kind: "continuous",
  reference: "Johnson, Kotz & Balakrishnan (1994), Continuous Univariate Distributions 1, chapter 21",
  support: (shape, scale = 1) => {
    checkParameters(shape, scale);
    return [0, Infinity];
  },
  density: (x, shape, scale = 1) => Math.exp(logDensity(x, shape, scale)),
  logDensity: (x, shape, scale = 1) => logDensity(x, shape, scale),
  cdf: (x, shape, scale = 1) => -Math.expm1(-hazard(x, shape, scale)) + 0,
  survival: (x, shape, scale = 1) => Math.exp(-hazard(x, shape, scale)),
  logCdf: (x, shape, scale = 1) => {
    const h = hazard(x, shape, scale);
    // A hazard that underflows is the probability itself, whose logarithm does not.
    return h < 1e-290 && x > 0 ? shape * scaledLogarithm(x, scale) : logComplement(-h);
  },
  logSurvival: (x, shape, scale = 1) => -hazard(x, shape, scale) + 0,
  quantile: (p, shape, scale = 1) => {
    check(p, shape, scale);
    return scale * (-Math.log1p(-p)) ** (1 / shape);
  },
  survivalQuantile: (p, shape, scale = 1) => {
    check(p, shape, scale);
    return scale * (-Math.log(p) + 0) ** (1 / shape);
  },
  mean: (shape, scale = 1) => mean(shape, scale),
  variance: (shape, scale = 1) =>
    (mean(shape, scale) * Math.sqrt(Math.expm1(logMomentRatio(1 / shape)))) ** 2,
};
