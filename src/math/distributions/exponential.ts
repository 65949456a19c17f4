import type { Distribution } from "./distribution.ts";
import { logComplement } from "./log-complement.ts";
import { checkPoint, checkPositive, checkProbability } from "./parameter-checks.ts";

/** The cumulative hazard, 0 below the support. */
function hazard(x: number, rate: number): number {
  checkPoint("exponential", "x", x);
  checkPositive("exponential", "rate", rate);
  return Math.max(0, x * rate);
}

function check(p: number, rate: number): void {
  checkProbability("exponential", "p", p);
  checkPositive("exponential", "rate", rate);
}

/**
 * The exponential distribution, by its rate.
 *
 * @example
 * exponential.survival(10, 0.1); // exp(-1)
 */
export const exponential: Distribution<[rate?: number]> = {
  name: "exponential",
  parameters: ["rate"],
  kind: "continuous",
  reference: "Johnson, Kotz & Balakrishnan (1994), Continuous Univariate Distributions 1, chapter 19",
  support: (rate = 1) => {
    checkPositive("exponential", "rate", rate);
    return [0, Infinity];
  },
  density: (x, rate = 1) => {
    const h = hazard(x, rate);
    return x < 0 ? 0 : rate * Math.exp(-h);
  },
  logDensity: (x, rate = 1) => {
    const h = hazard(x, rate);
    return x < 0 ? -Infinity : Math.log(rate) - h;
  },
  cdf: (x, rate = 1) => -Math.expm1(-hazard(x, rate)) + 0,
  survival: (x, rate = 1) => Math.exp(-hazard(x, rate)),
  logCdf: (x, rate = 1) => logComplement(-hazard(x, rate)),
  logSurvival: (x, rate = 1) => -hazard(x, rate) + 0,
  quantile: (p, rate = 1) => {
    check(p, rate);
    return -Math.log1p(-p) / rate + 0;
  },
  survivalQuantile: (p, rate = 1) => {
    check(p, rate);
    return -Math.log(p) / rate + 0;
  },
  mean: (rate = 1) => {
    checkPositive("exponential", "rate", rate);
    return 1 / rate;
  },
  variance: (rate = 1) => {
    checkPositive("exponential", "rate", rate);
    return 1 / (rate * rate);
  },
};
