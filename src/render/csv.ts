import type { Estimate, EventProbability } from "../schema/index.ts";

/** A cell of a CSV file. */
export type CsvCell = string | number | boolean | null | undefined;

/** The columns of an `Estimate`, in its own order. */
const ESTIMATE_COLUMNS = [
  "parameter",
  "label",
  "unit",
  "estimate",
  "standardError",
  "lower",
  "upper",
  "level",
  "method",
  "bound",
  "given",
  "dataShare",
  "patient",
  "course",
  "series",
  "outcome",
] as const satisfies readonly (keyof Estimate)[];

/** Writes one cell; text that a spreadsheet would run as a formula is marked as text by an apostrophe. */
function csvCell(value: CsvCell): string {
  if (value === null || value === undefined) return "";
  if (typeof value !== "string") return String(value);
  const text = /^[=+\-@\t\r]/u.test(value) ? `'${value}` : value;
  return /[",\n\r]|^\s|\s$/u.test(text) ? `"${text.replaceAll('"', '""')}"` : text;
}

/**
 * Writes rows as CSV (RFC 4180, lines ended by "\n"): missing values are empty cells, numbers keep all their digits, and
 * text that begins like a formula is prefixed by an apostrophe.
 *
 * @example
 * toCsv(["id", "score"], [["=1+1", 2]]); // "id,score\n'=1+1,2\n"
 */
export function toCsv(columns: readonly string[], rows: readonly (readonly CsvCell[])[]): string {
  return [columns, ...rows].map((row) => `${row.map(csvCell).join(",")}\n`).join("");
}

/** A result of any kind that has estimates; probabilities become rows whose unit is `probability`. */
export interface WithEstimates {
  patient?: string;
  outcome?: string;
  /** Rows that are no intervals of a method may have no level. */
  estimates: readonly (Omit<Estimate, "level"> & { level?: number })[];
  probabilities?: readonly EventProbability[];
}

type CsvRow = Partial<Record<(typeof ESTIMATE_COLUMNS)[number], CsvCell>>;

/** The probabilities in the columns of an `Estimate`; those that were not computed are left out. */
function probabilityRows({ outcome, estimates, probabilities = [] }: WithEstimates): CsvRow[] {
  return probabilities
    .filter(({ probability }) => probability !== null)
    .map(({ event, label, probability, patient, course }) => ({
      parameter: event,
      label,
      unit: "probability",
      estimate: probability,
      method: estimates[0]?.method,
      patient,
      course,
      outcome,
    }));
}

/**
 * Writes the estimates of results as CSV, one row each, in the columns of `Estimate`; the probabilities of events follow
 * those of the same result.
 *
 * @param results Results of any kind; a row without `patient` takes that of its result.
 * @example
 * estimatesCsv([result]).split("\n")[0]; // "parameter,label,unit,estimate,standardError,lower,upper,…"
 */
export function estimatesCsv(results: readonly WithEstimates[]): string {
  const rows = results.flatMap((result) =>
    [...result.estimates, ...probabilityRows(result)].map((entry: CsvRow) => {
      const row = { ...entry, patient: entry.patient ?? result.patient };
      return ESTIMATE_COLUMNS.map((column) => row[column]);
    }),
  );
  return toCsv(ESTIMATE_COLUMNS, rows);
}
