import type { Report } from "./collect-issues.ts";
import { describeFound } from "./describe-found.ts";

/** A row that may name its patient. */
interface NamedRow {
  row: number;
  cells: { patient: string | null };
  broken: ReadonlySet<string>;
}

/**
 * Reads the id of each row's patient, which every row names or none.
 *
 * @param rows All rows.
 * @param standIn The id where no row names a patient.
 * @param report Takes each row that names none though others do.
 * @returns The id of a row; undefined where it was reported.
 */
export function patientIds<Id>(
  rows: readonly NamedRow[],
  standIn: Id,
  report: Report,
): (row: NamedRow) => string | Id | undefined {
  const named = rows.find(({ cells }) => cells.patient !== null);
  return ({ row, cells, broken }) => {
    if (cells.patient !== null) return cells.patient;
    if (broken.has("patient")) return undefined;
    if (named === undefined) return standIn;
    const found = `got none here but ${describeFound(named.cells.patient)} in row ${named.row}`;
    report(`patient must be given in every row or in none, ${found}`, row, "patient");
    return undefined;
  };
}
