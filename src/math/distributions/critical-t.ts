import { findRoot } from "../optimize/find-root.ts";

/** P(|T| < t) for t = √ν tan θ, by its finite sum. */
function within(theta: number, degreesOfFreedom: number): number {
  const square = Math.cos(theta) ** 2;
  const isOdd = degreesOfFreedom % 2 === 1;
  let term = isOdd ? Math.cos(theta) : 1;
  let sum = 0;
  for (let k = isOdd ? 3 : 2; k <= degreesOfFreedom; k += 2) {
    sum += term;
    term *= (square * (k - 1)) / k;
  }
  const part = Math.sin(theta) * sum;
  return isOdd ? (2 / Math.PI) * (theta + part) : part;
}

/**
 * The t that |T| stays below with the probability of a level, for whole degrees of freedom: a tenth of the code that
 * `studentT` needs for all of them.
 *
 * @param level In (0, 1). Relative error below 1e-13 up to 0.99 and 1e-11 up to 0.9999; `studentT` has all digits beyond.
 * @param degreesOfFreedom Whole, at least 1.
 * @see Abramowitz & Stegun (1972), equations 26.7.3 and 26.7.4.
 * @example
 * criticalT(0.95, 10); // 2.228138851986274
 */
export function criticalT(level: number, degreesOfFreedom: number): number {
  const theta = findRoot((angle) => within(angle, degreesOfFreedom) - level, 0, 0.5 * Math.PI)!;
  return Math.sqrt(degreesOfFreedom) * Math.tan(theta);
}
