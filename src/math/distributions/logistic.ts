import type { Distribution } from "./distribution.ts";
import { checkFinite, checkPoint, checkPositive, checkProbability } from "./parameter-checks.ts";

function checkParameters(location: number, scale: number): void {
  checkFinite("logistic", "location", location);
  checkPositive("logistic", "scale", scale);
}

function standardize(x: number, location: number, scale: number): number {
  checkPoint("logistic", "x", x);
  checkParameters(location, scale);
  return (x - location) / scale;
}

/** 1/(1 + e^(−z)), with relative accuracy in the lower tail. */
function standardCdf(z: number): number {
  if (z >= 0) return 1 / (1 + Math.exp(-z));
  const tail = Math.exp(z);
  return tail / (1 + tail);
}

function standardLogCdf(z: number): number {
  return z >= 0 ? -Math.log1p(Math.exp(-z)) + 0 : z - Math.log1p(Math.exp(z));
}

/** ln(p/(1 − p)), with relative accuracy about ½. */
function logit(p: number): number {
  return p > 0.3 && p < 0.7 ? Math.log1p((2 * p - 1) / (1 - p)) : Math.log(p) - Math.log1p(-p);
}

function check(p: number, location: number, scale: number): void {
  checkProbability("logistic", "p", p);
  checkParameters(location, scale);
}

/**
 * The logistic distribution.
 *
 * @example
 * logistic.cdf(Math.log(3)); // 0.75
 */
export const logistic: Distribution<[location?: number, scale?: number]> = {
  name: "logistic",
  parameters: ["location", "scale"],
  kind: "continuous",
  reference: "Johnson, Kotz & Balakrishnan (1995), Continuous Univariate Distributions 2, chapter 23",
  support: (location = 0, scale = 1) => {
    checkParameters(location, scale);
    return [-Infinity, Infinity];
  },
  density: (x, location = 0, scale = 1) => {
    const tail = Math.exp(-Math.abs(standardize(x, location, scale)));
    return tail / (scale * (1 + tail) * (1 + tail));
  },
  logDensity: (x, location = 0, scale = 1) => {
    const z = Math.abs(standardize(x, location, scale));
    return -z - 2 * Math.log1p(Math.exp(-z)) - Math.log(scale);
  },
  cdf: (x, location = 0, scale = 1) => standardCdf(standardize(x, location, scale)),
  survival: (x, location = 0, scale = 1) => standardCdf(-standardize(x, location, scale)),
  logCdf: (x, location = 0, scale = 1) => standardLogCdf(standardize(x, location, scale)),
  logSurvival: (x, location = 0, scale = 1) => standardLogCdf(-standardize(x, location, scale)),
  quantile: (p, location = 0, scale = 1) => {
    check(p, location, scale);
    return location + scale * logit(p);
  },
  survivalQuantile: (p, location = 0, scale = 1) => {
    check(p, location, scale);
    return location - scale * logit(p);
  },
  mean: (location = 0, scale = 1) => {
    checkParameters(location, scale);
    return location;
  },
  variance: (location = 0, scale = 1) => {
    checkParameters(location, scale);
    return (Math.PI * scale) ** 2 / 3;
  },
};
