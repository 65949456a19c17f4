import { type BetaConstants, betaConstants } from "../special/beta-constants.ts";
import { betaOddsFrom } from "../special/beta-quantile.ts";
import { betaTail } from "../special/beta-tail.ts";
import { normalDeviate } from "../special/normal-quantile.ts";
import { scaledLogarithm } from "../special/scaled-power.ts";
import { atEnd, logTailOf, type ScaledTail, scaledTail, tailOf } from "../special/scaled-tail.ts";
import type { Distribution } from "./distribution.ts";
import { normal } from "./normal.ts";
import { checkPoint, checkProbability } from "./parameter-checks.ts";

/** From this |t|/√df on the tail is its leading power. */
const FAR = 1e10;

function checkParameters(degreesOfFreedom: number): void {
  if (degreesOfFreedom > 0) return;
  throw new RangeError(`studentT needs degreesOfFreedom to be positive, got ${degreesOfFreedom}`);
}

/** ln[a B(a, ½)] for a = df/2. */
function logPower({ a, logLowerPower, logUpperPower }: BetaConstants): number {
  return a <= 1 ? logLowerPower : logUpperPower + Math.log(2 * a);
}

/** The lower side holds 2 P(T > |t|), the upper P(|T| < |t|). */
function tails(t: number, df: number): ScaledTail {
  const out = scaledTail();
  const square = t * t;
  if (square === 0) return atEnd("upper", out);
  if (Math.abs(t) === Infinity) return atEnd("lower", out);
  const constants = betaConstants(0.5 * df, 0.5);
  if (Math.abs(t) / Math.sqrt(df) < FAR) {
    const total = df + square;
    return betaTail(constants, df / total, square / total, 0.5 * (df / total) * (square - 1), out);
  }
  atEnd("lower", out);
  out.logScale = -df * scaledLogarithm(Math.abs(t), Math.sqrt(df)) - logPower(constants);
  out.complement = -Math.expm1(out.logScale);
  return out;
}

function check(t: number, df: number): void {
  checkPoint("studentT", "t", t);
  checkParameters(df);
}

function cdf(t: number, df: number): number {
  check(t, df);
  if (df === Infinity) return normal.cdf(t);
  const out = tails(t, df);
  if (t < 0) return 0.5 * tailOf(out, "lower");
  const within = tailOf(out, "upper");
  return within < 0.5 ? 0.5 + 0.5 * within : 1 - 0.5 * tailOf(out, "lower");
}

function logCdf(t: number, df: number): number {
  check(t, df);
  if (df === Infinity) return normal.logCdf(t);
  const out = tails(t, df);
  return t < 0 ? logTailOf(out, "lower") - Math.LN2 : Math.log1p(-0.5 * tailOf(out, "lower")) + 0;
}

function logDensity(t: number, df: number): number {
  check(t, df);
  if (df === Infinity) return normal.logDensity(t);
  if (Math.abs(t) === Infinity) return -Infinity;
  const scale = Math.sqrt(df);
  const far = !(Math.abs(t) / scale < FAR);
  const spread = far ? 2 * scaledLogarithm(Math.abs(t), scale) : Math.log1p((t / df) * t);
  const { logUpperPower } = betaConstants(0.5 * df, 0.5);
  return -0.5 * (df + 1) * spread - logUpperPower - Math.LN2 - 0.5 * Math.log(df);
}

/**
 * The |t| that leaves p ≤ ½ beyond it on one side.
 *
 * Starts from ln(1 + t²/df) ≈ z²/(df − ½), or from the leading power of the tail where that is the nearer.
 *
 * @see Johnson, Kotz & Balakrishnan (1995), Continuous Univariate Distributions 2, section 28.4 (Wallace's transform).
 */
function deviate(p: number, df: number): number {
  const constants = betaConstants(0.5 * df, 0.5);
  const z = normalDeviate(p, true);
  const odds = df > 0.75 ? 1 / Math.expm1((z * z) / (df - 0.5)) : 0;
  if (p > 0.25) {
    const within = 1 - 2 * p;
    const start = odds > 0 ? odds : (within * Math.exp(constants.logUpperPower)) ** -2;
    return Math.sqrt(df / betaOddsFrom(constants, within, "upper", start));
  }
  const scaled = 2 * p * Math.exp(logPower(constants));
  const power = scaled ** (2 / df);
  if (power < 1e-17) return Math.sqrt(df) * scaled ** (-1 / df);
  return Math.sqrt(df / betaOddsFrom(constants, 2 * p, "lower", Math.max(power, odds)));
}

/**
 * `studentT.quantile` by itself, for bundles that need no more of the distribution; `studentT.survivalQuantile` where the
 * sign is −1.
 */
export function studentTQuantile(p: number, df: number, sign: 1 | -1 = 1): number {
  checkProbability("studentT", "p", p);
  checkParameters(df);
  if (df === Infinity) return sign * normalDeviate(p, false) + 0;
  if (p === 0.5) return 0;
  const tail = Math.min(p, 1 - p);
  return (p < 0.5 ? -sign : sign) * (tail === 0 ? Infinity : deviate(tail, df));
}

/**
 * Student's t distribution. The degrees of freedom need not be whole; infinitely many give the normal law.
 *
 * @example
 * studentT.quantile(0.975, 10); // 2.228138851986274
 */
export const studentT: Distribution<[degreesOfFreedom: number]> = {
  name: "studentT",
  parameters: ["degreesOfFreedom"],
  kind: "continuous",
  reference: "Abramowitz & Stegun (1972), equation 26.7.1, through the incomplete beta function",
  support: (degreesOfFreedom) => {
    checkParameters(degreesOfFreedom);
    return [-Infinity, Infinity];
  },
  density: (x, degreesOfFreedom) => Math.exp(logDensity(x, degreesOfFreedom)),
  logDensity,
  cdf,
  survival: (x, degreesOfFreedom) => cdf(-x, degreesOfFreedom),
  logCdf,
  logSurvival: (x, degreesOfFreedom) => logCdf(-x, degreesOfFreedom),
  quantile: (p, degreesOfFreedom) => studentTQuantile(p, degreesOfFreedom, 1),
  survivalQuantile: (p, degreesOfFreedom) => studentTQuantile(p, degreesOfFreedom, -1),
  mean: (degreesOfFreedom) => {
    checkParameters(degreesOfFreedom);
    return degreesOfFreedom > 1 ? 0 : null;
  },
  variance: (degreesOfFreedom) => {
    checkParameters(degreesOfFreedom);
    if (degreesOfFreedom === Infinity) return 1;
    if (degreesOfFreedom <= 2) return degreesOfFreedom > 1 ? Infinity : null;
    return degreesOfFreedom / (degreesOfFreedom - 2);
  },
};
