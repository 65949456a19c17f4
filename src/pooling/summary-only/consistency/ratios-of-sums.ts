import type { ScorePairs } from "../../../schema/summary-report.ts";
import type { PrintedRange } from "../feasible/printed-range.ts";

/** Pairs of sums whose percentage of change prints as reported, and the nearest percentages there are. */
export interface RatiosOfSums {
  nSolutions: number;
  /** Nearest possible percentage below and above the middle of the printed one; null where there is none. */
  nearest: [number | null, number | null];
}

/** Sums of `after` that a sum of `before` can go with, in steps. */
function lastAfter(change: ScorePairs["change"], before: number, n: number, all: number): number {
  if (change === "any") return all;
  return change === "all-improved" ? before - n : before;
}

/**
 * The pairs of sums before and after treatment whose ratio of means 100 (1 − after/before) prints as reported.
 *
 * Each sum of n scores on the scale can be had, so every pair of sums is tried: at most one loop over the sums before.
 *
 * @param percent Ends of the printed percentage.
 * @param n Patients.
 * @param scores The scale; sums after may not be above those before unless `change` is `any`.
 */
export function ratiosOfSums(percent: PrintedRange, n: number, scores: ScorePairs): RatiosOfSums {
  const { lower, upper, step, beforeAtLeast = lower + step, change } = scores;
  const origin = (n * lower) / step;
  const toSteps = (score: number): number => Math.round((n * score) / step - origin);
  const most = toSteps(upper);
  const middle = (percent.lower + percent.upper) / 2;
  let nSolutions = 0;
  let [below, above]: [number | null, number | null] = [null, null];
  for (let k = toSteps(beforeAtLeast); k <= most; k++) {
    const before = k + origin;
    if (before <= 0) continue;
    const last = lastAfter(change, k, n, most);
    const first = Math.max(0, Math.ceil(before * (1 - percent.upper / 100) - origin - 1e-9));
    const end = Math.min(last, Math.floor(before * (1 - percent.lower / 100) - origin + 1e-9));
    nSolutions += Math.max(end - first + 1, 0);
    const exact = Math.ceil(before * (1 - middle / 100) - origin);
    for (const after of [exact - 1, exact].filter((sum) => sum >= 0 && sum <= last)) {
      const value = 100 * (1 - (after + origin) / before);
      if (value <= middle) below = Math.max(below ?? value, value);
      if (value >= middle) above = Math.min(above ?? value, value);
    }
  }
  return { nSolutions, nearest: [below, above] };
}
