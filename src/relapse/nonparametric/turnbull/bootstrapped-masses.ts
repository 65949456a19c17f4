import type { RelapseSpan } from "../../relapse-span.ts";
import { fitMasses, type SpanMass } from "./relapse-masses.ts";
import { resampledSpans, spansByPatient } from "./resampled-spans.ts";

/** Two limits, null where the resamples give none. */
export interface Limits {
  lower: number | null;
  upper: number | null;
}

export const noLimits: Limits = { lower: null, upper: null };

/**
 * The masses in resamples of the patients, each with all their courses.
 *
 * @param count How many resamples; the first are the same however many follow.
 */
export function bootstrappedMasses(spans: readonly RelapseSpan[], count: number, seed: number): SpanMass[][] {
  const patients = spansByPatient(spans);
  return Array.from({ length: count }, (_, index) => fitMasses(resampledSpans(patients, seed, index)).masses);
}

/** The k-th smallest of numbers that may be infinite, k from 1; null where it is infinite or k is out of range. */
function orderStatistic(values: readonly number[], k: number): number | null {
  const sorted = Float64Array.from(values).sort();
  const value = sorted[k - 1];
  return value === undefined || !Number.isFinite(value) ? null : value;
}

/**
 * Percentile limits: the (B + 1)α/2-th smallest of the lower ends and the (B + 1)α/2-th largest of the upper ones, so that
 * what lies open in a resample counts with its whole width.
 *
 * @param lowers A number from each resample; ∞ among them.
 * @param uppers The same array for a number without width.
 * @returns No limits where the two would coincide: that resamples agree is no certainty.
 * @see Efron & Tibshirani (1993), An Introduction to the Bootstrap, section 13.3.
 */
export function percentileLimits(
  lowers: readonly number[],
  uppers: readonly number[],
  level: number,
): Limits {
  const k = Math.floor((lowers.length + 1) * 0.5 * (1 - level) + 1e-9);
  const lower = orderStatistic(lowers, k);
  const upper = orderStatistic(uppers, uppers.length + 1 - k);
  return lower === upper ? noLimits : { lower, upper };
}
