import { calendarDate } from "./cells/calendar-date.ts";
import type { CellKind } from "./cells/cell-kind.ts";
import { dayOrDate, type ToldDay } from "./cells/day-or-date.ts";
import { decimalNumber } from "./cells/decimal-number.ts";
import { freeText, identifier } from "./cells/free-text.ts";
import { type NumberRange, numberRange } from "./cells/number-range.ts";
import { yesNo } from "./cells/yes-no.ts";
import type { RequiredColumns, TableRow } from "./read-table.ts";

/** The columns of a file of patients. */
export type PatientColumns = {
  patient: CellKind<string>;
  outcome: CellKind<string>;
  day: CellKind<number>;
  date: CellKind<number>;
  score: CellKind<NumberRange>;
  dose_g_per_kg: CellKind<number>;
  course: CellKind<boolean>;
  day_earliest: CellKind<ToldDay>;
  day_latest: CellKind<ToldDay>;
  days_after_course: CellKind<number>;
  rescue: CellKind<boolean>;
  note: CellKind<string>;
};

/** A row of a file of patients. */
export type PatientRow = TableRow<PatientColumns>;

export const patientColumns: PatientColumns = {
  patient: identifier,
  outcome: identifier,
  day: decimalNumber,
  date: calendarDate,
  score: numberRange,
  dose_g_per_kg: decimalNumber,
  course: yesNo,
  day_earliest: dayOrDate,
  day_latest: dayOrDate,
  days_after_course: decimalNumber,
  rescue: yesNo,
  note: freeText,
};

export const requiredPatientColumns: readonly RequiredColumns[] = [
  { purpose: "the day", anyOf: [["day"], ["date"], ["day_earliest", "day_latest"]] },
  { purpose: "a score or a course", anyOf: [["score"], ["dose_g_per_kg"], ["course"]] },
];
