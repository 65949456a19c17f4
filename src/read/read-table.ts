import type { CellKind } from "./cells/cell-kind.ts";
import type { Report } from "./collect-issues.ts";
import { csvTable } from "./csv-table.ts";
import { describeFound } from "./describe-found.ts";
import { jsonTable } from "./json-table.ts";
import { emptyTable, type RawRow, type RawTable, type ReadRawTable } from "./raw-table.ts";

/** Formats of tables, by name. */
export type TableFormat = "csv" | "json";

/** The columns a reader knows, by name, with what their cells hold. */
export type Columns = Readonly<Record<string, CellKind<unknown>>>;

/** What a cell of a kind holds once read; null where the cell is missing, or broken and therefore reported. */
export type Cells<C extends Columns> = {
  [Name in keyof C]: C[Name] extends CellKind<infer T> ? T | null : never;
};

/** One row of a table whose cells were read. */
export interface TableRow<C extends Columns> {
  row: number;
  cells: Cells<C>;
  /** What the cells of further columns hold, by name; missing and broken ones are left out. */
  others: { [name: string]: unknown };
  /** Columns whose cell holds something that was reported; rules about them have nothing to add. */
  broken: ReadonlySet<string>;
}

/** A table whose cells were read. */
export interface Table<C extends Columns> extends Omit<RawTable, "rows"> {
  rows: TableRow<C>[];
}

/** One thing the header must tell, in one of several ways. */
export interface RequiredColumns {
  /** Such as `the day`. */
  purpose: string;
  /** Sets of columns, any of which will do. */
  anyOf: readonly (readonly string[])[];
}

/** What a reader needs of a table. */
export interface TableOptions<C extends Columns> {
  columns: C;
  required: readonly RequiredColumns[];
  /** Keys that a JSON file may have beside `rows`. */
  settings: readonly string[];
  /** What further columns hold, where they are welcome; without it an unknown column is a problem. */
  others?: CellKind<unknown>;
  /** Default: JSON when the text begins with `{` or `[`, else CSV. */
  format?: TableFormat | undefined;
}

const LONGEST_TEXT = 2 ** 25;

const formats: Record<TableFormat, ReadRawTable> = { csv: csvTable, json: jsonTable };

function detectFormat(text: string): TableFormat {
  return /^\s*[{[]/u.test(text) ? "json" : "csv";
}

/** Notes what the header lacks; gives back the columns whose absence is thereby said. */
function checkRequired(table: RawTable, required: readonly RequiredColumns[], report: Report): string[] {
  return required.flatMap(({ purpose, anyOf }) => {
    if (anyOf.some((columns) => columns.every((name) => table.columns.has(name)))) return [];
    const needed = anyOf.map((columns) => columns.join(" and ")).join(", or ");
    const found = anyOf.flat().filter((name) => table.columns.has(name));
    report(
      `no column tells ${purpose}; needs ${needed}, got ${found.join(", ") || "none of them"}`,
      table.headerRow,
    );
    return anyOf.flat();
  });
}

/** Reads the cells of some columns of a row; null where one is missing, or broken and therefore reported. */
function readCells(
  raw: RawRow,
  kinds: Iterable<[string, CellKind<unknown>]>,
  decimalComma: boolean,
  broken: Set<string>,
  report: Report,
): Record<string, unknown> {
  const cells: Record<string, unknown> = {};
  for (const [name, kind] of kinds) {
    const cell = raw.cells.get(name);
    const value = cell === undefined ? null : kind.read(cell, decimalComma);
    if (value === undefined) {
      report(`${name} must be ${kind.needs}, got ${describeFound(cell)}`, raw.row, name);
      broken.add(name);
    }
    cells[name] = value ?? null;
  }
  return cells;
}

/**
 * Reads a table from CSV (`,` `;` or tab) or JSON (`{ rows: [ … ] }`): its names, its missing values and every cell.
 *
 * @param text The file, at most 2²⁵ characters, with or without a byte order mark.
 * @param options The known columns with their kinds of cell, those required, and the settings of a JSON file.
 * @param report Takes every problem found; the table holds what remains.
 * @returns Rows that hold something, in the order of the file.
 * @throws {RangeError} when the format is none of those known.
 * @example
 * const options = { columns: { day: decimalNumber }, required: [], settings: [] };
 * readTable("day\n7", options, () => {}).rows[0].cells.day; // 7
 */
export function readTable<C extends Columns>(
  text: string,
  options: TableOptions<C>,
  report: Report,
): Table<C> {
  const sound = text.startsWith("\uFEFF") ? text.slice(1) : text;
  const format = options.format ?? detectFormat(sound);
  const read = Object.hasOwn(formats, format) ? formats[format] : undefined;
  if (read === undefined) throw new RangeError(`format must be csv or json, got ${describeFound(format)}`);
  if (text.length > LONGEST_TEXT) {
    report(`the text is too long; nof1 reads at most 32 MB (${LONGEST_TEXT} characters), got ${text.length}`);
    return { ...emptyTable([], false), rows: [] };
  }
  const { columns, settings, others } = options;
  const names = { columns: Object.keys(columns), settings, others: others !== undefined };
  const raw = read(sound, names, report);
  const absent = checkRequired(raw, options.required, report);
  const further = [...raw.columns].filter((name) => !names.columns.includes(name));
  const rows = raw.rows.map((row): TableRow<C> => {
    const broken = new Set([...row.doubtful, ...absent]);
    const read = (kinds: Iterable<[string, CellKind<unknown>]>): Record<string, unknown> =>
      readCells(row, kinds, raw.decimalComma, broken, report);
    const cells = read(Object.entries(columns)) as Cells<C>;
    const found = others ? read(further.map((name) => [name, others])) : {};
    return {
      row: row.row,
      cells,
      others: Object.fromEntries(Object.entries(found).filter(([, value]) => value !== null)),
      broken,
    };
  });
  return { ...raw, rows };
}
