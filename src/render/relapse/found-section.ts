import type { Estimate, RelapseResult } from "../../schema/index.ts";
import { findEstimate } from "../estimate-rows.ts";
import { formatEstimateWithInterval, formatRange } from "../format-number.ts";
import type { WordSection } from "../words/word-report.ts";
import { weighingInWords } from "./average-words.ts";
import { chanceEstimate, chanceWithInterval } from "./chance-words.ts";
import { groupOf } from "./relapse-name.ts";
import type { RelapseStudy } from "./relapse-study.ts";
import { nextInWords } from "./relapse-summary.ts";
import { estimatesTable, massesTable, modelsTable } from "./relapse-tables.ts";

/** An estimate with its interval, or without limits. */
function inWords(row: Estimate): string {
  const hasLimits = row.lower !== null || row.upper !== null;
  return hasLimits ? chanceWithInterval(row) : `${chanceEstimate(row)}, without limits`;
}

/** "Probability of staying well for 90 days: 55 % (95 % interval: 12 to 91 %)." */
function stayingWell(estimates: readonly Estimate[]): string[] {
  const rows = estimates.filter(({ parameter }) => /^stayingWell[\d.e+-]+$/u.test(parameter));
  return rows.map((row) => {
    if (row.estimate !== null) return `${row.label}: ${inWords(row)}.`;
    const lowest = findEstimate(estimates, `${row.parameter}Lowest`)?.estimate ?? null;
    const highest = findEstimate(estimates, `${row.parameter}Highest`)?.estimate ?? null;
    if (lowest === null || highest === null)
      return `${row.label}: not known, no course was seen so long or the curve ends before.`;
    return `${row.label}: somewhere within ${formatRange(lowest, highest, row.unit)}; the time lies in a span where the data do not tell.`;
  });
}

function restrictedMean(estimates: readonly Estimate[]): string[] {
  const row = findEstimate(estimates, "restrictedMean");
  if (!row || row.estimate === null) return [];
  return [`${row.label}: ${inWords(row)}.`];
}

/** What a ratio of times says: whether 1 lies within its interval. */
function ratios(estimates: readonly Estimate[]): string[] {
  return estimates
    .filter(({ unit, estimate }) => unit === "ratio" && estimate !== null)
    .map((row) => {
      const { parameter, label, lower, upper } = row;
      const isOpen = (lower ?? 0) < 1 && (upper ?? Number.POSITIVE_INFINITY) > 1;
      const shorter = (row.estimate ?? 1) < 1;
      const what = parameter === "trend" ? "relief" : "the time to relapse";
      const meaning = isOpen
        ? `neither a shorter nor a longer ${what === "relief" ? what : "time"} is excluded`
        : `${what} grows ${shorter ? "shorter" : "longer"}`;
      return `${label}: ${formatEstimateWithInterval(row)}; ${meaning}.`;
    });
}

/** What the answer does not say already: of a group, what comes next too. */
function sentencesOf(result: RelapseResult): string[] {
  const { estimates } = result;
  const group = groupOf(result);
  const own = [...stayingWell(estimates), ...restrictedMean(estimates), ...ratios(estimates)];
  if (group === null) return own;
  return [...own, ...nextInWords(estimates)].map(
    (sentence) => `${group}: ${sentence[0]!.toLowerCase()}${sentence.slice(1)}`,
  );
}

/** What was found, with all numbers. */
export function foundSection({ results, average }: RelapseStudy): WordSection {
  const masses = results.flatMap((result) =>
    result.masses.length > 0 ? [massesTable(result.masses, result.timeUnit)] : [],
  );
  return {
    id: "found",
    heading: "What was found",
    sentences: average ? [weighingInWords(average)] : results.flatMap(sentencesOf),
    tables: [
      ...(results.length > 0 ? [estimatesTable(results)] : []),
      ...masses,
      ...(average ? [modelsTable(average)] : []),
    ],
  };
}
