import type { RelapseRow } from "../schema/index.ts";
import type { CellKind } from "./cells/cell-kind.ts";
import { decimalNumber } from "./cells/decimal-number.ts";
import { freeText, identifier } from "./cells/free-text.ts";
import { collectIssues, type Report } from "./collect-issues.ts";
import { describeFound } from "./describe-found.ts";
import { patientIds } from "./patient-ids.ts";
import { type RequiredColumns, readTable, type TableFormat, type TableRow } from "./read-table.ts";

/** How a file of relapses is read. */
export interface ReadRelapsesOptions {
  /** Name of the input in messages; default `input`. */
  path?: string;
  /** Default: JSON when the text begins with `{` or `[`, else CSV. */
  format?: TableFormat;
}

const courseNumber: CellKind<number> = {
  needs: "the number of the course, a whole number from 1",
  read: (cell, decimalComma) => {
    const value = decimalNumber.read(cell, decimalComma);
    return value !== undefined && Number.isInteger(value) && value >= 1 ? value : undefined;
  },
};

const duration: CellKind<number> = {
  needs: "a number of at least 0",
  read: (cell, decimalComma) => {
    const value = decimalNumber.read(cell, decimalComma);
    return value !== undefined && value >= 0 ? value : undefined;
  },
};

type RelapseColumns = {
  patient: CellKind<string>;
  course: CellKind<number>;
  lower: CellKind<number>;
  upper: CellKind<number>;
  note: CellKind<string>;
};

const columns: RelapseColumns = {
  patient: identifier,
  course: courseNumber,
  lower: duration,
  upper: duration,
  note: freeText,
};

const required: readonly RequiredColumns[] = [
  { purpose: "when the patient was last known well", anyOf: [["lower"]] },
  { purpose: "when the relapse was first known", anyOf: [["upper"]] },
];

/** The row's span; undefined where it was reported. */
function spanOf({ row, cells, broken }: TableRow<RelapseColumns>, report: Report): [number, number | null] {
  const { lower, upper } = cells;
  const known = !broken.has("lower") && !broken.has("upper");
  if (known && lower === null && upper === null) {
    report("a course needs lower, upper or both, got neither", row, "lower");
  } else if (known && upper === 0) {
    report("upper must be above 0: a relapse at once has no duration, got 0", row, "upper");
  } else if (known && lower !== null && upper !== null && upper < lower) {
    report(`upper must not be below lower (${lower}), got ${upper}`, row, "upper");
  }
  return [lower ?? 0, upper];
}

/** Two rows of one course of one patient. */
function checkTwice(rows: readonly TableRow<RelapseColumns>[], report: Report): void {
  const first = new Map<string, number>();
  for (const { row, cells } of rows) {
    if (cells.patient === null || cells.course === null) continue;
    const key = JSON.stringify([cells.patient, cells.course]);
    const before = first.get(key);
    if (before === undefined) first.set(key, row);
    else {
      const found = `got course ${cells.course} of ${describeFound(cells.patient)} again after row ${before}`;
      report(`each course of a patient must have one row, ${found}`, row, "course");
    }
  }
}

/**
 * Reads relapses from CSV (`,` `;` or tab, with a header) or JSON (`{ rows: [ … ] }`), one row for each course.
 *
 * Columns: `patient`, `course` (a number from 1), `lower` (last known well, days after the course; empty where the first
 * look found a relapse), `upper` (first known relapsed; empty where there is no relapse yet; equal to `lower` where the
 * day is known), `note`, and any further columns of numbers: covariates. Missing values are empty, `NA` and `.`.
 *
 * @param text The file, at most 2²⁵ characters, with or without a byte order mark.
 * @param options Name for messages, and the format.
 * @returns A row for each course, in the order of the file.
 * @throws {InputError} with every problem of the file, by row and column.
 * @throws {RangeError} when the format is none of those known.
 * @example
 * readRelapses("patient,course,lower,upper,dose\nA,1,60,90,2\nA,2,84,,1.5").map(({ upper }) => upper); // [90, null]
 */
export function readRelapses(text: string, options: ReadRelapsesOptions = {}): RelapseRow[] {
  const { report, throwIfAny } = collectIssues(options.path ?? "input");
  const table = readTable(
    text,
    { columns, required, settings: [], others: decimalNumber, format: options.format },
    report,
  );
  checkTwice(table.rows, report);
  const idOf = patientIds(table.rows, null, report);
  const rows = table.rows.map((row): RelapseRow => {
    const [lower, upper] = spanOf(row, report);
    const { course } = row.cells;
    const patient = idOf(row) ?? null;
    const covariates = row.others as { [name: string]: number };
    return {
      lower,
      upper,
      ...(patient === null ? {} : { patient }),
      ...(course === null ? {} : { course }),
      ...(Object.keys(covariates).length === 0 ? {} : { covariates }),
    };
  });
  throwIfAny();
  return rows;
}
