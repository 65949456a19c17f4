import { isoDate } from "./cells/calendar-date.ts";
import type { ToldDay } from "./cells/day-or-date.ts";
import type { Report } from "./collect-issues.ts";
import type { PatientRow } from "./patient-columns.ts";

/** The columns that tell a row's day by themselves. */
export const DAY_COLUMNS = ["day", "date", "day_earliest", "day_latest"] as const;

/** When a row took place, in the count it was told in: days, or days since 1970-01-01 for dates. */
export interface RowDay {
  /** The count, and the first column that shows it; null where the row tells neither day nor bounds. */
  told: { as: ToldDay["told"]; column: (typeof DAY_COLUMNS)[number] } | null;
  day: number | null;
  earliest: number | null;
  latest: number | null;
}

/**
 * A day as the file would write it.
 *
 * @param told Whether it was told as a day or as a date.
 * @param value The day, or days since 1970-01-01.
 * @returns A number or an ISO date.
 * @example
 * showDay({ told: "date", value: 12_570 }); // "2004-06-01"
 */
export function showDay({ told, value }: ToldDay): string {
  return told === "date" ? isoDate(value) : String(value);
}

/** How the row is told: by `day` or `date` if it has one, else by its bounds. */
function howTold(row: PatientRow): RowDay["told"] {
  const { day, date, day_earliest, day_latest } = row.cells;
  if (day !== null) return { as: "day", column: "day" };
  if (date !== null) return { as: "date", column: "date" };
  if (day_earliest !== null) return { as: day_earliest.told, column: "day_earliest" };
  return day_latest === null ? null : { as: day_latest.told, column: "day_latest" };
}

/** One bound, if it is in the row's own count: another cannot be compared with it. */
function readBound(
  row: PatientRow,
  column: "day_earliest" | "day_latest",
  told: NonNullable<RowDay["told"]>,
  report: Report,
): number | null {
  const bound = row.cells[column];
  if (bound === null) return null;
  if (bound.told === told.as) return bound.value;
  const needed = told.as === "date" ? "a date" : "a number of days";
  report(`${column} must be ${needed} like ${told.column}, got ${showDay(bound)}`, row.row, column);
  return null;
}

/** Both bounds or neither. */
function checkPair(row: PatientRow, report: Report): void {
  const pairs = [
    ["day_earliest", "day_latest"],
    ["day_latest", "day_earliest"],
  ] as const;
  for (const [given, other] of pairs) {
    const bound = row.cells[given];
    if (bound === null || row.cells[other] !== null || row.broken.has(other)) continue;
    const found = `got only ${given} ${showDay(bound)}`;
    report(`${other} is missing; needs both bounds or neither, ${found}`, row.row, other);
  }
}

/** Bounds in order, and the day between them. */
function checkOrder(row: number, rowDay: RowDay, report: Report): void {
  const { told, day, earliest, latest } = rowDay;
  if (told === null || earliest === null || latest === null) return;
  const show = (value: number): string => showDay({ told: told.as, value });
  if (latest < earliest) {
    report(
      `day_latest must not be before day_earliest ${show(earliest)}, got ${show(latest)}`,
      row,
      "day_latest",
    );
  } else if (day !== null && (day < earliest || day > latest)) {
    const needed = `must lie between day_earliest ${show(earliest)} and day_latest ${show(latest)}`;
    report(`${told.column} ${needed}, got ${show(day)}`, row, told.column);
  }
}

/**
 * Reads when a row took place: `day` or `date`, and its bounds in the same count.
 *
 * @param row The row.
 * @param report Takes contradictions among the four cells; that none of them is given is no problem here.
 * @returns What the row tells; null for what it leaves out or contradicts.
 */
export function readRowDay(row: PatientRow, report: Report): RowDay {
  const { day, date } = row.cells;
  checkPair(row, report);
  if (day !== null && date !== null) {
    report(`row must have day or date, got both: ${day} and ${isoDate(date)}`, row.row, "date");
    return { told: null, day: null, earliest: null, latest: null };
  }
  const told = howTold(row);
  if (told === null) return { told, day: null, earliest: null, latest: null };
  const earliest = readBound(row, "day_earliest", told, report);
  const latest = readBound(row, "day_latest", told, report);
  const rowDay: RowDay = { told, day: day ?? date, earliest, latest };
  checkOrder(row.row, rowDay, report);
  return rowDay;
}
