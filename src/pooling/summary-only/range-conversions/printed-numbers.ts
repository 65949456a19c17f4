import { luo } from "./luo.ts";
import type { ConvertedRange, RangeSummary } from "./range-conversion.ts";
import { wan } from "./wan.ts";

/** Scenarios with a median. */
export type MedianScenario = "range" | "quartiles" | "five-number";

/** The printed numbers of a scenario, ascending. */
export function printedNumbers(scenario: MedianScenario, summary: RangeSummary): number[] {
  const { minimum, lowerQuartile, median, upperQuartile, maximum } = summary;
  if (scenario === "range") return [minimum, median, maximum];
  if (scenario === "quartiles") return [lowerQuartile, median, upperQuartile];
  return [minimum, lowerQuartile, median, upperQuartile, maximum];
}

/** The summary with each of its numbers transformed. */
export function transformed(summary: RangeSummary, transform: (value: number) => number): RangeSummary {
  return {
    n: summary.n,
    minimum: transform(summary.minimum),
    lowerQuartile: transform(summary.lowerQuartile),
    median: transform(summary.median),
    upperQuartile: transform(summary.upperQuartile),
    maximum: transform(summary.maximum),
  };
}

/** Luo's mean and Wan's standard deviation. */
export function normalMoments(scenario: MedianScenario, summary: RangeSummary): { mean: number; sd: number } {
  const { mean } = luo.scenarios[scenario]!(summary) as ConvertedRange & { mean: number };
  const { sd } = wan.scenarios[scenario]!(summary) as ConvertedRange & { sd: number };
  return { mean, sd };
}

/** The same conversion in each scenario with a median. */
export function inEachScenario(
  convert: (scenario: MedianScenario, summary: RangeSummary) => ConvertedRange,
): { readonly [S in MedianScenario]: (summary: RangeSummary) => ConvertedRange } {
  return {
    range: (summary) => convert("range", summary),
    quartiles: (summary) => convert("quartiles", summary),
    "five-number": (summary) => convert("five-number", summary),
  };
}
