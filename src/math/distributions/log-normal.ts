import type { Distribution } from "./distribution.ts";
import { normal } from "./normal.ts";
import { checkFinite, checkPoint, checkPositive, checkProbability } from "./parameter-checks.ts";

function checkParameters(meanLog: number, standardDeviationLog: number): void {
  checkFinite("logNormal", "meanLog", meanLog);
  checkPositive("logNormal", "standardDeviationLog", standardDeviationLog);
}

/** ln x, where everything up to 0 has no probability. */
function logOf(x: number, meanLog: number, standardDeviationLog: number): number {
  checkPoint("logNormal", "x", x);
  checkParameters(meanLog, standardDeviationLog);
  return x > 0 ? Math.log(x) : -Infinity;
}

function check(p: number, meanLog: number, standardDeviationLog: number): void {
  checkProbability("logNormal", "p", p);
  checkParameters(meanLog, standardDeviationLog);
}

/**
 * The log-normal distribution, by the mean and standard deviation of ln X.
 *
 * @example
 * logNormal.quantile(0.5, 2, 0.7); // exp(2)
 */
export const logNormal: Distribution<[meanLog?: number, standardDeviationLog?: number]> = {
  name: "logNormal",
  parameters: ["meanLog", "standardDeviationLog"],
  kind: "continuous",
  reference: "Johnson, Kotz & Balakrishnan (1994), Continuous Univariate Distributions 1, chapter 14",
  support: (meanLog = 0, standardDeviationLog = 1) => {
    checkParameters(meanLog, standardDeviationLog);
    return [0, Infinity];
  },
  density: (x, meanLog = 0, standardDeviationLog = 1) => {
    const u = logOf(x, meanLog, standardDeviationLog);
    return u === -Infinity ? 0 : normal.density(u, meanLog, standardDeviationLog) / x;
  },
  logDensity: (x, meanLog = 0, standardDeviationLog = 1) => {
    const u = logOf(x, meanLog, standardDeviationLog);
    return Math.abs(u) === Infinity ? -Infinity : normal.logDensity(u, meanLog, standardDeviationLog) - u;
  },
  cdf: (x, m = 0, s = 1) => normal.cdf(logOf(x, m, s), m, s),
  survival: (x, m = 0, s = 1) => normal.survival(logOf(x, m, s), m, s),
  logCdf: (x, m = 0, s = 1) => normal.logCdf(logOf(x, m, s), m, s),
  logSurvival: (x, m = 0, s = 1) => normal.logSurvival(logOf(x, m, s), m, s),
  quantile: (p, meanLog = 0, standardDeviationLog = 1) => {
    check(p, meanLog, standardDeviationLog);
    return Math.exp(normal.quantile(p, meanLog, standardDeviationLog));
  },
  survivalQuantile: (p, meanLog = 0, standardDeviationLog = 1) => {
    check(p, meanLog, standardDeviationLog);
    return Math.exp(normal.survivalQuantile(p, meanLog, standardDeviationLog));
  },
  mean: (meanLog = 0, standardDeviationLog = 1) => {
    checkParameters(meanLog, standardDeviationLog);
    return Math.exp(meanLog + 0.5 * standardDeviationLog * standardDeviationLog);
  },
  variance: (meanLog = 0, standardDeviationLog = 1) => {
    checkParameters(meanLog, standardDeviationLog);
    const square = standardDeviationLog * standardDeviationLog;
    const share = square < 1e-17 ? standardDeviationLog : Math.sqrt(-Math.expm1(-square));
    return (share * Math.exp(meanLog + square)) ** 2;
  },
};
