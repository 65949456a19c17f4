import { InputError } from "../../errors.ts";
import { readSummary } from "../../read/index.ts";
import type { SummaryReport } from "../../schema/summary-report.ts";
import { UsageError } from "../report-error.ts";
import type { ChosenScores } from "./chosen-scores.ts";
import { fieldMeanings } from "./summary-flags.ts";

/** Fields that a reader may assume beside a file, since reports leave them open; the others are what was printed. */
const ASSUMABLE: ReadonlySet<string> = new Set([
  "lower",
  "upper",
  "step",
  "estimand",
  "label",
  "unit",
  "score_lower",
  "score_upper",
  "score_step",
  "score_before_at_least",
  "score_change",
]);

const SCORE_FLAGS: Readonly<Record<string, string>> = {
  score_lower: "scores",
  score_upper: "scores",
  score_step: "scores",
  score_before_at_least: "before-at-least",
  score_change: "change",
};

function flagOf(column: string): string {
  return `--${SCORE_FLAGS[column] ?? column.replaceAll("_", "-")}`;
}

function camel(column: string): string {
  return column.replace(/_([a-z])/gu, (_, letter: string) => letter.toUpperCase());
}

/** The numbers of the report on the command line, as they were typed, by column. */
function typedCells(options: Readonly<Record<string, unknown>>): Map<string, string> {
  const cells = new Map<string, string>();
  for (const column of Object.keys(fieldMeanings)) {
    const typed = options[camel(column)];
    if (typeof typed === "string") cells.set(column, typed);
  }
  const { scores, beforeAtLeast, change } = options as {
    scores?: ChosenScores;
    beforeAtLeast?: string;
    change?: string;
  };
  for (const [column, typed] of Object.entries(scores ?? {})) cells.set(column, typed);
  if (beforeAtLeast !== undefined) cells.set("score_before_at_least", beforeAtLeast);
  if (change !== undefined) cells.set("score_change", change);
  if (scores === undefined && (beforeAtLeast !== undefined || change !== undefined))
    throw new UsageError("--before-at-least and --change need --scores, such as --scores 0-10:1");
  return cells;
}

/** Reads cells as the reader of files does, naming flags where it names columns. */
function readCells(cells: ReadonlyMap<string, string>): SummaryReport {
  const empty = [...cells].filter(([, typed]) => typed.trim() === "").map(([column]) => flagOf(column));
  if (empty.length > 0) throw new UsageError(`${empty.join(", ")}: a value is needed, got none`);
  try {
    return readSummary(JSON.stringify({ rows: [Object.fromEntries(cells)] }))[0]!;
  } catch (error) {
    if (!(error instanceof InputError)) throw error;
    const lines = error.issues.map(({ column, message }) =>
      column === undefined ? message : `${flagOf(column)}: ${message}`,
    );
    throw new UsageError(lines.join("\nnof1: "));
  }
}

/**
 * The report on the command line.
 *
 * @throws {UsageError} when there is none, or a flag holds something else than it needs.
 */
export function flaggedReport(options: Readonly<Record<string, unknown>>): SummaryReport {
  const cells = typedCells(options);
  if (cells.size === 0)
    throw new UsageError(
      "summary: a file of reports is needed, or the report itself, such as --n 5 --mean 73.4 --lower 0 --upper 100",
    );
  return readCells(cells);
}

/**
 * What the command line assumes beside a file.
 *
 * @throws {UsageError} when a flag gives what a file says itself.
 */
export function assumedFields(options: Readonly<Record<string, unknown>>): Partial<SummaryReport> {
  const cells = typedCells(options);
  const printed = [...cells.keys()].filter((column) => !ASSUMABLE.has(column)).map(flagOf);
  if (printed.length > 0)
    throw new UsageError(
      `${printed.join(", ")}: with a file, what was printed stands in the file; bounds, step, scores, estimand, label and unit can be assumed`,
    );
  const { n: _, ...assumed } = readCells(new Map([...cells, ["n", "1"]]));
  return assumed;
}
