import type { Series } from "../schema/index.ts";
import type { CellKind } from "./cells/cell-kind.ts";
import { decimalNumber, parseDecimal } from "./cells/decimal-number.ts";
import { freeText, identifier } from "./cells/free-text.ts";
import { collectIssues, type Report } from "./collect-issues.ts";
import { describeFound } from "./describe-found.ts";
import { type RequiredColumns, readTable, type TableFormat, type TableRow } from "./read-table.ts";
import { checkReportColumns, meansWithoutSpread, reportColumns } from "./series-report-columns.ts";

/** How a file of series is read. */
export interface ReadSeriesOptions {
  /** Name of the input in messages; default `input`. */
  path?: string;
  /** Default: JSON when the text begins with `{` or `[`, else CSV. */
  format?: TableFormat;
}

/** A cell with a number of at least 0, such as a count or a standard deviation. */
const nonNegative: CellKind<number> = {
  needs: "a number of at least 0",
  read: (cell, decimalComma) => {
    const value = decimalNumber.read(cell, decimalComma);
    return value !== undefined && value >= 0 ? value : undefined;
  },
};

/** A cell with a number above 0. */
const positive: CellKind<number> = {
  needs: "a number above 0",
  read: (cell, decimalComma) => {
    const value = decimalNumber.read(cell, decimalComma);
    return value !== undefined && value > 0 ? value : undefined;
  },
};

const correlation: CellKind<number> = {
  needs: "a number between −1 and 1",
  read: (cell, decimalComma) => {
    const value = decimalNumber.read(cell, decimalComma);
    return value !== undefined && Math.abs(value) <= 1 ? value : undefined;
  },
};

/** What a paper may give of a series, by column. */
const quantities: { [name: string]: CellKind<number> } = {
  estimate: decimalNumber,
  standard_error: positive,
  variance: positive,
  n: positive,
  events: nonNegative,
  mean: decimalNumber,
  sd: nonNegative,
  n_control: positive,
  events_control: nonNegative,
  mean_control: decimalNumber,
  sd_control: nonNegative,
  time: positive,
  time_control: positive,
  mean_before: decimalNumber,
  sd_before: nonNegative,
  mean_after: decimalNumber,
  sd_after: nonNegative,
  mean_percent: decimalNumber,
  sd_percent: nonNegative,
  mean_log_ratio: decimalNumber,
  sd_log_ratio: nonNegative,
  correlation,
  ...reportColumns,
};

type SeriesColumns = {
  series: CellKind<string>;
  overlaps: CellKind<string>;
  note: CellKind<string>;
  [quantity: string]: CellKind<number | string>;
};

const columns: SeriesColumns = { series: identifier, overlaps: freeText, note: freeText, ...quantities };

const required: readonly RequiredColumns[] = [
  { purpose: "the name of each series", anyOf: [["series"]] },
  {
    purpose: "what each series found",
    anyOf: [
      ["estimate", "standard_error"],
      ["estimate", "variance"],
      ["events", "n"],
      ["n", "mean", "sd"],
      ["events", "time"],
      ["n", "mean_before", "mean_after"],
      ["n", "mean_percent", "sd_percent"],
      ["n", "mean_log_ratio", "sd_log_ratio"],
      ["n", "sd"],
      ["n", "sd_before", "sd_after"],
      ["n", "correlation"],
      ...meansWithoutSpread,
    ],
  },
];

/** A moderator: a number where the cell holds one, else its text. */
const moderator: CellKind<number | string> = {
  needs: freeText.needs,
  read: (cell, decimalComma) => {
    const text = identifier.read(cell, decimalComma);
    if (text === undefined) return undefined;
    return parseDecimal(text, decimalComma) ?? text;
  },
};

function overlapsOf(cell: string | null): string[] {
  return (cell ?? "").split(/[|;,]/u).flatMap((name) => name.trim() || []);
}

function checkEvents({ row, cells }: TableRow<SeriesColumns>, report: Report): void {
  for (const [events, n] of [
    ["events", "n"],
    ["events_control", "n_control"],
  ] as const) {
    const [found, most] = [cells[events], cells[n]];
    if (typeof found === "number" && typeof most === "number" && found > most) {
      report(`${events} must be at most ${n} (${most}), got ${found}`, row, events);
    }
  }
}

function checkNames(rows: readonly TableRow<SeriesColumns>[], report: Report): void {
  const first = new Map<string, number>();
  for (const { row, cells, broken } of rows) {
    const { series } = cells;
    if (series === null) {
      if (!broken.has("series")) report("each row needs the name of its series, got none", row, "series");
    } else if (first.has(series)) {
      report(
        `each series must have a name of its own, got ${describeFound(series)} again after row ${first.get(series)}`,
        row,
        "series",
      );
    } else first.set(series, row);
  }
  for (const { row, cells } of rows) {
    for (const other of overlapsOf(cells.overlaps)) {
      if (first.has(other)) continue;
      const known = [...first.keys()].join(", ");
      report(
        `overlaps must name series of the file (${known}), got ${describeFound(other)}`,
        row,
        "overlaps",
      );
    }
  }
}

/**
 * Reads series of patients to be pooled from CSV (`,` `;` or tab, with a header) or JSON (`{ rows: [ … ] }`).
 *
 * Columns: `series`, and one of `estimate` with `standard_error` or `variance`; `events` with `n`; `n`, `mean`, `sd`; each
 * with `…_control` for a second group; `events` with `time`; `mean_before`, `sd_before`, `mean_after`, `sd_after`,
 * `correlation` with `n`; `mean_percent`, `sd_percent` with `n`; `mean_log_ratio`, `sd_log_ratio` with `n`. A series without its
 * `sd…` may have `minimum`, `maximum`, `median`, `lower_quartile`, `upper_quartile`, `lower_bound`, `upper_bound` (that no patient's
 * value can pass), `step` and the printed `decimals` of the mean, all in the unit of that mean. `overlaps` names series that share
 * patients, separated by `|` or `;`; `note` is kept; every further column is a moderator, a number or a text. Missing values are
 * empty, `NA`, `.`.
 *
 * @param text The file, at most 2²⁵ characters, with or without a byte order mark.
 * @param options Name for messages, and the format.
 * @returns The series in the order of the file, each with the quantities it gives.
 * @throws {InputError} with every problem of the file, by row and column.
 * @throws {RangeError} when the format is none of those known.
 * @example
 * readSeries("series,events,n\nRist 2011,8,19\nMorozumi 2009,5,5").map(({ summary }) => summary.n); // [19, 5]
 */
export function readSeries(text: string, options: ReadSeriesOptions = {}): Series[] {
  const { report, throwIfAny } = collectIssues(options.path ?? "input");
  const table = readTable(
    text,
    { columns, required, settings: [], others: moderator, format: options.format },
    report,
  );
  checkNames(table.rows, report);
  const series = table.rows.map((row): Series => {
    checkEvents(row, report);
    checkReportColumns(row, report);
    const { cells } = row;
    const given = Object.keys(quantities).flatMap((name) => {
      const value = cells[name];
      return typeof value === "number" ? [[name, value] as const] : [];
    });
    return {
      series: cells.series ?? "",
      summary: Object.fromEntries(given),
      overlaps: overlapsOf(cells.overlaps),
      moderators: row.others as Series["moderators"],
      note: cells.note,
    };
  });
  throwIfAny();
  return series;
}
