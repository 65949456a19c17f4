import { LOG_SQRT_2PI } from "../special/mills-ratio.ts";
import { normalDeviate } from "../special/normal-quantile.ts";
import { normalCdf, normalDensity, normalLogCdf, normalSurvival } from "../special/normal-tails.ts";
import type { Distribution } from "./distribution.ts";
import { checkFinite, checkPoint, checkPositive, checkProbability } from "./parameter-checks.ts";

function checkParameters(mean: number, standardDeviation: number): void {
  checkFinite("normal", "mean", mean);
  checkPositive("normal", "standardDeviation", standardDeviation);
}

function standardize(x: number, mean: number, standardDeviation: number): number {
  checkPoint("normal", "x", x);
  checkParameters(mean, standardDeviation);
  return (x - mean) / standardDeviation;
}

function deviate(p: number, upper: boolean, mean: number, standardDeviation: number): number {
  checkProbability("normal", "p", p);
  checkParameters(mean, standardDeviation);
  return mean + standardDeviation * normalDeviate(p, upper);
}

/**
 * The normal distribution.
 *
 * @example
 * normal.survival(1.96); // 0.024997895148220435
 */
export const normal: Distribution<[mean?: number, standardDeviation?: number]> = {
  name: "normal",
  parameters: ["mean", "standardDeviation"],
  kind: "continuous",
  reference: "Cody (1969), Math Comp 23:631–637; Wichura (1988), Appl Stat 37:477–484, AS 241",
  support: (mean = 0, standardDeviation = 1) => {
    checkParameters(mean, standardDeviation);
    return [-Infinity, Infinity];
  },
  density: (x, mean = 0, standardDeviation = 1) =>
    normalDensity(standardize(x, mean, standardDeviation)) / standardDeviation,
  logDensity: (x, mean = 0, standardDeviation = 1) => {
    const z = standardize(x, mean, standardDeviation);
    return -0.5 * z * z - LOG_SQRT_2PI - Math.log(standardDeviation);
  },
  cdf: (x, mean = 0, standardDeviation = 1) => normalCdf(standardize(x, mean, standardDeviation)),
  survival: (x, mean = 0, standardDeviation = 1) => normalSurvival(standardize(x, mean, standardDeviation)),
  logCdf: (x, mean = 0, standardDeviation = 1) => normalLogCdf(standardize(x, mean, standardDeviation)) + 0,
  logSurvival: (x, mean = 0, standardDeviation = 1) =>
    normalLogCdf(-standardize(x, mean, standardDeviation)) + 0,
  quantile: (p, mean = 0, standardDeviation = 1) => deviate(p, false, mean, standardDeviation),
  survivalQuantile: (p, mean = 0, standardDeviation = 1) => deviate(p, true, mean, standardDeviation),
  mean: (mean = 0, standardDeviation = 1) => {
    checkParameters(mean, standardDeviation);
    return mean;
  },
  variance: (mean = 0, standardDeviation = 1) => {
    checkParameters(mean, standardDeviation);
    return standardDeviation * standardDeviation;
  },
};
