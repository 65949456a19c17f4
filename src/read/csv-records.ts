import type { Delimiter } from "./detect-delimiter.ts";
import { type CsvProblem, splitCsv } from "./split-csv.ts";

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

const QUOTE_PROBLEMS: Readonly<Record<CsvProblem, string>> = {
  "quote-not-closed":
    "a quote is opened and never closed; close it, or double a quote that is meant as a character",
  "text-after-quote": "text follows a closing quote; double a quote that is meant as a character",
  "quote-within-field":
    "a quote stands inside a field; put the whole field in quotes and double those within",
};

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
  const problem = splitCsv(text, delimiter, (fields) => {
    records.push({ row, fields });
    row += rowsWithin(fields);
  });
  if (problem === null) return { records, stopped: null };
  return {
    records,
    stopped: { row, message: `${QUOTE_PROBLEMS[problem]}; nothing from this row on was read` },
  };
}
