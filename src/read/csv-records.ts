import { type CsvError, parse } from "csv-parse/browser/esm/sync";
import type { Delimiter } from "./detect-delimiter.ts";

/** One record of a CSV file, and the row of the file it begins in, counted from 1. */
export interface CsvRecord {
  row: number;
  fields: string[];
}

/** The records of a CSV file, up to the first quote that cannot be read. */
export interface CsvRecords {
  records: CsvRecord[];
  /** Where reading stopped and why; null where it reached the end. */
  stopped: { row: number; message: string } | null;
}

const LINE_BREAK = /\r\n|\n|\r/gu;

const QUOTE_PROBLEMS: Record<string, string> = {
  CSV_QUOTE_NOT_CLOSED:
    "a quote is opened and never closed; close it, or double a quote that is meant as a character",
  CSV_INVALID_CLOSING_QUOTE: "text follows a closing quote; double a quote that is meant as a character",
  INVALID_OPENING_QUOTE:
    "a quote stands inside a field; put the whole field in quotes and double those within",
};

function describeProblem(error: unknown): string {
  const code = (error as Partial<CsvError>).code ?? "";
  const problem = QUOTE_PROBLEMS[code] ?? `the row is not readable as CSV (${code})`;
  return `${problem}; nothing from this row on was read`;
}

/** Line breaks within a record can only stand in its quoted fields. */
function rowsWithin(fields: readonly string[]): number {
  return fields.reduce((rows, field) => rows + (field.match(LINE_BREAK)?.length ?? 0), 1);
}

/**
 * Splits a CSV file into records of any length; a blank line is a record with one blank field.
 *
 * @param text The file, without a byte order mark; lines may end in any of the three ways.
 * @param delimiter What stands between two fields.
 * @returns All records with their rows, and where reading stopped early.
 * @example
 * csvRecords("day,score\n0,7", ",").records[1]; // { row: 2, fields: ["0", "7"] }
 */
export function csvRecords(text: string, delimiter: Delimiter): CsvRecords {
  const records: CsvRecord[] = [];
  let row = 1;
  const keep = (fields: string[]): null => {
    records.push({ row, fields });
    row += rowsWithin(fields);
    return null;
  };
  try {
    const format = { delimiter, record_delimiter: ["\r\n", "\n", "\r"], relax_column_count: true };
    parse(text, { ...format, on_record: keep });
    return { records, stopped: null };
  } catch (error) {
    return { records, stopped: { row, message: describeProblem(error) } };
  }
}
