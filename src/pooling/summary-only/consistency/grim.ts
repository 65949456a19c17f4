import type { GrimAnswer } from "../../../schema/summary-consistency.ts";
import type { SummaryReport } from "../../../schema/summary-report.ts";
import { checkReport } from "../feasible/check-report.ts";
import { shortNumber, wordList } from "../feasible/short-number.ts";
import { type Statement, statementsOf } from "../feasible/statements.ts";
import { hasSample } from "../reconstruction/sample-clash.ts";
import { percentValues } from "../reconstruction/score-values.ts";
import type { ConsistencyCheck } from "./consistency-check.ts";
import { meansOfSteps } from "./means-of-steps.ts";
import { ratiosOfSums } from "./ratios-of-sums.ts";
import { shownRange } from "./shown-decimals.ts";

type Mean = SummaryReport & { mean: number };
type WithScores = Mean & { scores: NonNullable<SummaryReport["scores"]> };

function nearestInWords(nearest: readonly (number | null)[]): string {
  const there = nearest.filter((value) => value !== null).map(shortNumber);
  return there.length === 0
    ? "there is none"
    : `the nearest possible ${there.length > 1 ? "are" : "is"} ${wordList(there)}`;
}

function ofValues(report: Mean & { step: number }): GrimAnswer {
  const { n, mean, decimals, step, lower, minimum } = report;
  const { first, last, nearest } = meansOfSteps(shownRange(mean, decimals), n, step, lower ?? minimum ?? 0);
  const nSolutions = Math.max(last - first + 1, 0);
  const consistent = nSolutions > 0;
  const message = consistent
    ? `Mean ${shortNumber(mean)} of ${n} scores in steps of ${shortNumber(step)} is possible`
    : `No ${n} scores in steps of ${shortNumber(step)} have mean ${shortNumber(mean)}; ${nearestInWords(nearest)}`;
  return { estimand: "value", consistent, nSolutions, nearest, message };
}

function ofRatioOfMeans(report: WithScores): GrimAnswer {
  const { n, mean, decimals, scores } = report;
  const { nSolutions, nearest } = ratiosOfSums(shownRange(mean, decimals), n, scores);
  const consistent = nSolutions > 0;
  const what = `a ratio of means of ${n} scores in steps of ${shortNumber(scores.step)}`;
  const message = consistent
    ? `${shortNumber(mean)} % can be ${what}: ${nSolutions} ${nSolutions === 1 ? "pair" : "pairs"} of sums`
    : `${shortNumber(mean)} % can't be ${what}; ${nearestInWords(nearest)}`;
  return { estimand: "ratio-of-means", consistent, nSolutions, nearest, message };
}

const MEAN_AND_BOUNDS = ["lower", "upper", "mean"];

function ofMeanOfRatios(report: WithScores): GrimAnswer {
  const { n, mean, scores } = report;
  const asRatios: SummaryReport = { ...report, estimand: "mean-of-ratios" };
  const statements: Statement[] = statementsOf(asRatios).filter(({ name }) => MEAN_AND_BOUNDS.includes(name));
  const found = hasSample(n, percentValues(scores), statements);
  const what = `a mean of ${n} patients' percentages of scores in steps of ${shortNumber(scores.step)}`;
  const verb = found === undefined ? "may be" : found ? "can be" : "can't be";
  const searched = found === undefined ? "; the search was not finished" : "";
  return {
    estimand: "mean-of-ratios",
    consistent: found ?? null,
    nSolutions: null,
    nearest: [null, null],
    message: `${shortNumber(mean)} % ${verb} ${what}${searched}`,
  };
}

function hasMean(report: SummaryReport): report is Mean {
  return report.mean !== undefined && (report.scores !== undefined || report.step !== undefined);
}

/**
 * Asks whether a printed mean can be one of n scores on a scale of steps, under each reading that the report leaves open.
 *
 * With `scores`, the mean is a percentage of change: a ratio of means, a mean of the patients' ratios, or either where `estimand` does
 * not say. Else it is a mean of scores in steps of `step`. A mean of log ratios is not read. Without `decimals`, the mean has as many
 * as it shows.
 *
 * @param report With a mean, and with `step` or `scores`.
 * @returns One answer for each reading; empty where the report lacks what is needed.
 * @throws {RangeError} for numbers that are none.
 * @see Brown & Heathers (2017), Soc Psychol Personal Sci 8:363–369, eq. 1. doi:10.1177/1948550616673876
 * @example
 * grim({ n: 28, mean: 5.19, decimals: 2, step: 1 })[0]?.consistent; // false
 */
export function grim(report: SummaryReport): GrimAnswer[] {
  checkReport(report);
  if (!hasMean(report)) return [];
  const { scores, step, estimand } = report;
  if (scores === undefined)
    return step === undefined || estimand === "ratio-of-means" ? [] : [ofValues({ ...report, step })];
  const withScores: WithScores = { ...report, scores };
  const readings = { "ratio-of-means": ofRatioOfMeans, "mean-of-ratios": ofMeanOfRatios };
  return Object.entries(readings)
    .filter(([name]) => estimand === undefined || estimand === name)
    .map(([, answer]) => answer(withScores));
}

/** Whether the printed mean can be had from n scores on their scale, in at least one reading of the report. */
export const grimCheck: ConsistencyCheck = {
  name: "grim",
  label: "Mean of scores in steps (GRIM)",
  reference: "Brown & Heathers (2017), Soc Psychol Personal Sci 8:363–369, doi:10.1177/1948550616673876",
  applies: (report) => grim(report).length > 0,
  check: (report) => {
    const answers = grim(report);
    return {
      quantities: ["n", "mean", report.scores === undefined ? "step" : "scores"],
      consistent: answers.some(({ consistent }) => consistent !== false),
      message: answers.map(({ message }) => message).join("; "),
    };
  },
};
