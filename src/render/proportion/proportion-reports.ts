import type { ProportionResult } from "../../schema/index.ts";
import { estimatesCsv } from "../csv.ts";
import { wordReportHtml } from "../words/word-report-html.ts";
import { wordReportMarkdown } from "../words/word-report-markdown.ts";
import { wordReportText } from "../words/word-report-text.ts";
import { proportionReport } from "./proportion-report.ts";

/** What the picture of a proportion shows. */
const PROPORTION_CAPTION =
  "Each line: the interval by one method, the chosen one on top in colour. The upright line is the proportion itself.";

/** One proportion as plain text. */
export function proportionText(result: ProportionResult): string {
  return wordReportText(proportionReport(result));
}

/** One proportion as Markdown. */
export function proportionMarkdown(result: ProportionResult): string {
  return wordReportMarkdown(proportionReport(result));
}

/** The interval by every method as CSV, a row each, in the columns of `Estimate`. */
export function proportionCsv({ intervals }: ProportionResult): string {
  return estimatesCsv([{ estimates: intervals.map(({ label, row }) => ({ ...row, label })) }]);
}

/**
 * One proportion as one HTML page that works offline and without scripts.
 *
 * @param svg The picture, as `toSvg` makes it of `proportionChart`.
 * @throws {TypeError} when the picture is not one `<svg>` element without scripts.
 */
export function proportionHtml(result: ProportionResult, svg: string): string {
  return wordReportHtml(proportionReport(result), { svg, caption: PROPORTION_CAPTION });
}
