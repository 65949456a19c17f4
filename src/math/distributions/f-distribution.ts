import { betaConstants } from "../special/beta-constants.ts";
import { betaOdds } from "../special/beta-quantile.ts";
import { betaLogDensity, betaTail } from "../special/beta-tail.ts";
import { atEnd, logTailOf, type ScaledTail, scaledTail, tailOf } from "../special/scaled-tail.ts";
import type { Distribution } from "./distribution.ts";
import { checkPoint, checkPositive, checkProbability } from "./parameter-checks.ts";

function checkParameters(numeratorDegreesOfFreedom: number, denominatorDegreesOfFreedom: number): void {
  checkPositive("fDistribution", "numeratorDegreesOfFreedom", numeratorDegreesOfFreedom);
  checkPositive("fDistribution", "denominatorDegreesOfFreedom", denominatorDegreesOfFreedom);
}

/** What the beta law of d1/2 and d2/2 sees of f: a share of 1, what it lacks, and its drift, without overflow. */
interface Share {
  x: number;
  y: number;
  drift: number;
}

function share(f: number, d1: number, d2: number): Share {
  const odds = (d1 / d2) * f;
  const inverse = d2 / d1 / f;
  const x = odds < 1 ? odds / (1 + odds) : 1 / (1 + inverse);
  const y = odds < 1 ? 1 / (1 + odds) : inverse / (1 + inverse);
  return { x, y, drift: 0.5 * (f < 2 ? d1 * (1 - f) * y : d1 * y - d2 * x) };
}

function tails(f: number, d1: number, d2: number): ScaledTail {
  checkPoint("fDistribution", "x", f);
  checkParameters(d1, d2);
  const out = scaledTail();
  if (!(f > 0)) return atEnd("lower", out);
  if (f === Infinity) return atEnd("upper", out);
  const { x, y, drift } = share(f, d1, d2);
  if (x === 0) return atEnd("lower", out);
  if (y === 0) return atEnd("upper", out);
  return betaTail(betaConstants(0.5 * d1, 0.5 * d2), x, y, drift, out);
}

function logDensity(f: number, d1: number, d2: number): number {
  checkPoint("fDistribution", "x", f);
  checkParameters(d1, d2);
  if (f < 0 || f === Infinity) return -Infinity;
  if (f === 0) return d1 === 2 ? 0 : d1 < 2 ? Infinity : -Infinity;
  const { x, y, drift } = share(f, d1, d2);
  return betaLogDensity(betaConstants(0.5 * d1, 0.5 * d2), x, y, drift) - Math.log(f);
}

function quantile(p: number, side: "lower" | "upper", d1: number, d2: number): number {
  checkProbability("fDistribution", "p", p);
  checkParameters(d1, d2);
  return (betaOdds(0.5 * d1, 0.5 * d2, p, side) / d1) * d2;
}

function mean(d1: number, d2: number): number {
  checkParameters(d1, d2);
  return d2 > 2 ? d2 / (d2 - 2) : Infinity;
}

/**
 * The F distribution of Fisher and Snedecor.
 *
 * @example
 * fDistribution.quantile(0.95, 2, 10); // 4.1028210151304
 */
export const fDistribution: Distribution<
  [numeratorDegreesOfFreedom: number, denominatorDegreesOfFreedom: number]
> = {
  name: "fDistribution",
  parameters: ["numeratorDegreesOfFreedom", "denominatorDegreesOfFreedom"],
  kind: "continuous",
  reference: "Abramowitz & Stegun (1972), equation 26.6.2, through the incomplete beta function",
  support: (d1, d2) => {
    checkParameters(d1, d2);
    return [0, Infinity];
  },
  density: (x, d1, d2) => Math.exp(logDensity(x, d1, d2)),
  logDensity,
  cdf: (x, d1, d2) => tailOf(tails(x, d1, d2), "lower"),
  survival: (x, d1, d2) => tailOf(tails(x, d1, d2), "upper"),
  logCdf: (x, d1, d2) => logTailOf(tails(x, d1, d2), "lower"),
  logSurvival: (x, d1, d2) => logTailOf(tails(x, d1, d2), "upper"),
  quantile: (p, d1, d2) => quantile(p, "lower", d1, d2),
  survivalQuantile: (p, d1, d2) => quantile(p, "upper", d1, d2),
  mean,
  variance: (d1, d2) => {
    const m = mean(d1, d2);
    if (d2 <= 4) return d2 > 2 ? Infinity : null;
    return (2 * m * m * (d1 + d2 - 2)) / (d1 * (d2 - 4));
  },
};
