import type { Scale } from "../schema/index.ts";
import type { NumberRange } from "./cells/number-range.ts";
import type { Report } from "./collect-issues.ts";
import type { PatientRow } from "./patient-columns.ts";
import { DAY_COLUMNS, type RowDay, readRowDay } from "./read-row-day.ts";
import { scoreProblems } from "./score-problems.ts";

/** What one row says: a score, a course, or both. */
export interface PatientEvent {
  row: number;
  /** What was scored; null where the row names no outcome. */
  outcome: string | null;
  when: RowDay;
  daysAfterCourse: number | null;
  score: NumberRange | null;
  /** `maybe` where the cells that would tell were reported. */
  course: "yes" | "no" | "maybe";
  /** A visit without a score. */
  missed: boolean;
  doseGPerKg: number | null;
  rescue: boolean;
  note: string | null;
}

function checkScore({ row, cells }: PatientRow, scale: Scale | undefined, report: Report): void {
  const { score } = cells;
  if (score === null) return;
  if (score.lower > score.upper) {
    const found = `got ${score.lower} before ${score.upper}`;
    report(`score must run from the lower to the higher end, such as 6-8, ${found}`, row, "score");
  }
  if (scale === undefined) return;
  for (const problem of scoreProblems(score, scale, cells.outcome)) report(problem, row, "score");
}

function readCourse({ row, cells, broken }: PatientRow, report: Report): PatientEvent["course"] {
  const dose = cells.dose_g_per_kg;
  if (dose !== null && dose <= 0) report(`dose_g_per_kg must be above 0, got ${dose}`, row, "dose_g_per_kg");
  if (dose !== null && cells.course === false) {
    report(
      `course must be yes or empty where a dose is given, got no and dose_g_per_kg ${dose}`,
      row,
      "course",
    );
  }
  if (dose !== null || cells.course === true) return "yes";
  return broken.has("dose_g_per_kg") || broken.has("course") ? "maybe" : "no";
}

/** A row with a day and nothing else is a visit without a score, as long as the file has a column for scores. */
function isMissedVisit(
  { cells, broken }: PatientRow,
  course: PatientEvent["course"],
  hasScores: boolean,
): boolean {
  const given = (name: keyof PatientRow["cells"]): boolean => cells[name] !== null || broken.has(name);
  return hasScores && course === "no" && !given("score") && DAY_COLUMNS.some(given);
}

/** A row without a score can have nothing that belongs to one. */
function checkNoScore(
  { row, cells }: PatientRow,
  course: PatientEvent["course"],
  missed: boolean,
  report: Report,
): void {
  if (course === "no" && !missed) {
    const needed = "needs a score, a dose_g_per_kg, or yes under course";
    report(`row has neither a score nor a course; ${needed}`, row);
    return;
  }
  if (cells.rescue === true) {
    report("rescue belongs to a score; needs one in this row, got none", row, "rescue");
  }
  if (cells.days_after_course !== null) {
    report("days_after_course belongs to a score; needs one in this row, got none", row, "days_after_course");
  }
}

/** Every course needs a day of its own; a score may be counted from the course above instead. */
function checkHasDay(row: PatientRow, course: PatientEvent["course"], report: Report): void {
  const given = (name: keyof PatientRow["cells"]): boolean =>
    row.cells[name] !== null || row.broken.has(name);
  if (DAY_COLUMNS.some(given)) return;
  const needed = "needs day or date, or both day_earliest and day_latest";
  if (course === "yes") {
    const found = given("days_after_course") ? ", got only days_after_course" : "";
    report(`the course has no day; ${needed}${found}`, row.row);
  } else if (!given("days_after_course") && given("score")) {
    report(`the score has no day; ${needed}, or days_after_course`, row.row);
  }
}

/**
 * Reads what one row says by itself, whatever stands above it.
 *
 * @param row The row, its cells read.
 * @param scale The scale in force; undefined where it is not known, and scores go unchecked.
 * @param hasScores Whether the file has a column for scores.
 * @param report Takes every problem of the row.
 * @returns The event, with null for what is missing or was reported.
 */
export function readPatientEvent(
  row: PatientRow,
  scale: Scale | undefined,
  hasScores: boolean,
  report: Report,
): PatientEvent {
  const { cells, broken } = row;
  checkScore(row, scale, report);
  const course = readCourse(row, report);
  const missed = isMissedVisit(row, course, hasScores);
  if (cells.score === null && !broken.has("score")) checkNoScore(row, course, missed, report);
  checkHasDay(row, course, report);
  const after = cells.days_after_course;
  if (after !== null && after < 0) {
    report(`days_after_course must be 0 or more, got ${after}`, row.row, "days_after_course");
  }
  return {
    row: row.row,
    outcome: cells.outcome,
    when: readRowDay(row, report),
    daysAfterCourse: after !== null && after >= 0 && cells.score !== null ? after : null,
    score: cells.score,
    course,
    missed,
    doseGPerKg: cells.dose_g_per_kg,
    rescue: cells.rescue ?? false,
    note: cells.note,
  };
}
