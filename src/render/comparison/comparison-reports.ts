import { type Picture, wordReportHtml } from "../words/word-report-html.ts";
import { wordReportMarkdown } from "../words/word-report-markdown.ts";
import { wordReportText } from "../words/word-report-text.ts";
import { type ComparisonReport, comparisonReport } from "./comparison-report.ts";

/** A comparison as plain text. */
export function comparisonText(report: ComparisonReport): string {
  return wordReportText(comparisonReport(report));
}

/** A comparison as Markdown. */
export function comparisonMarkdown(report: ComparisonReport): string {
  return wordReportMarkdown(comparisonReport(report));
}

/**
 * A comparison as one HTML page.
 *
 * @param pictures SVG of all curves together, then of each model's, with their titles.
 */
export function comparisonHtml(
  report: ComparisonReport,
  pictures: readonly { title: string; svg: string }[],
): string {
  const [main, ...models] = pictures.map(({ title, svg }): Picture => ({ svg, caption: title }));
  return wordReportHtml(comparisonReport(report), main ?? null, { models }, "wide");
}
