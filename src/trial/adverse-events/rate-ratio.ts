import { beta } from "../../math/distributions/beta.ts";
import { binomial } from "../../math/distributions/binomial.ts";

/** Events and the periods or days in which they were counted. */
export interface CountedEvents {
  nEvents: number;
  exposure: number;
}

/** The ratio of two rates, with limits and the test that it is 1. */
export interface RateRatio {
  /** null where the reference has no event. */
  ratio: number | null;
  lower: number;
  /** null where there is no upper end. */
  upper: number | null;
  pValue: number;
}

/**
 * The ratio of two Poisson rates by the exact conditional test: of all events together, those under the treatment are binomial.
 *
 * The limits are Clopper and Pearson's, turned into a ratio; the p-value is twice the smaller tail, so that both agree.
 *
 * @returns null where there is no event at all, which tells nothing of the ratio.
 * @see Przyborowski & Wilenski (1940), Biometrika 31:313–323. doi:10.1093/biomet/31.3-4.313
 * @example
 * rateRatio({ nEvents: 5, exposure: 4 }, { nEvents: 1, exposure: 4 }, 0.95)?.pValue; // 0.21875
 */
export function rateRatio(treated: CountedEvents, reference: CountedEvents, level: number): RateRatio | null {
  const x = treated.nEvents;
  const n = x + reference.nEvents;
  if (n === 0) return null;
  const tail = 0.5 * (1 - level);
  const p = treated.exposure / (treated.exposure + reference.exposure);
  const scale = reference.exposure / treated.exposure;
  const lower = x === 0 ? 0 : beta.quantile(tail, x, n - x + 1);
  const above = x === n ? 0 : 1 - beta.survivalQuantile(tail, x + 1, n - x);
  const tails = [binomial.cdf(x, n, p), x === 0 ? 1 : binomial.survival(x - 1, n, p)] as const;
  return {
    ratio: x === n ? null : (x / (n - x)) * scale,
    lower: (lower / (1 - lower)) * scale,
    upper: x === n ? null : (1 / above - 1) * scale,
    pValue: Math.min(1, 2 * Math.min(...tails)),
  };
}
