import { devianceTerm } from "../special/deviance.ts";
import { gammaConstant, gammaTail } from "../special/gamma-tail.ts";
import { atEnd, logTailOf, type ScaledTail, scaledTail, tailOf } from "../special/scaled-tail.ts";
import { factorialRest } from "../special/stirling-error.ts";
import { cornishFisher } from "./cornish-fisher.ts";
import { discreteQuantile } from "./discrete-quantile.ts";
import type { Distribution } from "./distribution.ts";
import { checkPoint, checkProbability } from "./parameter-checks.ts";

/** Beyond 1e15 the counts about the mean are no longer all of them doubles. */
function checkMean(mean: number): void {
  if (!(mean >= 0 && mean <= 1e15)) throw new RangeError(`poisson needs mean in [0, 1e15], got ${mean}`);
}

/** The tails of the gamma law of shape k + 1 at the mean: the upper one is P(X ≤ k). */
function tails(k: number, mean: number): ScaledTail {
  checkPoint("poisson", "k", k);
  checkMean(mean);
  const out = scaledTail();
  if (k < 0) return atEnd("upper", out);
  if (k === Infinity || mean === 0) return atEnd("lower", out);
  const shape = Math.floor(k) + 1;
  return gammaTail(shape, mean, gammaConstant(shape), out);
}

function logDensity(k: number, mean: number): number {
  checkPoint("poisson", "k", k);
  checkMean(mean);
  if (!(k >= 0 && Number.isInteger(k))) return -Infinity;
  return 0 - factorialRest(k) - devianceTerm(k, mean);
}

function cdf(k: number, mean: number): number {
  return tailOf(tails(k, mean), "upper");
}

function survival(k: number, mean: number): number {
  return tailOf(tails(k, mean), "lower");
}

function quantile(p: number, side: "lower" | "upper", mean: number): number {
  checkProbability("poisson", "p", p);
  checkMean(mean);
  if (mean === 0) return 0;
  const deviation = Math.sqrt(mean);
  const guess = cornishFisher(p, side === "upper", mean, deviation, 1 / deviation);
  const search = {
    lower: cdf,
    upper: survival,
    first: mean,
    second: 0,
    third: 0,
    minimum: 0,
    maximum: Infinity,
  };
  return discreteQuantile(search, p, side, guess);
}

/**
 * The Poisson distribution, by its mean.
 *
 * @example
 * poisson.cdf(0, 2); // exp(-2)
 */
export const poisson: Distribution<[mean: number]> = {
  name: "poisson",
  parameters: ["mean"],
  kind: "discrete",
  reference: "DLMF 8.4.10, through the incomplete gamma function; Loader (2000) for the probabilities",
  support: (mean) => {
    checkMean(mean);
    return [0, mean === 0 ? 0 : Infinity];
  },
  density: (k, mean) => Math.exp(logDensity(k, mean)),
  logDensity,
  cdf,
  survival,
  logCdf: (k, mean) => logTailOf(tails(k, mean), "upper"),
  logSurvival: (k, mean) => logTailOf(tails(k, mean), "lower"),
  quantile: (p, mean) => quantile(p, "lower", mean),
  survivalQuantile: (p, mean) => quantile(p, "upper", mean),
  mean: (mean) => {
    checkMean(mean);
    return mean;
  },
  variance: (mean) => {
    checkMean(mean);
    return mean;
  },
};
