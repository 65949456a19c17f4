/** When a chain learns what: positions are observed from `start` to the last end; at each end the metric is renewed. */
export interface WarmupWindows {
  start: number;
  /** Iterations, counted from 0, after which the metric is renewed; none where the warm-up is too short. */
  ends: number[];
}

/**
 * The stages of a warm-up: a fast start, windows that double in length for the metric, and a last stretch for the step
 * size alone.
 *
 * 75, 25 × (1, 2, 4, …) and 50 iterations; 15 %, 75 % and 10 % where these do not fit; under 20 the metric stays as
 * it is.
 *
 * @param nWarmup Whole, at least 0.
 * @see Stan Reference Manual 2.32, section 15.2 (automatic parameter tuning), and windowed_adaptation.hpp.
 * @example
 * warmupWindows(1000).ends; // [99, 149, 249, 449, 949]
 */
export function warmupWindows(nWarmup: number): WarmupWindows {
  if (nWarmup < 20) return { start: nWarmup, ends: [] };
  const fits = 75 + 25 + 50 <= nWarmup;
  const start = fits ? 75 : Math.floor(0.15 * nWarmup);
  const last = nWarmup - (fits ? 50 : Math.floor(0.1 * nWarmup)) - 1;
  let size = fits ? 25 : last + 1 - start;
  const ends: number[] = [];
  for (let end = start + size - 1; ; ) {
    ends.push(end);
    if (end >= last) return { start, ends };
    size *= 2;
    end += size;
    if (end !== last && end + 2 * size > last) end = last;
  }
}
