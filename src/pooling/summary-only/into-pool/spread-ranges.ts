import type { InputIssue } from "../../../errors.ts";
import type { Series, SeriesSummary } from "../../../schema/series.ts";
import type { SummaryReport } from "../../../schema/summary-report.ts";
import { feasibleSet } from "../feasible-set.ts";
import type { SpreadLaw, SpreadRange } from "./spread-laws/spread-law.ts";
import { lacksMean, lacksSpreadOnly, type SpreadMeasure } from "./spread-measures.ts";

/** A series without a standard deviation, and every one that it can have. */
export interface FoundRange {
  /** Its place among the series. */
  index: number;
  series: string;
  range: SpreadRange;
  /** What was left out in finding the range. */
  notes: readonly string[];
}

/** Columns of a series that say something of one patient's value, by their name in a report. */
const REPORTED: readonly (readonly [column: string, name: keyof SummaryReport])[] = [
  ["minimum", "minimum"],
  ["maximum", "maximum"],
  ["median", "median"],
  ["lower_quartile", "lowerQuartile"],
  ["upper_quartile", "upperQuartile"],
  ["lower_bound", "lower"],
  ["upper_bound", "upper"],
  ["standard_error", "standardError"],
  ["decimals", "decimals"],
  ["step", "step"],
];

function reportOf(summary: SeriesSummary, mean: string): SummaryReport {
  const given = REPORTED.flatMap(([column, name]) => {
    const value = summary[column];
    return value === undefined ? [] : [[name, value] as const];
  });
  return { ...Object.fromEntries(given), n: summary.n!, mean: summary[mean]! };
}

/** The column of a series that a statement of a report comes from. */
function columnOf(names: readonly string[], mean: string): string {
  if (names.includes("mean")) return mean;
  return REPORTED.find(([, name]) => names.includes(name))?.[0] ?? "n";
}

interface Found {
  ranges: FoundRange[];
  issues: InputIssue[];
}

function rangeOf(
  { series, summary }: Series,
  index: number,
  { mean, sd }: SpreadMeasure,
  law: SpreadLaw,
): Found {
  const { n } = summary;
  const wrong = (column: string, message: string): Found => ({
    ranges: [],
    issues: [{ path: series, column, message }],
  });
  if (!(Number.isSafeInteger(n) && n! >= 2))
    return wrong("n", `needs n to be a whole number of at least 2, got ${n}`);
  const { quantities, clashes, notes } = feasibleSet(reportOf(summary, mean));
  if (clashes.length > 0) {
    return {
      ranges: [],
      issues: clashes.map(({ quantities: names, message }) => ({
        path: series,
        column: columnOf(names, mean),
        message: `No patients can have these numbers: ${message}`,
      })),
    };
  }
  const ends = quantities.find(({ quantity }) => quantity === "sd");
  const range = { lower: Math.max(ends?.lower ?? 0, 0), upper: ends?.upper ?? Number.POSITIVE_INFINITY };
  if (range.upper === 0)
    return wrong(sd, "all patients have the same value, and a standard deviation of 0 can't be weighed");
  const problem = law.problem(range);
  if (problem !== undefined) return wrong(sd, `There is no ${sd}, and ${problem}`);
  return { ranges: [{ index, series, range, notes }], issues: [] };
}

/** Without a mean nothing says where a series stands: a range leaves both open, and one of its conversions would be a made-up number. */
function withoutMean({ series }: Series, { mean, sd }: SpreadMeasure): InputIssue {
  return {
    path: series,
    column: mean,
    message: `needs ${mean}: without it the mean is as open as ${sd}, and only ${sd} may be`,
  };
}

/**
 * The feasible standard deviations of every series that gives none, with all that stands in their way.
 *
 * @param law Must have a distribution on each range.
 */
export function spreadRanges(series: readonly Series[], measure: SpreadMeasure, law: SpreadLaw): Found {
  const found = series.flatMap((one, i) =>
    lacksSpreadOnly(one, measure) ? [rangeOf(one, i, measure, law)] : [],
  );
  const unplaced = series.filter((one) => lacksMean(one, measure));
  return {
    ranges: found.flatMap(({ ranges }) => ranges),
    issues: [...found.flatMap(({ issues }) => issues), ...unplaced.map((one) => withoutMean(one, measure))],
  };
}
