import type { SummaryResult } from "../../schema/index.ts";
import { INTERVAL_COLUMNS, toCsv } from "../csv.ts";
import { summaryName } from "./summary-name.ts";

const COLUMNS = [...INTERVAL_COLUMNS, "methodLabel", "layer", "assumes", "doesNotCover"] as const;

/** The intervals of reports as CSV, a row each, with the layer and what it takes for granted. */
export function summaryCsv(results: readonly SummaryResult[]): string {
  const rows = results.flatMap(({ report, estimates }) =>
    estimates.map((row) => [summaryName(report), ...COLUMNS.map((column) => row[column])]),
  );
  return toCsv(["report", ...COLUMNS], rows);
}
