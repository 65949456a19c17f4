import { courseName } from "../../render/relapse/relapse-name.ts";
import type { RelapseRow } from "../../schema/relapse.ts";
import type { RelapseFlags } from "./relapse-flags.ts";

/** What a row has in a column of numbers, or as its patient or course. */
export function columnOf(row: RelapseRow, column: string): number | string | undefined {
  if (column === "course") return row.course;
  return column === "patient" ? row.patient : row.covariates?.[column];
}

/** Columns that some row has. */
function columnsOf(rows: readonly RelapseRow[]): string[] {
  return [...new Set(rows.flatMap(({ covariates = {} }) => Object.keys(covariates)))];
}

/** Rows without what an option needs. */
function missing(rows: readonly RelapseRow[], flag: string, column: string): string[] {
  const lacking = rows.flatMap((row, i) =>
    columnOf(row, column) === undefined ? [courseName(row, i, false)] : [],
  );
  if (lacking.length === 0) return [];
  if (lacking.length < rows.length) return [`${flag} ${column}: missing in ${lacking.join("; ")}`];
  const known = columnsOf(rows);
  const there =
    known.length > 0 ? `columns of numbers are ${known.join(", ")}` : "there is no further column of numbers";
  return [`${flag} ${column}: no course has it; ${there}`];
}

/** Columns that options name and rows don't have. */
export function columnProblems(
  rows: readonly RelapseRow[],
  { covariate = [], group, trend }: RelapseFlags,
): string[] {
  const values = group === undefined ? [] : [...new Set(rows.map((row) => columnOf(row, group)))];
  const isOne = rows.length > 0 && values.length === 1 && values[0] !== undefined;
  return [
    ...covariate.flatMap((column) => missing(rows, "--covariate", column)),
    ...(trend ? missing(rows, "--trend needs the column", "course") : []),
    ...(group === undefined ? [] : missing(rows, "--group", group)),
    ...(isOne ? [`--group ${group}: at least two groups are needed, all courses have ${values[0]}`] : []),
  ];
}
