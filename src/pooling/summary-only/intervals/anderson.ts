import { andersonWeights } from "./anderson-limits.ts";
import { feasibleRange } from "./feasible-range.ts";
import { type BoundedReport, hasBounds, INDEPENDENT_WITHIN_BOUNDS } from "./known-bounds.ts";
import { leastWeightedSum, type OrderedSampleSet } from "./least-weighted-sum.ts";
import { meanInterval } from "./mean-interval.ts";
import { smirnovDistance } from "./smirnov-distance.ts";
import type { SummaryEvidence, SummaryInterval } from "./summary-interval.ts";

/** What the report says of an ascending sample: its ends, its middle, its mean and its spread. */
function sampleSet({ report, feasible }: SummaryEvidence): OrderedSampleSet {
  const { n, median, lower, upper } = report as BoundedReport;
  const [least, greatest] = [report.minimum ?? lower, report.maximum ?? upper];
  const from = Array.from({ length: n }, () => least);
  const to = Array.from({ length: n }, () => greatest);
  if (report.minimum !== undefined) to[0] = report.minimum;
  if (report.maximum !== undefined) from[n - 1] = report.maximum;
  if (median !== undefined) {
    for (let i = 0; i < n; i++) {
      if (2 * i + 1 <= n) to[i] = Math.min(to[i]!, median);
      if (2 * i + 1 >= n) from[i] = Math.max(from[i]!, median);
    }
  }
  const mean = feasibleRange(feasible, "mean");
  const sd = feasibleRange(feasible, "sd").upper ?? Infinity;
  return { lower: from, upper: to, mean: [mean.lower ?? least, mean.upper ?? greatest], sd };
}

/** The same set seen from above: x turned into lower + upper − x. */
function reflected(set: OrderedSampleSet, total: number): OrderedSampleSet {
  const turn = (values: readonly number[]): number[] => values.map((value) => total - value).reverse();
  return {
    lower: turn(set.upper),
    upper: turn(set.lower),
    mean: [total - set.mean[1], total - set.mean[0]],
    sd: set.sd,
  };
}

/**
 * Anderson's interval with the exact Kolmogorov–Smirnov distance, widest over every sample that algebra allows: all that
 * have the mean, and the ends, the median and the spread where these are reported. Quartiles are not used, since there are
 * many definitions of them.
 *
 * @see Anderson (1969), Bull Int Stat Inst 43:249–251; Birnbaum & Tingey (1951), Ann Math Stat 22:592–596, equation 3.0.
 * @example
 * boundedMeanInterval({ n: 5, mean: 73.4, lower: 0, upper: 100 }, { method: anderson }).lower; // 17.07
 */
export const anderson: SummaryInterval = meanInterval({
  name: "anderson",
  label: "Anderson, over the feasible set",
  reference: "Anderson (1969), Bull Int Stat Inst 43:249–251",
  layer: "bounds-only",
  assumes: INDEPENDENT_WITHIN_BOUNDS,
  keepsBounds: true,
  quick: true,
  applies: ({ report }) =>
    hasBounds(report) &&
    (report.mean !== undefined || (report.minimum !== undefined && report.maximum !== undefined)),
  limits: (evidence, level) => {
    const { report } = evidence;
    const { n, lower, upper } = report as BoundedReport;
    const distance = smirnovDistance(n, 0.5 * (1 - level));
    const weights = andersonWeights(n, distance);
    const set = sampleSet(evidence);
    const below = distance * lower + leastWeightedSum(set, weights);
    const above = distance * lower + leastWeightedSum(reflected(set, lower + upper), weights);
    return [
      {
        estimate: report.mean ?? null,
        lower: Math.max(lower, below),
        upper: Math.min(upper, lower + upper - above),
      },
    ];
  },
});
