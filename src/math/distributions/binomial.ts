import { betaConstants } from "../special/beta-constants.ts";
import { betaTail } from "../special/beta-tail.ts";
import { devianceTerm } from "../special/deviance.ts";
import { exactDrift } from "../special/exact-difference.ts";
import { atEnd, logTailOf, type ScaledTail, scaledTail, tailOf } from "../special/scaled-tail.ts";
import { factorialRest } from "../special/stirling-error.ts";
import { cornishFisher } from "./cornish-fisher.ts";
import { discreteQuantile } from "./discrete-quantile.ts";
import type { Distribution } from "./distribution.ts";
import { checkCount, checkPoint, checkProbability } from "./parameter-checks.ts";

function checkParameters(n: number, p: number): void {
  checkCount("binomial", "n", n);
  checkProbability("binomial", "p", p);
}

/** P(X ≤ k) as the lower tail of the beta law of n − k and k + 1 at 1 − p. */
function tails(k: number, n: number, p: number): ScaledTail {
  checkPoint("binomial", "k", k);
  checkParameters(n, p);
  const out = scaledTail();
  if (k < 0) return atEnd("lower", out);
  const whole = Math.floor(k);
  if (whole >= n || p === 0) return atEnd("upper", out);
  if (p === 1) return atEnd("lower", out);
  const a = n - whole;
  const b = whole + 1;
  return betaTail(betaConstants(a, b), 1 - p, p, exactDrift(a, b, 1 - p, p), out);
}

/** `binomial.logSurvival` by itself, for bundles that need no more of the distribution. */
export function binomialLogSurvival(k: number, n: number, p: number): number {
  return logTailOf(tails(k, n, p), "upper");
}

function logDensity(k: number, n: number, p: number): number {
  checkPoint("binomial", "k", k);
  checkParameters(n, p);
  if (!(k >= 0 && k <= n && Number.isInteger(k))) return -Infinity;
  const q = 1 - p;
  const difference = exactDrift(k, n - k, p, q);
  const deviance = devianceTerm(k, n * p, difference) + devianceTerm(n - k, n * q, -difference);
  return factorialRest(n) - factorialRest(k) - factorialRest(n - k) - deviance;
}

function cdf(k: number, n: number, p: number): number {
  return tailOf(tails(k, n, p), "lower");
}

function survival(k: number, n: number, p: number): number {
  return tailOf(tails(k, n, p), "upper");
}

function support(n: number, p: number): [number, number] {
  checkParameters(n, p);
  return [p === 1 ? n : 0, p === 0 ? 0 : n];
}

function quantile(probability: number, side: "lower" | "upper", n: number, p: number): number {
  checkProbability("binomial", "probability", probability);
  const [minimum, maximum] = support(n, p);
  if (minimum === maximum) return minimum;
  const deviation = Math.sqrt(n * p * (1 - p));
  const guess = cornishFisher(probability, side === "upper", n * p, deviation, (1 - 2 * p) / deviation);
  const search = { lower: cdf, upper: survival, first: n, second: p, third: 0, minimum, maximum };
  return discreteQuantile(search, probability, side, guess);
}

/**
 * The binomial distribution: successes in n trials of probability p.
 *
 * @example
 * binomial.cdf(3, 5, 0.5); // 0.8125
 */
export const binomial: Distribution<[n: number, p: number]> = {
  name: "binomial",
  parameters: ["n", "p"],
  kind: "discrete",
  reference: "DLMF 8.17.5, through the incomplete beta function; Loader (2000) for the probabilities",
  support,
  density: (k, n, p) => Math.exp(logDensity(k, n, p)),
  logDensity,
  cdf,
  survival,
  logCdf: (k, n, p) => logTailOf(tails(k, n, p), "lower"),
  logSurvival: binomialLogSurvival,
  quantile: (probability, n, p) => quantile(probability, "lower", n, p),
  survivalQuantile: (probability, n, p) => quantile(probability, "upper", n, p),
  mean: (n, p) => {
    checkParameters(n, p);
    return n * p;
  },
  variance: (n, p) => {
    checkParameters(n, p);
    return n * p * (1 - p);
  },
};
