import type { Estimate, ResponseResult, Sensitivity } from "../../schema/index.ts";
import { mainRow, nameWithCourse } from "../estimate-table.ts";
import { formatEstimate } from "../format-number.ts";

/** A change as a share of the interval's width, or of the estimate where there is no interval. */
function shift(before: Estimate, after: Estimate): number {
  if (before.estimate === null || after.estimate === null)
    return before.estimate === after.estimate ? 0 : Number.POSITIVE_INFINITY;
  const { lower, upper, estimate } = before;
  const unit = lower !== null && upper !== null && upper > lower ? upper - lower : Math.abs(estimate) || 1;
  return Math.abs(after.estimate - estimate) / unit;
}

function sentence(result: ResponseResult, { label, estimates }: Sensitivity): string {
  const pairs = estimates.flatMap((after) => {
    const before = mainRow(result, after);
    return before ? [{ before, after, size: shift(before, after) }] : [];
  });
  const largest = pairs.sort((a, b) => b.size - a.size)[0];
  if (!largest) return `${label}: no quantity can be compared.`;
  const { before, after } = largest;
  if (formatEstimate(before) === formatEstimate(after))
    return `${label}: no estimate changes in the digits printed.`;
  return `${label}: the largest change is in “${nameWithCourse(after)}”: ${formatEstimate(after)} instead of ${formatEstimate(before)}.`;
}

/** What each sensitivity analysis changes most. */
export function sensitivitySentences(result: ResponseResult): string[] {
  return result.sensitivity.map((analysis) => sentence(result, analysis));
}
