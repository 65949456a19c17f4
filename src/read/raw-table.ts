import type { Report } from "./collect-issues.ts";
import { describeFound, showText } from "./describe-found.ts";
import { isSlip, nearestName } from "./nearest-name.ts";

/** One row with its given cells as the format holds them. */
export interface RawRow {
  /** Row in messages: of the CSV file with the header as row 1, or the index in `rows` of a JSON file plus 1. */
  row: number;
  /** Cells by column; missing ones are left out. */
  cells: ReadonlyMap<string, unknown>;
  /** Columns that this row may have under a misspelt or doubled name: what they hold is not known. */
  doubtful: ReadonlySet<string>;
}

/** A table as its format holds it, before any cell is read. */
export interface RawTable {
  rows: RawRow[];
  /** Columns of the file that are kept, those in doubt included. */
  columns: Set<string>;
  /** True where `7,5` is a number. */
  decimalComma: boolean;
  /** Row of the header; undefined in a JSON file, which has none. */
  headerRow: number | undefined;
  /** First row whose cells could not be told apart; infinite where there is none. */
  firstLostRow: number;
  /** What a JSON file says beside `rows`, by key. */
  settings: Map<string, unknown>;
  /** Settings that the file may have under a misspelt name. */
  doubtfulSettings: Set<string>;
}

/** What a format is told about the table it looks for. */
export interface TableNames {
  columns: readonly string[];
  settings: readonly string[];
  /** True where columns of other names are kept too. */
  others: boolean;
}

/** Whether a name heads a column of interest: a known one, or another one where those are kept. */
export function isColumn(name: string, { columns, others }: TableNames): boolean {
  return columns.includes(name) || (others && name !== "" && !isSlip(name, columns));
}

/** A format of tables, as a value. */
export type ReadRawTable = (text: string, names: TableNames, report: Report) => RawTable;

/**
 * A table without rows, of which nothing is lost.
 *
 * @param columns Known columns of the file.
 * @param decimalComma True where `7,5` is a number.
 * @returns A table to be filled.
 */
export function emptyTable(columns: Iterable<string>, decimalComma: boolean): RawTable {
  const firstLostRow = Number.POSITIVE_INFINITY;
  const settings = new Map<string, unknown>();
  return {
    rows: [],
    columns: new Set(columns),
    decimalComma,
    headerRow: undefined,
    firstLostRow,
    settings,
    doubtfulSettings: new Set(),
  };
}

/**
 * Notes a name that is none of those known.
 *
 * @param what `column` or `key`.
 * @param name The name found.
 * @param known The names there are.
 * @param report Takes the problem, with the name as its column.
 * @param row Row in the message.
 * @returns The name that was probably meant; undefined where none is near.
 */
export function reportUnknownName(
  what: string,
  name: string,
  known: readonly string[],
  report: Report,
  row?: number,
): string | undefined {
  const nearest = nearestName(name, known);
  const needed = nearest === undefined ? `known are ${known.join(", ")}` : `did you mean \`${nearest}\`?`;
  report(`unknown ${what} ${describeFound(name)}; ${needed}`, row, showText(name));
  return nearest;
}
