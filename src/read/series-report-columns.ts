import type { CellKind } from "./cells/cell-kind.ts";
import { decimalNumber } from "./cells/decimal-number.ts";
import type { Report } from "./collect-issues.ts";

const step: CellKind<number> = {
  needs: "a number above 0",
  read: (cell, decimalComma) => {
    const value = decimalNumber.read(cell, decimalComma);
    return value !== undefined && value > 0 ? value : undefined;
  },
};

const decimals: CellKind<number> = {
  needs: "a whole number from 0 to 15",
  read: (cell, decimalComma) => {
    const value = decimalNumber.read(cell, decimalComma);
    return value !== undefined && Number.isInteger(value) && value >= 0 && value <= 15 ? value : undefined;
  },
};

/**
 * What a report gives of one patient's value instead of a standard deviation, by column: all in the unit of the mean. The bounds
 * are those that no patient can pass; `lower` and `upper` are the limits of a relapse, so they have names of their own.
 */
export const reportColumns: { [name: string]: CellKind<number> } = {
  minimum: decimalNumber,
  maximum: decimalNumber,
  median: decimalNumber,
  lower_quartile: decimalNumber,
  upper_quartile: decimalNumber,
  lower_bound: decimalNumber,
  upper_bound: decimalNumber,
  decimals,
  step,
};

const MEANS = ["mean", "mean_percent", "mean_log_ratio"] as const;

/** Columns that tell of a mean without its standard deviation: an upper end of the patients' values, or the mean's error. */
export const meansWithoutSpread: readonly string[][] = MEANS.flatMap((mean) =>
  ["upper_bound", "maximum", "standard_error"].map((end) => ["n", mean, end]),
);

/** What cannot be above what. */
const ORDERED: readonly (readonly [lower: string, upper: string])[] = [
  ["lower_bound", "upper_bound"],
  ["lower_bound", "minimum"],
  ["minimum", "maximum"],
  ["minimum", "median"],
  ["minimum", "lower_quartile"],
  ["lower_quartile", "median"],
  ["lower_quartile", "upper_quartile"],
  ["median", "upper_quartile"],
  ["upper_quartile", "maximum"],
  ["median", "maximum"],
  ["maximum", "upper_bound"],
];

interface ReportRow {
  row: number;
  cells: { readonly [column: string]: number | string | null };
}

/** Numbers of one row that no patients can have, told at sight; what takes a search is told by the pool. */
export function checkReportColumns({ row, cells }: ReportRow, report: Report): void {
  const numberOf = (column: string): number | undefined => {
    const value = cells[column];
    return typeof value === "number" ? value : undefined;
  };
  for (const [lower, upper] of ORDERED) {
    const [low, high] = [numberOf(lower), numberOf(upper)];
    if (low === undefined || high === undefined || low <= high) continue;
    report(`${upper} must be at least ${lower} (${low}), got ${high}`, row, upper);
  }
  const half = 0.5 * 10 ** -(numberOf("decimals") ?? Number.POSITIVE_INFINITY);
  for (const mean of MEANS) {
    const value = numberOf(mean);
    if (value === undefined) continue;
    for (const lower of ["lower_bound", "minimum"]) {
      const end = numberOf(lower);
      if (end !== undefined && value < end - half)
        report(`${mean} must be at least ${lower} (${end}), got ${value}`, row, mean);
    }
    for (const upper of ["upper_bound", "maximum"]) {
      const end = numberOf(upper);
      if (end !== undefined && value > end + half)
        report(`${mean} must be at most ${upper} (${end}), got ${value}`, row, mean);
    }
  }
}
