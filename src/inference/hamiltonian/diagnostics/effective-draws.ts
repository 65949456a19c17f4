import { mean } from "../../../math/descriptive/mean.ts";
import { sampleVariance } from "../../../math/descriptive/sample-variance.ts";
import { varies } from "./equal-chains.ts";

/** Fewer draws than this in a (split) chain show no autocorrelation. */
const FEWEST = 6;

/** Autocorrelation of several chains by lag, computed when asked for: few lags are. */
function autocorrelation(chains: readonly Float64Array[]): (lag: number) => number {
  const n = chains[0]!.length;
  const means = chains.map(mean);
  const deviations = chains.map((chain, m) => chain.map((value) => value - means[m]!));
  const autocovariance = (lag: number): number => {
    let sum = 0;
    for (const z of deviations) for (let i = 0; i + lag < n; i++) sum += z[i]! * z[i + lag]!;
    return sum / (n * chains.length);
  };
  const meanVariance = autocovariance(0) * (n / (n - 1));
  const pooledVariance = autocovariance(0) + (chains.length > 1 ? sampleVariance(means)! : 0);
  return (lag) => (lag === 0 ? 1 : 1 - (meanVariance - autocovariance(lag)) / pooledVariance);
}

/**
 * The autocorrelation time by Geyer's initial monotone sequence: sums of neighbouring pairs of lags, as long as they are
 * positive, and never rising.
 */
function autocorrelationTime(rho: (lag: number) => number, n: number): number {
  let lag = 0;
  let even = 1;
  let odd = rho(1);
  let pair = Infinity;
  let pairs = 0;
  while (lag < n - 5 && even + odd > 0) {
    pair = Math.min(pair, even + odd);
    pairs += pair;
    lag += 2;
    even = rho(lag);
    odd = rho(lag + 1);
  }
  return -1 + 2 * pairs + (even > 0 || even + odd >= 0 ? even : 0);
}

/**
 * How many independent draws would know the mean as well.
 *
 * At most S log₁₀ S for S draws, where they are so antithetic that the estimate is not stable.
 *
 * @param chains Draws of one quantity: chains of one length, already split.
 * @returns null where a chain has fewer than 6 draws, one is not finite, or they do not vary.
 * @see Vehtari et al. (2021), Bayesian Analysis 16:667–718, section 3.2; Geyer (1992), Statistical Science 7:473–483,
 * section 3.3; the last even lag counts once, as in posterior 1.4 and Stan. doi:10.1214/20-BA1221
 */
export function effectiveDraws(chains: readonly Float64Array[]): number | null {
  const n = chains[0]!.length;
  if (n < FEWEST || !varies(chains)) return null;
  const nDraws = n * chains.length;
  const time = autocorrelationTime(autocorrelation(chains), n);
  return nDraws / Math.max(time, 1 / Math.log10(nDraws));
}
