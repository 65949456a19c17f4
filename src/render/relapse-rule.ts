import type { RelapseRule, ResponseResult } from "../schema/index.ts";
import { findEstimate } from "./estimate-rows.ts";
import { formatPercent } from "./format-number.ts";

/**
 * A relapse rule in words.
 *
 * @example
 * describeRelapseRule({ relief: 0.3 }); // "relief below 30 % of baseline"
 */
export function describeRelapseRule(rule: RelapseRule): string {
  return "relief" in rule
    ? `relief below ${formatPercent(rule.relief)} of baseline`
    : `score ≥ ${rule.score}`;
}

/** The score at which the rule is met; null where it hangs on a baseline that was not estimated. */
export function relapseThreshold(result: ResponseResult): number | null {
  const { relapseAt, scale, estimates } = result;
  if ("score" in relapseAt) return relapseAt.score;
  const baseline = findEstimate(estimates, "baseline")?.estimate ?? null;
  if (baseline === null) return null;
  return scale.minimum + (baseline - scale.minimum) * (1 - relapseAt.relief);
}
