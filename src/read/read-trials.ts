import type { Trial } from "../schema/index.ts";
import type { CellKind } from "./cells/cell-kind.ts";
import { dayOrDate, type ToldDay } from "./cells/day-or-date.ts";
import { decimalNumber } from "./cells/decimal-number.ts";
import { identifier } from "./cells/free-text.ts";
import { yesNo } from "./cells/yes-no.ts";
import { collectIssues } from "./collect-issues.ts";
import { patientIds } from "./patient-ids.ts";
import { type RequiredColumns, readTable, type TableFormat } from "./read-table.ts";
import { checkTreatmentNames } from "./treatment-names.ts";
import { buildTrial, type TrialRow } from "./trial-scores.ts";

/** How a file of trials is read. */
export interface ReadTrialsOptions {
  /** Name of the input in messages; default `input`. */
  path?: string;
  /** Default: JSON when the text begins with `{` or `[`, else CSV. */
  format?: TableFormat;
  /** Names that a treatment may have; default those of the file, as long as none looks like a slip of another. */
  treatments?: readonly string[];
}

function wholeFrom(least: number): CellKind<number> {
  return {
    needs: `a whole number from ${least}`,
    read: (cell, decimalComma) => {
      const value = decimalNumber.read(cell, decimalComma);
      return value !== undefined && Number.isInteger(value) && value >= least ? value : undefined;
    },
  };
}

/** The columns of a file of trials. */
type TrialColumns = {
  patient: CellKind<string>;
  block: CellKind<number>;
  period: CellKind<number>;
  treatment: CellKind<string>;
  day: CellKind<ToldDay>;
  score: CellKind<number>;
  adverse_events: CellKind<number>;
  rescue: CellKind<boolean>;
};

const columns: TrialColumns = {
  patient: identifier,
  block: wholeFrom(1),
  period: wholeFrom(1),
  treatment: identifier,
  day: dayOrDate,
  score: decimalNumber,
  adverse_events: wholeFrom(0),
  rescue: yesNo,
};

const required: readonly RequiredColumns[] = [
  { purpose: "the treatment of each score", anyOf: [["treatment"]] },
  { purpose: "the scores", anyOf: [["score"]] },
];

/**
 * Reads N-of-1 trials from CSV (`,` `;` or tab, with a header) or JSON (`{ rows: [ … ] }`), one row for each score, in the
 * order of time.
 *
 * Columns: `treatment`, `score`, and where the file has them `patient`, `block`, `period` (whole numbers from 1) and `day`
 * (a number, or a date written yyyy-mm-dd). Several rows of one period are several scores of it. Without `period` each row is
 * a period of its own; phase designs look at the scores one by one, whatever the periods. A row without a score is kept among
 * the trial's `missed` ones. `adverse_events` counts those since the row before, `rescue` is yes where rescue treatment was taken.
 *
 * @param text The file, at most 2²⁵ characters, with or without a byte order mark.
 * @param options Name for messages, the format, and the treatments there may be.
 * @returns A trial for each patient, in the order of the file; a patient without a name is called `patient`.
 * @throws {InputError} with every problem of the file, by row and column: a treatment given once only or misspelt, periods
 * that overlap or hold two treatments, blocks of unequal size.
 * @throws {RangeError} when the format is none of those known.
 * @example
 * readTrials("treatment,score\nsaline,7\nIVIG,3\nIVIG,2\nsaline,6")[0].treatments; // ["saline", "IVIG"]
 */
export function readTrials(text: string, options: ReadTrialsOptions = {}): Trial[] {
  const { report, throwIfAny } = collectIssues(options.path ?? "input");
  const table = readTable(text, { columns, required, settings: [], format: options.format }, report);
  const idOf = patientIds(table.rows, "patient", report);
  checkTreatmentNames(table.rows, options.treatments, report);
  const rowsOf = new Map<string, TrialRow[]>();
  for (const row of table.rows) {
    const patient = idOf(row);
    if (patient !== undefined) rowsOf.set(patient, [...(rowsOf.get(patient) ?? []), row]);
  }
  const trials = [...rowsOf].map(([patient, rows]) => buildTrial(patient, rows, report));
  if (trials.length === 0) report("a trial needs scores, got none");
  throwIfAny();
  return trials;
}
