import { betaConstants } from "../special/beta-constants.ts";
import { betaOdds } from "../special/beta-quantile.ts";
import { betaLogDensity, betaTail } from "../special/beta-tail.ts";
import { exactDrift } from "../special/exact-difference.ts";
import { atEnd, logTailOf, type ScaledTail, scaledTail, tailOf } from "../special/scaled-tail.ts";
import type { Distribution } from "./distribution.ts";
import { checkPoint, checkPositive, checkProbability } from "./parameter-checks.ts";

function checkParameters(a: number, b: number): void {
  checkPositive("beta", "a", a);
  checkPositive("beta", "b", b);
}

function tails(x: number, a: number, b: number): ScaledTail {
  checkPoint("beta", "x", x);
  checkParameters(a, b);
  const out = scaledTail();
  if (x <= 0) return atEnd("lower", out);
  if (x >= 1) return atEnd("upper", out);
  return betaTail(betaConstants(a, b), x, 1 - x, exactDrift(a, b, x, 1 - x), out);
}

/** ln density at an end of [0, 1], by the parameter of this end and the other. */
function logDensityAtEnd(near: number, far: number): number {
  if (near === 1) return Math.log(far);
  return near < 1 ? Infinity : -Infinity;
}

/** `beta.logSurvival` by itself, for bundles that need no more of the distribution. */
export function betaLogSurvival(x: number, a: number, b: number): number {
  return logTailOf(tails(x, a, b), "upper");
}

/** `beta.logDensity` by itself. */
export function betaLogDensityAt(x: number, a: number, b: number): number {
  checkPoint("beta", "x", x);
  checkParameters(a, b);
  if (x < 0 || x > 1) return -Infinity;
  if (x === 0) return logDensityAtEnd(a, b);
  if (x === 1) return logDensityAtEnd(b, a);
  const log = betaLogDensity(betaConstants(a, b), x, 1 - x, exactDrift(a, b, x, 1 - x));
  return log - Math.log(x) - Math.log1p(-x);
}

/** `beta.quantile` by itself, or `beta.survivalQuantile` for the upper side. */
export function betaQuantile(p: number, side: "lower" | "upper", a: number, b: number): number {
  checkProbability("beta", "p", p);
  checkParameters(a, b);
  const odds = betaOdds(a, b, p, side);
  return odds < 1 ? odds / (1 + odds) : 1 / (1 + 1 / odds);
}

/**
 * The beta distribution on [0, 1].
 *
 * @example
 * beta.cdf(0.6, 2, 3); // 0.8208
 */
export const beta: Distribution<[a: number, b: number]> = {
  name: "beta",
  parameters: ["a", "b"],
  kind: "continuous",
  reference: "DLMF 8.17; Didonato & Morris (1992), ACM Trans Math Softw 18:360–373, algorithm 708",
  support: (a, b) => {
    checkParameters(a, b);
    return [0, 1];
  },
  density: (x, a, b) => Math.exp(betaLogDensityAt(x, a, b)),
  logDensity: betaLogDensityAt,
  cdf: (x, a, b) => tailOf(tails(x, a, b), "lower"),
  survival: (x, a, b) => tailOf(tails(x, a, b), "upper"),
  logCdf: (x, a, b) => logTailOf(tails(x, a, b), "lower"),
  logSurvival: betaLogSurvival,
  quantile: (p, a, b) => betaQuantile(p, "lower", a, b),
  survivalQuantile: (p, a, b) => betaQuantile(p, "upper", a, b),
  mean: (a, b) => {
    checkParameters(a, b);
    return a / (a + b);
  },
  variance: (a, b) => {
    checkParameters(a, b);
    const n = a + b;
    return ((a / n) * (b / n)) / (n + 1);
  },
};
