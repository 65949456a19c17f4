import type { LogRankResult, RelapseIntervals } from "../../schema/index.ts";
import { estimatesCsv, type WithEstimates } from "../csv.ts";
import type { RelapseStudy } from "./relapse-study.ts";

type Row = WithEstimates["estimates"][number];
type Ends = Pick<Row, "estimate" | "lower" | "upper" | "level">;

function courseRow(
  { patient, outcome }: RelapseIntervals,
  course: number,
  [method, label]: readonly [string, string],
  ends: Ends,
): Row {
  const bound = ends.upper === null ? (ends.lower === null ? "open" : "open-upper") : "closed";
  return {
    parameter: "courseRelapse",
    label: `Relapse ${label}`,
    unit: "day",
    standardError: null,
    method,
    bound,
    patient,
    course,
    ...(outcome !== undefined && { outcome }),
    ...ends,
  };
}

/** Each course by the scores alone, where the ends are certain, and by the curve. */
function courseRows(intervals: RelapseIntervals): Row[] {
  return intervals.courses.flatMap(({ course, scores, curve }) => {
    const { lower, upper } = scores;
    // Visits hold the relapse for certain: an interval without a level.
    const byScores = courseRow(intervals, course, ["scores", "by the scores"], {
      estimate: null,
      lower,
      upper,
    });
    if (!curve) return [byScores];
    const ends = { estimate: curve.estimate, lower: curve.lower, upper: curve.upper, level: curve.level };
    return [byScores, courseRow(intervals, course, ["curve", "by the fitted curve"], ends)];
  });
}

function logRankRows({ permutation, pValue }: LogRankResult): Row[] {
  const row = (method: string, label: string, estimate: number | null): Row => ({
    parameter: "logRank",
    label,
    unit: "probability",
    estimate,
    standardError: null,
    lower: null,
    upper: null,
    method,
    bound: "closed",
  });
  return [
    ...(permutation ? [row(permutation.method, "p-value of the log-rank test", permutation.pValue)] : []),
    row("chi-squared", "p-value of the log-rank test", pValue),
  ];
}

/** Writes all estimates as CSV: those of the model, of each course, and of the comparison of groups. */
export function relapseCsv(studies: readonly RelapseStudy[]): string {
  return estimatesCsv(
    studies.flatMap(({ results, average, intervals, logRank, comparison }) => [
      ...results,
      ...(average ? [average] : []),
      ...intervals.map((one) => ({ estimates: courseRows(one) })),
      ...(comparison ? [comparison] : []),
      ...(logRank ? [{ estimates: logRankRows(logRank) }] : []),
    ]),
  );
}
