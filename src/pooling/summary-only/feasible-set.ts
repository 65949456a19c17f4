import type { FeasibleQuantity, FeasibleSet } from "../../schema/feasible-set.ts";
import type { SummaryReport } from "../../schema/summary-report.ts";
import { checkReport } from "./feasible/check-report.ts";
import { eventRange } from "./feasible/event-range.ts";
import { findClashes } from "./feasible/find-clashes.ts";
import { type ReportRanges, reportRanges } from "./feasible/report-ranges.ts";
import { wordList } from "./feasible/short-number.ts";
import { statementsOf } from "./feasible/statements.ts";
import { latticeRanges } from "./reconstruction/lattice-ranges.ts";
import { sampleClash } from "./reconstruction/sample-clash.ts";
import { valuesOf } from "./reconstruction/sample-space.ts";
import { withScoreBounds } from "./reconstruction/score-values.ts";

const QUARTILES =
  "Quartiles are taken as type 7: the value of one rank, or the weighted mean of two neighbours; other conventions move them by less than one rank.";
const RATIO = "A ratio of means is no mean of the patients' values, so it narrows nothing here.";
const TOO_MANY =
  "There are too many samples on this scale to look at each, so its step was left out: the ranges are true, and may be wider than they need be.";
const UNBOUNDED =
  "Without both bounds of a patient's value its step can't narrow the ranges, and was left out.";

function notesOf(report: SummaryReport, leftOut: readonly string[]): string[] {
  const notes: string[] = [];
  if (report.lowerQuartile !== undefined || report.upperQuartile !== undefined) notes.push(QUARTILES);
  if (leftOut.length > 0) {
    const left = wordList(leftOut);
    notes.push(
      `With this many patients ${left} would be too much to search and was left out: the ranges are true, and may be wider than they need be.`,
    );
  }
  if (report.estimand === "ratio-of-means" && report.mean !== undefined) notes.push(RATIO);
  return notes;
}

/** Ends over the values a patient can have, where the report says which; `clash` where no sample of those fits. */
interface Narrowed {
  ends: ReportRanges["ends"];
  note?: string;
  clash?: string;
}

function narrowed(report: SummaryReport, { ends }: ReportRanges): Narrowed {
  if (report.step === undefined && report.scores === undefined) return { ends };
  const [lower, upper] = [ends.get("minimum")?.lower ?? null, ends.get("maximum")?.upper ?? null];
  if (lower === null || upper === null) return { ends, note: UNBOUNDED };
  const found = latticeRanges(report, [...ends.keys()]);
  if (found === undefined) return { ends, note: TOO_MANY };
  return found === "none" ? { ends, clash: sampleClash(report, valuesOf(report)) } : { ends: found };
}

/**
 * What must be true of every sample that fits a report: the range of each quantity, reported or not.
 *
 * The mean and the standard deviation are within what their printed decimals allow; the other numbers are exact. With a step, or with
 * score pairs, only samples of such values count where they are few enough to look at each.
 *
 * @param report Any mix of n, mean, standard deviation or error, order statistics, bounds and events.
 * @returns The sharp range of mean, standard deviation (n − 1), median, minimum, maximum and events; instead the clashes, each with the
 * fewest statements that contradict one another, where no sample fits.
 * @throws {RangeError} for numbers that are none, such as n = 0 or a negative standard deviation.
 * @see Mestdagh et al. (2018), Psychol Methods 23:690–707 (the standard deviation's ends given a bounded mean).
 * doi:10.1037/met0000153
 * @example
 * feasibleSet({ n: 5, minimum: 2, maximum: 6 }).quantities[0]; // { quantity: "mean", lower: 2.8, upper: 5.2, reported: null }
 */
export function feasibleSet(report: SummaryReport): FeasibleSet {
  checkReport(report);
  const bounded = withScoreBounds(report);
  const statements = statementsOf(bounded);
  const { quantity, clashes } = eventRange(bounded);
  const ranges = reportRanges(bounded.n, statements);
  const notes = notesOf(bounded, ranges?.leftOut ?? []);
  const impossible = (found: typeof clashes): FeasibleSet => ({
    quantities: [],
    clashes: found,
    sharp: true,
    notes,
  });
  if (ranges === undefined) return impossible([...findClashes(bounded.n, statements), ...clashes]);
  const { ends, note, clash } = narrowed(bounded, ranges);
  if (clash !== undefined) {
    const names = ["n", ...statements.map(({ name }) => name), bounded.scores ? "scores" : "step"];
    return impossible([{ quantities: names, message: clash }, ...clashes]);
  }
  if (clashes.length > 0) return impossible(clashes);
  const reported = new Map(statements.map(({ name, value }) => [name, value]));
  const quantities = Array.from(
    ends,
    ([name, { lower, upper }]): FeasibleQuantity => ({
      quantity: name,
      lower,
      upper,
      reported: reported.get(name) ?? null,
    }),
  );
  return {
    quantities: [...quantities, quantity],
    clashes: [],
    sharp: ranges.leftOut.length === 0 && note === undefined,
    notes: note === undefined ? notes : [...notes, note],
  };
}
