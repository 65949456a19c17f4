import type { SummaryEstimate, SummaryResult } from "../../schema/index.ts";
import { headlineOf } from "./headline.ts";
import { summaryFacts } from "./summary-name.ts";
import { shownLevel, shownRange, summaryNumber } from "./summary-number.ts";

/** What a row is about, in the middle of a sentence. */
const ABOUT: Readonly<Record<string, string>> = {
  mean: "the mean of all such patients",
  median: "the median of all such patients",
  "geometric-mean": "the geometric mean of all such patients",
  "next-patient": "the next such patient",
  "share-in-range": "the share of patients between the least and the greatest value",
  proportion: "the proportion",
};

function intervalSentence(row: SummaryEstimate): string {
  const given = row.given === undefined ? "" : `, given ${row.given}`;
  const share =
    row.parameter === "proportion" && row.estimate !== null ? `${summaryNumber(100 * row.estimate)} %, ` : "";
  return `${share}${shownLevel(row.level)} interval of ${ABOUT[row.parameter]}: ${shownRange(row.lower, row.upper, row.unit)} (${row.methodLabel}${given}).`;
}

/** What the spread may be, where a report leaves it open. */
function spreadSentence({ feasible, report }: SummaryResult): string {
  const sd = feasible.quantities.find(({ quantity }) => quantity === "sd");
  if (report.mean === undefined && report.minimum === undefined && report.median === undefined) return "";
  if (!sd || sd.reported !== null || (sd.lower === null && sd.upper === null) || sd.lower === sd.upper)
    return "";
  return ` The standard deviation isn't reported; it may be ${shownRange(sd.lower, sd.upper, report.unit ?? "")}.`;
}

/**
 * What a report says and how sure, in a sentence or two.
 *
 * @param method Of the interval; default the widest that can be defended.
 */
export function summaryAnswer(result: SummaryResult, method?: string): string {
  const row = headlineOf(result, method);
  const facts = summaryFacts(result.report);
  const lead = `${facts[0]!.toUpperCase()}${facts.slice(1)}`;
  const found = row === null ? "the report allows no interval." : intervalSentence(row);
  return `${lead}: ${found}${spreadSentence(result)}`;
}
