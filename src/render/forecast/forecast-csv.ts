import type { Estimate, NextCourseResult, NextScoreResult } from "../../schema/index.ts";
import { type CsvCell, toCsv } from "../csv.ts";
import type { Forecast } from "./forecast-report.ts";

const COLUMNS = [
  "patient",
  "outcome",
  "quantity",
  "label",
  "unit",
  "plannedCourseDay",
  "day",
  "estimate",
  "standardError",
  "lower",
  "upper",
  "level",
  "given",
] as const;

type Row = Partial<Record<(typeof COLUMNS)[number], CsvCell>>;

const ofEstimate = ({ parameter, ...row }: Estimate): Row => ({ ...row, quantity: parameter });

/** What is true of the courses so far stands once, before the rows of each planned course. */
function outlookRows({ estimates, probabilities, course }: NextCourseResult, isFirst: boolean): Row[] {
  const ofCourse = course === null ? {} : { plannedCourseDay: course.day };
  const estimateRows = estimates.flatMap((row) => {
    const isSoFar = row.parameter === "crossingDay";
    if (isSoFar && !isFirst) return [];
    return [{ ...ofEstimate(row), ...(isSoFar ? {} : ofCourse) }];
  });
  const probabilityRows = probabilities.flatMap(({ scenario, event, label, probability }) => {
    const isSoFar = scenario === "courses-so-far";
    if (isSoFar && !isFirst) return [];
    const row: Row = { quantity: event, label, unit: "probability", estimate: probability };
    return [{ ...row, ...(isSoFar ? {} : ofCourse) }];
  });
  return [...estimateRows, ...probabilityRows];
}

function scoreRows({ estimates, curve }: NextScoreResult): Row[] {
  return [
    ...estimates.map(ofEstimate),
    ...curve.map(({ day, expectedSd, monteCarloError }) => ({
      quantity: "expectedSd",
      label: "Standard deviation of the relapse day after one more score",
      unit: "day",
      day,
      estimate: expectedSd,
      // The error is that of the relative reduction.
      standardError: monteCarloError * (estimates[0]?.standardError ?? 0) || null,
    })),
  ];
}

/**
 * Writes looks ahead as CSV: crossing days, probabilities and durations, then what one more score on each candidate day
 * would leave.
 */
export function forecastCsv(forecasts: readonly Forecast[]): string {
  const rows = forecasts.flatMap(({ next, score }) => {
    const { patient, outcome } = next[0];
    const own = [...next.flatMap((result, i) => outlookRows(result, i === 0)), ...scoreRows(score)];
    return own.map((row) => ({ ...row, patient, outcome }) as Row);
  });
  return toCsv(
    COLUMNS,
    rows.map((row) => COLUMNS.map((column) => row[column])),
  );
}
