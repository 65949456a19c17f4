import type { Estimate, RelapseResult } from "../../schema/index.ts";
import { findEstimate } from "../estimate-rows.ts";
import { formatPercent, formatRange, formatValue } from "../format-number.ts";
import { medianInWords } from "./median-words.ts";
import { groupOf } from "./relapse-name.ts";

/** "The next relapse is predicted 24 to 276 days after its course, with a probability of 95 %." */
export function nextInWords(estimates: readonly Estimate[]): string[] {
  const next = findEstimate(estimates, "nextRelapse");
  if (!next || next.estimate === null) return [];
  const { lower, upper, unit, level } = next;
  const chance = `with a probability of ${formatPercent(level)}`;
  if (lower === null || upper === null) {
    const limit = lower === null ? "" : `, later than ${formatValue(lower, unit)} ${chance}`;
    return [
      `The next relapse is predicted about ${formatValue(next.estimate, unit)} after its course${limit}.`,
    ];
  }
  return [`The next relapse is predicted ${formatRange(lower, upper, unit)} after its course, ${chance}.`];
}

/**
 * The finding in one or two sentences: the answer of a report, the subtitle of a chart.
 *
 * @param results One, or those of several groups; at least one.
 * @example
 * relapseSummary([result]); // "Median time to relapse: 94 days (95 % interval: 58 to 192 days). The next relapse …"
 */
export function relapseSummary(results: readonly RelapseResult[]): string {
  const [first] = results;
  if (results.length === 1 && first)
    return [`Median time to relapse: ${medianInWords(first)}.`, ...nextInWords(first.estimates)].join(" ");
  const groups = results.map((result) => `${groupOf(result) ?? "all"}: ${medianInWords(result)}`);
  return `Median time to relapse, ${groups.join("; ")}.`;
}
