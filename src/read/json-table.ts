import { isMissing } from "./cells/cell-kind.ts";
import type { Report } from "./collect-issues.ts";
import { describeFound, showText } from "./describe-found.ts";
import {
  emptyTable,
  isColumn,
  type RawRow,
  type RawTable,
  type ReadRawTable,
  reportUnknownName,
  type TableNames,
} from "./raw-table.ts";

const NEEDED = 'needs an object such as { "rows": [ … ] }';

type JsonObject = Record<string, unknown>;

function isObject(value: unknown): value is JsonObject {
  return typeof value === "object" && value !== null && !Array.isArray(value);
}

function parseObject(text: string, report: Report): JsonObject | undefined {
  let value: unknown;
  try {
    value = JSON.parse(text);
  } catch (error) {
    report(`the text is not valid JSON; ${NEEDED}, got: ${showText(String((error as Error).message), 160)}`);
    return undefined;
  }
  if (isObject(value)) return value;
  report(`the JSON is not a table; ${NEEDED}, got ${describeFound(value)}`);
  return undefined;
}

/** Keys beside `rows`; gives back whether `rows` itself may be there under another name. */
function readSettings(file: JsonObject, table: RawTable, names: TableNames, report: Report): boolean {
  const keys = ["rows", ...names.settings];
  let rowsInDoubt = false;
  for (const [key, value] of Object.entries(file)) {
    if (key === "rows") continue;
    if (names.settings.includes(key)) {
      if (value !== null) table.settings.set(key, value);
      continue;
    }
    const meant = reportUnknownName("key", key, keys, report);
    if (meant === "rows") rowsInDoubt = true;
    else if (meant !== undefined) table.doubtfulSettings.add(meant);
  }
  return rowsInDoubt;
}

/** Reads the rows' cells; an unknown key is noted once, in the first row that has it. */
function rowReader(
  table: RawTable,
  names: TableNames,
  report: Report,
): (row: JsonObject, n: number) => RawRow {
  const meant = new Map<string, string | undefined>();
  return (row, n) => {
    const cells = new Map<string, unknown>();
    const doubtful = new Set<string>();
    for (const [key, cell] of Object.entries(row)) {
      if (isColumn(key, names)) {
        table.columns.add(key);
        if (!isMissing(cell)) cells.set(key, cell);
        continue;
      }
      if (!meant.has(key)) meant.set(key, reportUnknownName("column", key, names.columns, report, n));
      const column = meant.get(key);
      if (column !== undefined) doubtful.add(column);
    }
    for (const column of doubtful) table.columns.add(column);
    return { row: n, cells, doubtful };
  };
}

/** Reads `{ "rows": [ { column: cell } ] }` with its settings; row n of the messages is `rows[n - 1]`. */
export const jsonTable: ReadRawTable = (text, names, report) => {
  const file = parseObject(text, report);
  if (file === undefined) return emptyTable(names.columns, false);
  const table = emptyTable([], false);
  const rowsInDoubt = readSettings(file, table, names, report);
  const rows = Array.isArray(file.rows) ? (file.rows as unknown[]) : [];
  if (!Array.isArray(file.rows) && !rowsInDoubt) {
    const found = "rows" in file ? describeFound(file.rows) : "none";
    report(`rows must be a list with one object per row, got ${found}`, undefined, "rows");
  }
  const readRow = rowReader(table, names, report);
  for (const [index, row] of rows.entries()) {
    if (isObject(row)) {
      const raw = readRow(row, index + 1);
      if (raw.cells.size + raw.doubtful.size > 0) table.rows.push(raw);
    } else {
      report(`row must be an object with a cell per column, got ${describeFound(row)}`, index + 1);
      table.firstLostRow = Math.min(table.firstLostRow, index + 1);
    }
  }
  if (
    Array.isArray(file.rows) &&
    table.rows.length === 0 &&
    table.firstLostRow === Number.POSITIVE_INFINITY
  ) {
    report("rows must hold at least one row, got none", undefined, "rows");
  }
  // Without rows nothing says which columns the file has.
  return table.rows.length === 0 ? { ...table, columns: new Set(names.columns) } : table;
};
