import type { Improvement, Patient, Scale } from "../schema/index.ts";
import { buildPatients } from "./build-patient.ts";
import { collectIssues } from "./collect-issues.ts";
import { describeFound } from "./describe-found.ts";
import { patientColumns, requiredPatientColumns } from "./patient-columns.ts";
import { patientIds } from "./patient-ids.ts";
import { checkOutcomeNames } from "./patient-outcomes.ts";
import { patientSettings } from "./patient-settings.ts";
import { type PatientEvent, readPatientEvent } from "./read-patient-event.ts";
import { readTable, type TableFormat } from "./read-table.ts";
import { scaleProblem } from "./scale-problem.ts";

/** How a file of patients is read. */
export interface ReadPatientsOptions {
  /** Name of the input in messages; default `input`. */
  path?: string;
  /** Default: JSON when the text begins with `{` or `[`, else CSV. */
  format?: TableFormat;
  /** Overrides the scale of the file, but not an outcome's own; default: that of a JSON file, else 0–10 in steps of 1. */
  scale?: Scale;
  /** Which way scores go when it gets better; overrides that of the file, but not an outcome's own. */
  improvement?: Improvement;
  /** Id where the file names no patient; default `patient`. */
  patient?: string;
}

function checkOptions({ scale, improvement, patient }: ReadPatientsOptions): void {
  const problem = scale && scaleProblem(scale);
  if (problem) throw new RangeError(`scale ${problem}`);
  if (improvement !== undefined && !["decrease", "increase"].includes(improvement)) {
    throw new RangeError(`improvement must be decrease or increase, got ${describeFound(improvement)}`);
  }
  if (patient === "") throw new RangeError('patient must be an id of at least one character, got ""');
}

/**
 * Reads patients from CSV (`,` `;` or tab, with a header) or JSON (`{ scale?, improvement?, outcomes?, rows: [ … ] }`).
 *
 * One row is a score, a course, or both, and the score is then taken before the infusion; a row with a day alone is a
 * missed visit. Columns: `patient`, `outcome`, `day` or `date`, `score`, `dose_g_per_kg`, `course`, `day_earliest`,
 * `day_latest`, `days_after_course`, `rescue`, `note`. Where rows name outcomes (`pain`, `walking`), each outcome of a
 * patient is a patient of its own with all of the courses; a JSON file can say of each
 * `{ outcomes: { walking: { scale: "0-100", improvement: "increase" } } }`.
 * Missing values are empty, `NA` and `.`; decimal commas are read where the delimiter is not a comma. Days count from
 * the file's own origin or, where a patient has dates, from the patient's first course.
 *
 * @param text The file, at most 2²⁵ characters, with or without a byte order mark.
 * @param options Name for messages, format, scale and id of the only patient.
 * @returns The patients in the order of their first rows, outcomes likewise; scores and courses in the order of the file, times in days,
 *   doses in grams per kilogram.
 * @throws {InputError} with every problem of the file: `row` counts the lines of a CSV file from 1, and the entries of
 *   `rows` of a JSON file from 1.
 * @throws {RangeError} when an option is wrong: an unsound scale, an empty id, an unknown format.
 * @example
 * readPatients("day,score,course\n0,9,yes\n14,3,").map(({ scores }) => scores.length); // [2]
 */
export function readPatients(text: string, options: ReadPatientsOptions = {}): Patient[] {
  checkOptions(options);
  const { report, throwIfAny } = collectIssues(options.path ?? "input");
  const settings = ["scale", "improvement", "outcomes"];
  const tableOptions = { columns: patientColumns, required: requiredPatientColumns, settings };
  const table = readTable(text, { ...tableOptions, format: options.format }, report);
  const settingsOf = patientSettings(table, options, report);
  checkOutcomeNames(table.rows, report);
  const idOf = patientIds(table.rows, options.patient ?? "patient", report);
  const patients = new Map<string, PatientEvent[]>();
  let { firstLostRow } = table;
  for (const row of table.rows) {
    const event = readPatientEvent(
      row,
      settingsOf(row.cells.outcome).scale,
      table.columns.has("score"),
      report,
    );
    const id = idOf(row);
    if (id === undefined) firstLostRow = Math.min(firstLostRow, row.row);
    else if (patients.has(id)) patients.get(id)?.push(event);
    else patients.set(id, [event]);
  }
  const context = { settingsOf, firstLostRow, report };
  const read = [...patients].flatMap(([id, events]) => buildPatients(id, events, context));
  throwIfAny();
  return read;
}
