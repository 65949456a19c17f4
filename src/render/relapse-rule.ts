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
  return `relief below ${formatPercent(rule.relief)} of ${isHigherBetter ? "the way to the best score" : "baseline"}`;
}

/** Whether higher scores are better ones, as grip strength's are. */
export function higherIsBetter({ provenance }: ResponseResult): boolean {
  return provenance.options.improvement === "increase";
}

/** The score at which the rule is met; null where it hangs on a baseline that was not estimated. */
export function relapseThreshold(result: ResponseResult): number | null {
  const { relapseAt, scale, estimates } = result;
  if ("score" in relapseAt) return relapseAt.score;
  const baseline = findEstimate(estimates, "baseline")?.estimate ?? null;
  if (baseline === null) return null;
  if (higherIsBetter(result)) return scale.maximum - (scale.maximum - baseline) * (1 - relapseAt.relief);
  return scale.minimum + (baseline - scale.minimum) * (1 - relapseAt.relief);
}
