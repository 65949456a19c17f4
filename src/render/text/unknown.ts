import type { ResponseResult } from "../../schema/index.ts";
import { findEstimate } from "../estimate-rows.ts";
import { formatEstimateWithInterval } from "../format-number.ts";
import { warningsIn } from "./said-once.ts";

function scatter({ estimates, nObservations }: ResponseResult): string[] {
  const sigma = findEstimate(estimates, "residualSd");
  if (!sigma) return [];
  return [
    `The scores scatter about the curve with a standard deviation of ${formatEstimateWithInterval(sigma)}, judged from ${nObservations} scores.`,
  ];
}

/** What the data could not tell. */
export function unknownSentences(result: ResponseResult): string[] {
  const gaps = warningsIn(result, "unknown");
  if (gaps.length === 0)
    gaps.push("Every interval has both its ends, and no estimate was set by the prior alone.");
  return [...gaps, ...scatter(result)];
}
