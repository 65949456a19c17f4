import type { SummaryReport } from "../../schema/index.ts";
import { formatFixed } from "../format-number.ts";
import { summaryNumber, withUnit } from "./summary-number.ts";

/** Units of what is counted where a report gives events: patients, but for one that says otherwise. */
function counted({ unit }: SummaryReport): string {
  return unit === undefined || unit === "%" ? "patients" : unit;
}

/** "5 patients", "1 patient". */
function countInWords({ n }: SummaryReport): string {
  return n === 1 ? "1 patient" : `${n} patients`;
}

/** The mean as it was printed. */
function printedMean({ mean, decimals, unit = "" }: SummaryReport): string {
  return withUnit(decimals === undefined ? String(mean) : formatFixed(mean!, decimals), unit);
}

/** What a report says, in a few words: "18 of 22 patients", "mean 73.4 % in 5 patients". */
export function summaryFacts(report: SummaryReport): string {
  const { n, mean, events, minimum, maximum, median, unit = "" } = report;
  if (events !== undefined && mean === undefined) return `${events} of ${n} ${counted(report)}`;
  const patients = countInWords(report);
  if (mean !== undefined) return `mean ${printedMean(report)} in ${patients}`;
  if (minimum !== undefined && maximum !== undefined)
    return `${summaryNumber(minimum)} to ${withUnit(summaryNumber(maximum), unit)} in ${patients}`;
  if (median !== undefined) return `median ${withUnit(summaryNumber(median), unit)} in ${patients}`;
  return patients;
}

/** Name of a report: its label, else what it says. */
export function summaryName(report: SummaryReport): string {
  if (report.label !== undefined) return report.label;
  const facts = summaryFacts(report);
  return `${facts[0]!.toUpperCase()}${facts.slice(1)}`;
}
