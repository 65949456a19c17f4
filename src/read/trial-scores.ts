import type { MissedScore, Trial, TrialScore } from "../schema/index.ts";
import { isoDate } from "./cells/calendar-date.ts";
import type { ToldDay } from "./cells/day-or-date.ts";
import type { Report } from "./collect-issues.ts";

/** A row of a trial, its cells read. */
export interface TrialRow {
  row: number;
  cells: {
    block: number | null;
    period: number | null;
    treatment: string | null;
    day: ToldDay | null;
    score: number | null;
    adverse_events: number | null;
    rescue: boolean | null;
  };
  broken: ReadonlySet<string>;
}

/** Columns that every row of a patient must fill, or none. */
function checkFilled(rows: readonly TrialRow[], column: "block" | "period" | "day", report: Report): boolean {
  const given = rows.find(({ cells }) => cells[column] !== null);
  if (given === undefined) return false;
  for (const { row, cells, broken } of rows) {
    if (cells[column] !== null || broken.has(column)) continue;
    report(
      `${column} must be given in every row of a patient or in none, got none here but one in row ${given.row}`,
      row,
      column,
    );
  }
  return true;
}

const show = ({ told, value }: ToldDay): string => (told === "date" ? isoDate(value) : String(value));

/** Days in order, told in one way. */
function checkDays(rows: readonly TrialRow[], report: Report): void {
  rows.forEach(({ row, cells: { day } }, i) => {
    const before = rows[i - 1]?.cells.day;
    if (!day || !before) return;
    if (day.told !== before.told)
      report(`day must be told as in the row before (${show(before)}), got ${show(day)}`, row, "day");
    else if (day.value < before.value)
      report(
        `rows must be in the order of time and periods must not overlap, got day ${show(day)} after ${show(before)}`,
        row,
        "day",
      );
  });
}

/** Periods numbered from 1 without gaps, each in one stretch, with one treatment and in one block. */
function checkPeriods(rows: readonly TrialRow[], report: Report): void {
  const first = new Map<number, TrialRow>();
  rows.forEach((each, i) => {
    const { period, treatment, block } = each.cells;
    if (period === null) return;
    const own = first.get(period);
    const before = rows[i - 1]?.cells.period ?? 0;
    if (!own) {
      first.set(period, each);
      if (period !== before + 1)
        report(
          `periods must be numbered 1, 2, 3 … in the order of time, got ${period} after ${before || "none"}`,
          each.row,
          "period",
        );
      return;
    }
    if (period !== before)
      report(
        `periods must not overlap, got period ${period} again after period ${before}`,
        each.row,
        "period",
      );
    if (treatment !== null && own.cells.treatment !== null && treatment !== own.cells.treatment)
      report(
        `a period must have one treatment, got ${treatment} after ${own.cells.treatment} in row ${own.row}`,
        each.row,
        "treatment",
      );
    if (block !== own.cells.block && block !== null)
      report(
        `a period must lie in one block, got ${block} after ${own.cells.block} in row ${own.row}`,
        each.row,
        "block",
      );
  });
}

/** Blocks numbered from 1, in order, with as many periods of each treatment. */
function checkBlocks(rows: readonly TrialRow[], periodOf: readonly number[], report: Report): void {
  const periods = new Map<number, Map<number, string>>();
  const firstRow = new Map<number, number>();
  rows.forEach(({ row, cells }, i) => {
    const { block, treatment } = cells;
    if (block === null) return;
    const before = rows[i - 1]?.cells.block ?? 0;
    if (block !== before && block !== before + 1)
      report(
        `blocks must be numbered 1, 2, 3 … in the order of time, got ${block} after ${before || "none"}`,
        row,
        "block",
      );
    if (!periods.has(block)) {
      periods.set(block, new Map());
      firstRow.set(block, row);
    }
    periods.get(block)!.set(periodOf[i]!, treatment ?? "");
  });
  const contents = [...periods].map(([block, held]) => ({
    block,
    held: [...held.values()].sort().join(", "),
  }));
  for (const { block, held } of contents) {
    if (held === contents[0]!.held) continue;
    report(
      `blocks must hold the same treatments equally often, got ${held} in block ${block} but ${contents[0]!.held} in block ${contents[0]!.block}`,
      firstRow.get(block)!,
      "block",
    );
  }
}

/** Rows with a score, and those without. */
function takenAndMissed(
  rows: readonly TrialRow[],
  periodOf: readonly number[],
): { scores: TrialScore[]; missed: MissedScore[] } {
  const scores: TrialScore[] = [];
  const missed: MissedScore[] = [];
  rows.forEach(({ row, cells, broken }, i) => {
    const { treatment, score, block, day, adverse_events: adverseEvents, rescue } = cells;
    if (treatment === null || broken.has("score")) return;
    const place = {
      treatment,
      period: periodOf[i]!,
      block,
      day: day?.value ?? null,
      row,
      ...(adverseEvents !== null && { adverseEvents }),
      ...(rescue === true && { rescue }),
    };
    if (score === null) missed.push({ ...place, nBefore: scores.length });
    else scores.push({ ...place, score });
  });
  return { scores, missed };
}

/**
 * Builds one patient's trial from its rows.
 *
 * @param rows In the order of the file, which is that of time.
 * @param report Takes what is wrong with the periods, the blocks and the days.
 */
export function buildTrial(patient: string, rows: readonly TrialRow[], report: Report): Trial {
  const hasPeriods = checkFilled(rows, "period", report);
  const hasBlocks = checkFilled(rows, "block", report);
  checkFilled(rows, "day", report);
  const periodOf = rows.map(({ cells }, i) => (hasPeriods ? (cells.period ?? i + 1) : i + 1));
  checkDays(rows, report);
  if (hasPeriods) checkPeriods(rows, report);
  if (hasBlocks) checkBlocks(rows, periodOf, report);
  const { scores, missed } = takenAndMissed(rows, periodOf);
  if (missed.length === rows.length)
    report(`a trial needs scores, got none of ${patient}`, rows[0]?.row, "score");
  const treatments = [...new Set(rows.flatMap(({ cells }) => cells.treatment ?? []))];
  return { patient, treatments, scores, ...(missed.length > 0 && { missed }) };
}
