import type { RelapseSpan } from "../relapse-span.ts";

/** What happened at one time, and the curve from there on. */
export interface ProductLimitStep {
  time: number;
  /** Still well just before the time. */
  nAtRisk: number;
  nEvents: number;
  /** Last seen well at the time, which counts as after its relapses. */
  nCensored: number;
  survival: number;
  /** Greenwood's sum Σ d/(n(n − d)), the variance of ln S; Infinity once S is 0. */
  varianceOfLog: number;
  /** Nelson–Aalen estimate of the cumulative hazard, Σ d/n. */
  cumulativeHazard: number;
  /** Its variance, Σ d/n². */
  cumulativeHazardVariance: number;
}

/**
 * The product-limit estimate of the probability of staying well, one step for each distinct time.
 *
 * @param spans Exact (`lower` = `upper`) or right-censored (`upper` = Infinity).
 * @returns Steps in order of time, those with censoring alone among them.
 * @see Kaplan & Meier (1958), J Am Stat Assoc 53:457–481, equation 2b. doi:10.1080/01621459.1958.10501452; Greenwood
 * (1926) and Nelson (1972) as in Klein & Moeschberger (2003), Survival Analysis, equations 4.2.1 to 4.2.4.
 * @example
 * productLimit([{ lower: 3, upper: 3, patient: 0 }, { lower: 5, upper: Infinity, patient: 1 }])[0]!.survival; // 0.5
 */
export function productLimit(spans: readonly RelapseSpan[]): ProductLimitStep[] {
  const counts = new Map<number, { nEvents: number; nCensored: number }>();
  for (const { lower, upper } of spans) {
    const count = counts.get(lower) ?? { nEvents: 0, nCensored: 0 };
    if (lower === upper) count.nEvents++;
    else count.nCensored++;
    counts.set(lower, count);
  }
  let nAtRisk = spans.length;
  let survival = 1;
  let varianceOfLog = 0;
  let cumulativeHazard = 0;
  let cumulativeHazardVariance = 0;
  return [...counts]
    .sort(([a], [b]) => a - b)
    .map(([time, { nEvents, nCensored }]) => {
      const nLeft = nAtRisk - nEvents;
      if (nEvents > 0) {
        survival *= nLeft / nAtRisk;
        varianceOfLog += nEvents / (nAtRisk * nLeft);
        cumulativeHazard += nEvents / nAtRisk;
        cumulativeHazardVariance += nEvents / nAtRisk ** 2;
      }
      const step = {
        time,
        nAtRisk,
        nEvents,
        nCensored,
        survival,
        varianceOfLog,
        cumulativeHazard,
        cumulativeHazardVariance,
      };
      nAtRisk = nLeft - nCensored;
      return step;
    });
}
