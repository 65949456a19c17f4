import type { SummaryEstimate, SummaryLayer, SummaryReport, SummaryResult } from "../../schema/index.ts";
import { shownLimits, summaryNumber } from "./summary-number.ts";

/** One layer of intervals in words. */
export interface LayerWords {
  layer: SummaryLayer;
  /** Above its table. */
  heading: string;
  /** In a picture. */
  short: string;
}

/** The layers, the one that takes least for granted first. */
export const LAYERS: readonly LayerWords[] = [
  { layer: "bounds-only", heading: "From the bounds alone", short: "Bounds only" },
  { layer: "weak", heading: "With a little more taken for granted", short: "Weak assumptions" },
  {
    layer: "parametric",
    heading: "If the values follow a family of distributions",
    short: "Parametric: a family of distributions",
  },
];

/** The method, with what it is about where a report has intervals of several quantities. */
export function methodName(
  { label, methodLabel, parameter }: SummaryEstimate,
  { estimates }: SummaryResult,
): string {
  const isOnly = estimates.every((row) => row.parameter === parameter);
  const [first] = label.split(" ");
  return isOnly || methodLabel.startsWith(first!) ? methodLabel : `${label}: ${methodLabel}`;
}

/** Whether a row is about one patient's value or a mean of them, and so within the bounds. */
export function isOfValues({ unit }: SummaryEstimate, report: SummaryReport): boolean {
  return unit === (report.unit ?? "value");
}

/** "above 100: impossible" where a limit passes a bound that no patient can; empty where none does. */
export function impossiblePart(row: SummaryEstimate, report: SummaryReport): string {
  if (!isOfValues(row, report)) return "";
  const slack = 1e-9 * Math.max(Math.abs(row.lower ?? 0), Math.abs(row.upper ?? 0));
  const below = report.lower !== undefined && row.lower !== null && row.lower < report.lower - slack;
  const above = report.upper !== undefined && row.upper !== null && row.upper > report.upper + slack;
  const parts = [
    ...(below ? [`below ${summaryNumber(report.lower!)}`] : []),
    ...(above ? [`above ${summaryNumber(report.upper!)}`] : []),
  ];
  return parts.length === 0 ? "" : `${parts.join(" and ")}: impossible`;
}

/** Limits as they are read. */
export function rowLimits({ lower, upper, unit }: SummaryEstimate): { lower: string; upper: string } {
  return shownLimits(lower, upper, unit);
}
