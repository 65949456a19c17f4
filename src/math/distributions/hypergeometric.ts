import { devianceTerm } from "../special/deviance.ts";
import { differenceOfProducts } from "../special/exact-difference.ts";
import { atEnd, logTailOf, type ScaledTail, scaledTail, tailOf } from "../special/scaled-tail.ts";
import { factorialRest } from "../special/stirling-error.ts";
import { cornishFisher } from "./cornish-fisher.ts";
import { discreteQuantile } from "./discrete-quantile.ts";
import type { Distribution } from "./distribution.ts";
import { checkCount, checkPoint, checkProbability } from "./parameter-checks.ts";

/** A tail is summed over some nine standard deviations; with so large an urn that takes a twentieth of a second. */
const LARGEST_URN = 1e12;

function support(successes: number, failures: number, draws: number): [number, number] {
  checkCount("hypergeometric", "successes", successes);
  checkCount("hypergeometric", "failures", failures);
  checkCount("hypergeometric", "draws", draws);
  if (successes + failures > LARGEST_URN) {
    throw new RangeError(`hypergeometric needs successes + failures <= 1e12, got ${successes + failures}`);
  }
  if (draws > successes + failures) {
    throw new RangeError(`hypergeometric needs draws <= successes + failures, got ${draws}`);
  }
  return [Math.max(0, draws - failures), Math.min(draws, successes)];
}

/** ln of the probability of k inside the support, from the deviances of the four cells of the 2 × 2 table. */
function logProbability(k: number, successes: number, failures: number, draws: number): number {
  const total = successes + failures;
  if (total === 0) return 0;
  const left = total - draws;
  const difference = differenceOfProducts(k, total, draws, successes) / total;
  const deviance =
    devianceTerm(k, (draws / total) * successes, difference) +
    devianceTerm(successes - k, (left / total) * successes, -difference) +
    devianceTerm(draws - k, (draws / total) * failures, -difference) +
    devianceTerm(failures - draws + k, (left / total) * failures, difference);
  const margins =
    factorialRest(successes) + factorialRest(failures) + factorialRest(draws) + factorialRest(left);
  const cells =
    factorialRest(k) +
    factorialRest(successes - k) +
    factorialRest(draws - k) +
    factorialRest(failures - draws + k) +
    factorialRest(total);
  return margins - cells - deviance;
}

/** Σ p(j)/p(k) over j ≤ k. */
function sumDown(k: number, successes: number, failures: number, draws: number): number {
  let term = 1;
  let sum = 1;
  for (let j = k; term > sum * 1e-18; j--) {
    term *= (j / (successes - j + 1)) * ((failures - draws + j) / (draws - j + 1));
    sum += term;
  }
  return sum;
}

/** Σ p(j)/p(k) over j ≥ k. */
function sumUp(k: number, successes: number, failures: number, draws: number): number {
  let term = 1;
  let sum = 1;
  for (let j = k; term > sum * 1e-18; j++) {
    term *= ((successes - j) / (j + 1)) * ((draws - j) / (failures - draws + j + 1));
    sum += term;
  }
  return sum;
}

function sumTail(
  side: "lower" | "upper",
  k: number,
  successes: number,
  failures: number,
  draws: number,
  out: ScaledTail,
): ScaledTail {
  const lower = side === "lower";
  out.side = side;
  out.logScale = logProbability(lower ? k : k + 1, successes, failures, draws);
  out.ratio = lower ? sumDown(k, successes, failures, draws) : sumUp(k + 1, successes, failures, draws);
  out.complement = 1 - tailOf(out, side);
  return out;
}

/** The smaller tail, summed from k outwards. */
function tails(x: number, successes: number, failures: number, draws: number): ScaledTail {
  checkPoint("hypergeometric", "k", x);
  const [minimum, maximum] = support(successes, failures, draws);
  const out = scaledTail();
  const k = Math.floor(x);
  if (k < minimum) return atEnd("lower", out);
  if (k >= maximum) return atEnd("upper", out);
  const mode = (draws + 1) * ((successes + 1) / (successes + failures + 2));
  sumTail(k < mode ? "lower" : "upper", k, successes, failures, draws, out);
  if (out.complement >= 0.5) return out;
  return sumTail(out.side === "lower" ? "upper" : "lower", k, successes, failures, draws, out);
}

function logDensity(k: number, successes: number, failures: number, draws: number): number {
  checkPoint("hypergeometric", "k", k);
  const [minimum, maximum] = support(successes, failures, draws);
  if (!(k >= minimum && k <= maximum && Number.isInteger(k))) return -Infinity;
  return logProbability(k, successes, failures, draws);
}

function cdf(k: number, successes: number, failures: number, draws: number): number {
  return tailOf(tails(k, successes, failures, draws), "lower");
}

function survival(k: number, successes: number, failures: number, draws: number): number {
  return tailOf(tails(k, successes, failures, draws), "upper");
}

function mean(successes: number, failures: number, draws: number): number {
  support(successes, failures, draws);
  return draws === 0 ? 0 : draws * (successes / (successes + failures));
}

function variance(successes: number, failures: number, draws: number): number {
  const total = successes + failures;
  const left = (total - draws) / Math.max(1, total - 1);
  return mean(successes, failures, draws) * (failures / Math.max(1, total)) * left;
}

function quantile(
  p: number,
  side: "lower" | "upper",
  successes: number,
  failures: number,
  draws: number,
): number {
  checkProbability("hypergeometric", "p", p);
  const [minimum, maximum] = support(successes, failures, draws);
  const deviation = Math.sqrt(variance(successes, failures, draws));
  const guess = cornishFisher(p, side === "upper", mean(successes, failures, draws), deviation, 0);
  const parameters = { first: successes, second: failures, third: draws };
  return discreteQuantile({ lower: cdf, upper: survival, ...parameters, minimum, maximum }, p, side, guess);
}

/**
 * The hypergeometric distribution: successes among draws without replacement from an urn.
 *
 * @example
 * hypergeometric.cdf(0, 2, 3, 2); // 0.3
 */
export const hypergeometric: Distribution<[successes: number, failures: number, draws: number]> = {
  name: "hypergeometric",
  parameters: ["successes", "failures", "draws"],
  kind: "discrete",
  reference: "Johnson, Kemp & Kotz (2005), Univariate Discrete Distributions, chapter 6; Loader (2000)",
  support,
  density: (k, successes, failures, draws) => Math.exp(logDensity(k, successes, failures, draws)),
  logDensity,
  cdf,
  survival,
  logCdf: (k, successes, failures, draws) => logTailOf(tails(k, successes, failures, draws), "lower"),
  logSurvival: (k, successes, failures, draws) => logTailOf(tails(k, successes, failures, draws), "upper"),
  quantile: (p, successes, failures, draws) => quantile(p, "lower", successes, failures, draws),
  survivalQuantile: (p, successes, failures, draws) => quantile(p, "upper", successes, failures, draws),
  mean,
  variance,
};
