import { CENTRAL, centralNormal, INVERSE_SQRT_2PI, LOG_SQRT_2PI, millsRatio } from "./mills-ratio.ts";

/** exp(−rate·x²) with x² split so that its rounding error doesn't grow with x (Cody 1969, section 4). */
export function gaussian(rate: number, x: number): number {
  if (rate * x * x > 760) return 0; // less than the smallest double; an infinite x has no head
  const head = Math.trunc(x * 16) / 16;
  return Math.exp(-rate * head * head) * Math.exp(-rate * (x - head) * (x + head));
}

/** Standard normal density. */
export function normalDensity(x: number): number {
  return INVERSE_SQRT_2PI * gaussian(0.5, x);
}

/** P(Z > x), with relative accuracy in the upper tail. */
export function normalSurvival(x: number): number {
  if (Math.abs(x) <= CENTRAL) return 0.5 - centralNormal(x);
  if (x < 0) return 1 - normalSurvival(-x);
  if (x === Infinity) return 0;
  return normalDensity(x) * millsRatio(x);
}

/** P(Z ≤ x), with relative accuracy in the lower tail. */
export function normalCdf(x: number): number {
  return normalSurvival(-x);
}

/** P(0 < Z < x) for x ≥ 0, with relative accuracy near 0. */
export function normalFromZero(x: number): number {
  return x <= CENTRAL ? centralNormal(x) : 0.5 - normalSurvival(x);
}

/** ln P(Z ≤ x), finite for every finite x. */
export function normalLogCdf(x: number): number {
  if (x >= 0) return Math.log1p(-normalSurvival(x));
  if (x === -Infinity) return -Infinity;
  return -0.5 * x * x - LOG_SQRT_2PI + Math.log(millsRatio(-x));
}
