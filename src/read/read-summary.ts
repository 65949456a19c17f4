import type { ScorePairs, SummaryReport } from "../schema/summary-report.ts";
import { asTable } from "./as-table.ts";
import type { PrintedNumber } from "./cells/printed-number.ts";
import { collectIssues, type Report } from "./collect-issues.ts";
import { type Columns, readTable, type TableFormat, type TableRow } from "./read-table.ts";
import { plainColumns, printedColumns, scoreColumns, summaryColumns } from "./summary-columns.ts";

/** How a file of summary reports is read. */
export interface ReadSummaryOptions {
  /** Name of the input in messages; default `input`. */
  path?: string;
  /** Default: JSON when the text begins with `{` or `[`, else CSV. */
  format?: TableFormat;
}

function scoresOf({ row, cells, broken }: TableRow<Columns>, report: Report): ScorePairs | undefined {
  const given = Object.entries(scoreColumns).filter(([name]) => cells[name] !== null || broken.has(name));
  if (given.length === 0) return undefined;
  for (const name of ["score_lower", "score_upper", "score_step"]) {
    if (cells[name] === null && !broken.has(name))
      report(`score pairs need score_lower, score_upper and score_step; ${name} is missing`, row, name);
  }
  const [lower, upper] = [cells.score_lower, cells.score_upper];
  if (typeof lower === "number" && typeof upper === "number" && lower >= upper)
    report(`score_upper must be above score_lower (${lower}), got ${upper}`, row, "score_upper");
  const fields = given.flatMap(([name, { field }]) => (cells[name] === null ? [] : [[field, cells[name]]]));
  return Object.fromEntries(fields) as ScorePairs;
}

/** Printed decimals that the text of a number shows, the most where two numbers share them. */
function shownDecimals(
  fields: Record<string, unknown>,
  name: string,
  { decimals }: PrintedNumber,
): number | undefined {
  const known = fields[name];
  if (decimals === undefined) return known as number | undefined;
  return typeof known === "number" ? Math.max(known, decimals) : decimals;
}

function reportOf(tableRow: TableRow<Columns>, report: Report): SummaryReport {
  const { row, cells, broken } = tableRow;
  const fields: Record<string, unknown> = {};
  for (const { field, decimals, name } of Object.entries(printedColumns).map(([name, one]) => ({
    name,
    ...one,
  }))) {
    const printed = cells[name] as PrintedNumber | null;
    if (printed === null) continue;
    fields[field] = printed.value;
    const shown = shownDecimals(fields, decimals, printed);
    if (shown !== undefined) fields[decimals] = shown;
  }
  for (const [name, { field }] of Object.entries(plainColumns)) {
    if (cells[name] !== null) fields[field] = cells[name];
  }
  const scores = scoresOf(tableRow, report);
  if (scores !== undefined) fields.scores = scores;
  if (cells.n === null && !broken.has("n"))
    report("each report needs its number of patients n, got none", row, "n");
  const [n, events] = [cells.n, cells.events];
  if (typeof n === "number" && typeof events === "number" && events > n)
    report(`events must be at most n (${n}), got ${events}`, row, "events");
  return fields as unknown as SummaryReport;
}

/**
 * Reads what reports say of a few patients from JSON (one report, a list, or `{ rows: [ … ] }`) or CSV (`,` `;` or tab).
 *
 * Names: `n`, `mean`, `decimals`, `sd`, `sd_decimals`, `standard_error`, `median`, `lower_quartile`, `upper_quartile`, `minimum`,
 * `maximum`, `lower`, `upper`, `step`, `estimand`, `events`, `percent`, `percent_decimals`, `interval_lower`, `interval_upper`,
 * `interval_level`, `interval_decimals`, `t`, `t_decimals`, `mean_before`, `mean_after`, `mean_decimals`, `sd_before`, `score_lower`,
 * `score_upper`, `score_step`, `score_before_at_least`, `score_change`, `label`, `unit`, `source`. Missing values are null, empty, `NA`, `.`.
 * Where a column of decimals is left out, they are those of the number's text; a JSON number has none and is exact.
 *
 * @param text The file, at most 2²⁵ characters, with or without a byte order mark.
 * @param options Name for messages, and the format.
 * @returns The reports in the order of the file.
 * @throws {InputError} with every problem of the file, by row and column.
 * @throws {RangeError} when the format is none of those known.
 * @example
 * readSummary("n,mean,lower,upper\n5,73.4,0,100")[0]?.decimals; // 1
 */
export function readSummary(text: string, options: ReadSummaryOptions = {}): SummaryReport[] {
  const { report, throwIfAny } = collectIssues(options.path ?? "input");
  const isJson =
    options.format === "json" ||
    (options.format === undefined && /^\s*[{[]/u.test(text.replace(/^\uFEFF/u, "")));
  const table = readTable(
    isJson ? asTable(text) : text,
    { columns: summaryColumns, required: [], settings: [], format: options.format },
    report,
  );
  const reports = table.rows.map((row) => reportOf(row, report));
  throwIfAny();
  return reports;
}
