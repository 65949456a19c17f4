import type {
  LogRankResult,
  RelapseAverage,
  RelapseDiagnostics,
  RelapseIntervals,
  RelapseResult,
  RestrictedMeanComparison,
} from "../../schema/index.ts";

/** All that was asked of some courses, for one report. */
export interface RelapseStudy {
  /** One, or one for each group; none where laws were averaged. */
  results: readonly RelapseResult[];
  average: RelapseAverage | null;
  /** From the scores, and beside them from the fitted curves; empty where a file gave the times. */
  intervals: readonly RelapseIntervals[];
  logRank: LogRankResult | null;
  comparison: RestrictedMeanComparison | null;
  diagnostics: RelapseDiagnostics | null;
  /** What has no answer, and why. */
  notes: readonly string[];
}

/** The unit of every time of a study. */
export function timeUnitOf({ results, average }: RelapseStudy): string {
  return results[0]?.timeUnit ?? average?.timeUnit ?? "day";
}
