import { isMissing } from "./cells/cell-kind.ts";
import type { Report } from "./collect-issues.ts";
import { type CsvRecord, csvRecords } from "./csv-records.ts";
import { describeFound, showText } from "./describe-found.ts";
import { detectDelimiter } from "./detect-delimiter.ts";
import {
  emptyTable,
  isColumn,
  type RawRow,
  type ReadRawTable,
  reportUnknownName,
  type TableNames,
} from "./raw-table.ts";

/** The header of a CSV file: the column of each field, where it is known for certain. */
interface Header {
  /** Column by field; undefined where the name is unknown, doubled or absent. */
  fields: (string | undefined)[];
  /** Fields without a name. */
  unnamed: Set<number>;
  doubtful: Set<string>;
}

function readHeader(record: CsvRecord, names: TableNames, report: Report): Header {
  const header: Header = { fields: [], unnamed: new Set(), doubtful: new Set() };
  const seen = new Map<string, number>();
  for (const [index, field] of record.fields.entries()) {
    const name = field.trim();
    const times = (seen.get(name) ?? 0) + 1;
    seen.set(name, times);
    const kept = isColumn(name, names);
    header.fields.push(kept ? name : undefined);
    if (name === "") header.unnamed.add(index);
    else if (times === 2) {
      report(
        `${describeFound(name)} heads two columns; each needs a name of its own`,
        record.row,
        showText(name),
      );
      if (kept) header.doubtful.add(name);
    } else if (times === 1 && !kept) {
      const meant = reportUnknownName("column", name, names.columns, report, record.row);
      if (meant !== undefined) header.doubtful.add(meant);
    }
  }
  header.fields = header.fields.map((name) => (name && header.doubtful.has(name) ? undefined : name));
  return header;
}

/** A column without a name is skipped like an empty row, as long as nothing stands in it. */
function checkUnnamed(record: CsvRecord, header: Header, headerRow: number, report: Report): void {
  for (const index of header.unnamed) {
    const cell = record.fields[index];
    if (isMissing(cell)) continue;
    const found = `got ${describeFound(cell)} in row ${record.row}`;
    report(`column ${index + 1} has no name; name it or empty it, ${found}`, headerRow);
    header.unnamed.delete(index);
  }
}

function readRow(record: CsvRecord, header: Header): RawRow {
  const cells = new Map<string, unknown>();
  for (const [index, name] of header.fields.entries()) {
    const cell = record.fields[index];
    if (name !== undefined && !isMissing(cell)) cells.set(name, cell);
  }
  return { row: record.row, cells, doubtful: header.doubtful };
}

function describeWidth(found: number, needed: number, delimiter: string): string {
  const hint = found > needed && delimiter === "," ? "; put a field that holds a comma in quotes" : "";
  return `row must have ${needed} fields like the header, got ${found}${hint}`;
}

/** Reads a CSV file with a header; its first row that holds anything is the header. */
export const csvTable: ReadRawTable = (text, names, report) => {
  const delimiter = detectDelimiter(text);
  const decimalComma = delimiter !== ",";
  const { records, stopped } = csvRecords(text, delimiter);
  const [first, ...others] = records.filter((record) => !record.fields.every(isMissing));
  if (stopped !== null) report(stopped.message, stopped.row);
  if (first === undefined) {
    if (stopped === null) report("the file must have a header and at least one row below it, got nothing");
    return emptyTable(names.columns, decimalComma);
  }
  const header = readHeader(first, names, report);
  const known = [...header.fields.filter((name) => name !== undefined), ...header.doubtful];
  const table = emptyTable(known, decimalComma);
  table.headerRow = first.row;
  for (const record of others) {
    if (record.fields.length === first.fields.length) {
      checkUnnamed(record, header, first.row, report);
      table.rows.push(readRow(record, header));
    } else {
      report(describeWidth(record.fields.length, first.fields.length, delimiter), record.row);
      table.firstLostRow = Math.min(table.firstLostRow, record.row);
    }
  }
  if (others.length === 0 && stopped === null) {
    report("the file must have at least one row below the header, got none");
  }
  return table;
};
