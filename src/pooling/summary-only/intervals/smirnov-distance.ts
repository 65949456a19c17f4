import { findRoot } from "../../../math/optimize/find-root.ts";
import { logGamma } from "../../../math/special/log-gamma.ts";

/** P(D⁺ ≥ d): the chance that the empirical distribution of n values anywhere exceeds the true one by d. */
function exceedance(n: number, d: number): number {
  const last = Math.floor(n * (1 - d));
  let sum = 0;
  for (let j = 0; j <= last; j++) {
    const rest = 1 - d - j / n;
    if (rest <= 0 && j < n) continue;
    const logChoose = logGamma(n + 1) - logGamma(j + 1) - logGamma(n - j + 1);
    const logRest = j === n ? 0 : (n - j) * Math.log(rest);
    sum += Math.exp(logChoose + (j - 1) * Math.log(d + j / n) + logRest);
  }
  return d * sum;
}

/**
 * The distance by which the empirical distribution of n values exceeds the true one with a given chance, exactly.
 *
 * @param tail Chance on one side, in (0, 1).
 * @see Birnbaum & Tingey (1951), Ann Math Stat 22:592–596, equation 3.0. doi:10.1214/aoms/1177729550
 * @example
 * smirnovDistance(5, 0.025); // 0.5633
 */
export function smirnovDistance(n: number, tail: number): number {
  return findRoot((d) => exceedance(n, d) - tail, 1e-12, 1 - 1e-15) ?? 1;
}
