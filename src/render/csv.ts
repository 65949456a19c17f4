import type { Estimate, EventProbability } from "../schema/index.ts";

/** A cell of a CSV file. */
export type CsvCell = string | number | boolean | null | undefined;

/** What every row of an interval has, in the order of an `Estimate`. */
export const INTERVAL_COLUMNS: readonly (keyof Estimate)[] = [
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
];

/** The columns of an `Estimate`, in its own order. */
export const ESTIMATE_COLUMNS: readonly (keyof Estimate)[] = [
  ...INTERVAL_COLUMNS,
  "dataShare",
  "patient",
  "course",
  "series",
  "outcome",
];

/** What spreadsheets take for the beginning of a formula, in letters of any width and behind white space. */
const FORMULA = /^[\s\ufeff]*[=+\-@\uff1d\uff0b\uff0d\uff20]|^[\t\r\n]/u;
/** Control characters other than tabs and line breaks, and lone surrogates, which no file of text can hold. */
const UNWRITABLE = /(?![\t\n\r])\p{Cc}|\p{Cs}|[\ufffe\uffff]/gu;

/** Writes one cell; text that a spreadsheet would run as a formula is marked as text by an apostrophe. */
function csvCell(value: CsvCell): string {
  if (value === null || value === undefined) return "";
  if (typeof value !== "string") return String(value);
  const plain = value.replace(UNWRITABLE, "\ufffd");
  const text = FORMULA.test(value) ? `'${plain}` : plain;
  return /[",\n\r]|^\s|\s$/u.test(text) ? `"${text.replaceAll('"', '""')}"` : text;
}

/**
 * Writes rows as CSV (RFC 4180, lines ended by "\n"): missing values are empty cells, numbers keep all their digits and
 * their signs. Text that begins like a formula is prefixed by an apostrophe; control characters become U+FFFD.
 *
 * Read back, every cell is as it was written but those: the apostrophe stays part of the text, since a name may begin with
 * one of its own. JSON keeps every text as it was.
 *
 * @see OWASP, CSV Injection. https://owasp.org/www-community/attacks/CSV_Injection
 * @example
 * toCsv(["id", "score"], [["=1+1", -2]]); // "id,score\n'=1+1,-2\n"
 */
export function toCsv(columns: readonly string[], rows: readonly (readonly CsvCell[])[]): string {
  return csvLines([columns, ...rows]);
}

/** Rows of a CSV file without its head, as `toCsv` writes them. */
export function csvLines(rows: readonly (readonly CsvCell[])[]): string {
  return rows.map((row) => `${row.map(csvCell).join(",")}\n`).join("");
}

/** A result of any kind that has estimates; probabilities become rows whose unit is `probability`. */
export interface WithEstimates {
  patient?: string;
  outcome?: string;
  /** Rows that are no intervals of a method may have no level. */
  estimates: readonly (Omit<Estimate, "level"> & { level?: number })[];
  probabilities?: readonly EventProbability[];
  /** Cells of further columns, the same in every row. */
  further?: Readonly<Record<string, CsvCell>>;
}

/** An estimate or a probability by the names of `ESTIMATE_COLUMNS`. */
export type CsvRow = Partial<Record<keyof Estimate, CsvCell>>;

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

/** The rows of one result in `estimatesCsv`, each with its patient. */
export function estimateRecords(result: WithEstimates): CsvRow[] {
  return [...result.estimates, ...probabilityRows(result)].map((entry: CsvRow) => ({
    ...entry,
    patient: entry.patient ?? result.patient,
  }));
}

/**
 * Writes the estimates of results as CSV, one row each, in the columns of `Estimate`; the probabilities of events follow
 * those of the same result.
 *
 * @param results Results of any kind; a row without `patient` takes that of its result.
 * @param further Names of further columns, whose cells the results hold.
 * @example
 * estimatesCsv([result]).split("\n")[0]; // "parameter,label,unit,estimate,standardError,lower,upper,…"
 */
export function estimatesCsv(results: readonly WithEstimates[], further: readonly string[] = []): string {
  const rows = results.flatMap((result) =>
    estimateRecords(result).map((row) => {
      const more = further.map((column) => result.further?.[column]);
      return [...ESTIMATE_COLUMNS.map((column) => row[column]), ...more];
    }),
  );
  return toCsv([...ESTIMATE_COLUMNS, ...further], rows);
}
