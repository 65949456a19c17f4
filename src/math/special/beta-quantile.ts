import { type BetaConstants, betaConstants, logBetaOf } from "./beta-constants.ts";
import { betaTail } from "./beta-tail.ts";
import { gammaStart } from "./gamma-quantile.ts";
import { gammaConstant } from "./gamma-tail.ts";
import { normalDeviate } from "./normal-quantile.ts";
import type { ScaledTail } from "./scaled-tail.ts";
import { tailPosition } from "./tail-position.ts";

/** Below these odds (times 1 + b) the power law is exact to a double. */
const POWER_LAW_ENDS = 1e-17;
/** From this ratio of the parameters on, the gamma limit is the better start. */
const FAR_APART = 20;

function evaluate(odds: number, constants: BetaConstants, out: ScaledTail): ScaledTail {
  const y = 1 / (1 + odds);
  const x = odds < 1 ? odds * y : 1 / (1 + 1 / odds);
  const { a, b } = constants;
  return betaTail(constants, x, y, odds < 1 ? (a - b * odds) * y : a * y - b * x, out);
}

/** Carter's approximation of the odds for a, b > 1: A&S 26.5.22, at the upper normal deviate z of the lower tail. */
function carter(a: number, b: number, z: number): number {
  const lambda = (z * z - 3) / 6;
  const inverseA = 1 / (2 * a - 1);
  const inverseB = 1 / (2 * b - 1);
  const h = 2 / (inverseA + inverseB);
  const w =
    (z * Math.sqrt(Math.max(0, h + lambda))) / h - (inverseB - inverseA) * (lambda + 5 / 6 - 2 / (3 * h));
  return (a / b) * Math.exp(-2 * w);
}

/**
 * Where a lower tail p starts: an approximation of its odds, from below wherever the power law at 0 is the better one.
 *
 * Unless both parameters exceed 1, −ln x · (a + (b − 1)/2) has about the gamma law of shape b, or the mirror image.
 *
 * @param power The odds o of o^a/(a B) = p, which the tail approaches from below at 0.
 * @param mirror The odds from the upper end's power law.
 */
function startOfLower(a: number, b: number, p: number, power: number, mirror: number): number {
  if (power * (1 + b) < POWER_LAW_ENDS) return power;
  if (Math.min(a, b) > 1 && !(Math.max(a, b) > FAR_APART * Math.min(a, b)))
    return Math.max(power, carter(a, b, normalDeviate(p, true)));
  if (a <= 1 && b <= 1) return power < 1 ? power : mirror;
  if (a > b) {
    const g = gammaStart(b, gammaConstant(b), p, "upper");
    return Math.max(power, 1 / Math.expm1(g / (a + 0.5 * (b - 1))));
  }
  return Math.max(power, Math.expm1(gammaStart(a, gammaConstant(a), p, "lower") / (b + 0.5 * (a - 1))));
}

/** (p c B(a, b))^(1/c), the power law of the end whose parameter is c. */
function powerLaw(c: number, logPower: number, logBeta: number, p: number): number {
  return c <= 1 ? (p * Math.exp(logPower)) ** (1 / c) : Math.exp((Math.log(p * c) + logBeta) / c);
}

/**
 * The odds x/(1 − x) where I_x(a, b) = p, or its complement for the upper side, from a start that the caller has.
 *
 * @param p In (0, 1); pass the smaller of the two tails.
 */
export function betaOddsFrom(
  constants: BetaConstants,
  p: number,
  side: "lower" | "upper",
  start: number,
): number {
  return tailPosition(evaluate, constants, side, Math.log(p), start);
}

/**
 * The odds x/(1 − x) where I_x(a, b) = p, or its complement for the upper side; found by the smaller of the two tails.
 *
 * @param p In [0, 1].
 * @example
 * betaOdds(1, 1, 0.2, "lower"); // 0.25
 */
export function betaOdds(a: number, b: number, p: number, side: "lower" | "upper"): number {
  if (p > 0.5) return betaOdds(a, b, 1 - p, side === "lower" ? "upper" : "lower");
  if (p === 0) return side === "lower" ? 0 : Infinity;
  const constants = betaConstants(a, b);
  const logBeta = logBetaOf(constants);
  const lower = side === "lower";
  const lowerOdds = powerLaw(a, constants.logLowerPower, logBeta, lower ? p : 1 - p);
  const upperOdds = powerLaw(b, constants.logUpperPower, logBeta, lower ? 1 - p : p);
  const start = lower
    ? startOfLower(a, b, p, lowerOdds, 1 / upperOdds)
    : 1 / startOfLower(b, a, p, upperOdds, 1 / lowerOdds);
  const exact = lower ? lowerOdds * (1 + b) : upperOdds * (1 + a);
  return exact < POWER_LAW_ENDS ? start : betaOddsFrom(constants, p, side, start);
}
