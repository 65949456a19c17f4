import { type BoundedReport, hasBounds, INDEPENDENT_WITHIN_BOUNDS } from "./known-bounds.ts";
import { reportedSpread } from "./known-spread.ts";
import { meanInterval } from "./mean-interval.ts";
import { type SummaryInterval, type SummaryLimits, withoutLimits } from "./summary-interval.ts";

const LABEL = "Empirical Bernstein";

/**
 * The empirical Bernstein interval, from mean and standard deviation: below about 10 patients it says nothing.
 *
 * @see Maurer & Pontil (2009), Empirical Bernstein bounds and sample variance penalization, COLT 2009, theorem 4.
 * @example
 * empiricalBernstein.layer; // "bounds-only"
 */
export const empiricalBernstein: SummaryInterval = meanInterval({
  name: "empirical-bernstein",
  label: LABEL,
  reference: "Maurer & Pontil (2009), COLT 2009, theorem 4",
  layer: "bounds-only",
  assumes: INDEPENDENT_WITHIN_BOUNDS,
  keepsBounds: true,
  quick: true,
  applies: ({ report }) =>
    hasBounds(report) && report.mean !== undefined && (reportedSpread(report) !== null || report.n === 1),
  limits: ({ report }, level): SummaryLimits[] => {
    const { n, mean, lower, upper } = report as BoundedReport & { mean: number };
    const spread = reportedSpread(report);
    if (n < 2 || spread === null)
      return [withoutLimits("too-few-patients", `${LABEL} needs at least 2 patients, got ${n}`, mean)];
    const logTail = Math.log(4 / (1 - level));
    const half = spread.sd * Math.sqrt((2 * logTail) / n) + ((upper - lower) * 7 * logTail) / (3 * (n - 1));
    return [{ estimate: mean, lower: Math.max(lower, mean - half), upper: Math.min(upper, mean + half) }];
  },
});
