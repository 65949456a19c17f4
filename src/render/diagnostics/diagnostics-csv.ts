import type { ResponseDiagnostics } from "../../schema/index.ts";
import { type CsvCell, toCsv } from "../csv.ts";

const COLUMNS = [
  "patient",
  "outcome",
  "observation",
  "day",
  "score",
  "quantity",
  "course",
  "unit",
  "value",
  "lower",
  "upper",
  "withoutScore",
  "lastScore",
  "change",
  "probability",
  "paretoShape",
  "refitted",
] as const;

type Row = Partial<Record<(typeof COLUMNS)[number], CsvCell>>;

function rowsOf({
  patient,
  outcome,
  residuals,
  influence,
  checks,
  extrapolation,
}: ResponseDiagnostics): Row[] {
  const rows: Row[] = [
    ...residuals.map((row) => ({
      ...row,
      quantity: "residual",
      unit: "sd",
      value: row.residual,
      lower: row.residualLower,
      upper: row.residualUpper,
      probability: row.tailProbability,
    })),
    ...influence.map((row) => ({
      ...row,
      quantity: row.parameter,
      value: row.estimate,
      withoutScore: row.estimateWithout,
    })),
    ...checks.map((row) => ({ quantity: row.check, value: row.observed, probability: row.probability })),
    ...extrapolation.map((row) => ({
      quantity: "relapseDayBeyondScores",
      course: row.course,
      unit: "day",
      value: row.relapseDay,
      upper: row.upper,
      lastScore: row.lastScore,
      probability: row.probabilityAfter,
    })),
  ];
  return rows.map((row) => ({ ...row, patient, outcome }));
}

/**
 * Writes diagnostics as CSV, one row for each residual, influence of a score on a quantity, predictive check and relapse
 * day; `lastScore` is in days after the course.
 */
export function diagnosticsCsv(results: readonly ResponseDiagnostics[]): string {
  const rows = results.flatMap(rowsOf).map((row: Row) => COLUMNS.map((column) => row[column]));
  return toCsv(COLUMNS, rows);
}
