import type { RelapseRule, ResponseResult } from "../schema/index.ts";
import { findEstimate } from "./estimate-rows.ts";
import { formatPercent } from "./format-number.ts";

/**
 * A relapse rule in words.
 *
 * @example
 * describeRelapseRule({ relief: 0.3 }); // "relief below 30 % of baseline"
 */
export function describeRelapseRule(rule: RelapseRule, isHigherBetter = false): string {
  if ("score" in rule) return isHigherBetter ? `score ≤ ${rule.score}` : `score ≥ ${rule.score}`;
  return `relief below ${formatPercent(rule.relief)} ${shareOf(isHigherBetter)}`;
}

/** What relief is a share of: "of baseline", or where higher scores are better, "of the way to the best score". */
export function shareOf(isHigherBetter: boolean): string {
  return isHigherBetter ? "of the way to the best score" : "of baseline";
}

/** Whether higher scores are better ones, as grip strength's are. */
export function higherIsBetter({ provenance }: ResponseResult): boolean {
  return provenance.options.improvement === "increase";
}

/**
 * The score at which the rule is met; null where it hangs on a baseline that was not estimated.
 *
 * @param course Number of the course, which may have a baseline of its own.
 */
export function relapseThreshold(result: ResponseResult, course?: number): number | null {
  const { relapseAt, scale, estimates } = result;
  if ("score" in relapseAt) return relapseAt.score;
  const row = findEstimate(estimates, "baseline", course) ?? findEstimate(estimates, "baseline");
  const baseline = row?.estimate ?? null;
  if (baseline === null) return null;
  if (higherIsBetter(result)) return scale.maximum - (scale.maximum - baseline) * (1 - relapseAt.relief);
  return scale.minimum + (baseline - scale.minimum) * (1 - relapseAt.relief);
}
