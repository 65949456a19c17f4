import type { SummaryResult } from "../../schema/index.ts";
import type { WordReport } from "../words/word-report.ts";
import { type Picture, wordReportHtml } from "../words/word-report-html.ts";
import { wordReportMarkdown } from "../words/word-report-markdown.ts";
import { wordReportText } from "../words/word-report-text.ts";
import { summaryListReport } from "./summary-list.ts";
import { summaryListHtml } from "./summary-list-html.ts";
import { summaryReport } from "./summary-report.ts";

/** Pictures of a page; null where there is nothing to draw. */
export interface SummaryPictures {
  layers: string | null;
  samples: string | null;
}

const LAYERS_CAPTION =
  "One interval per line, shaded by what it takes for granted: dark from the bounds alone, blue with a little more, dashed where a family of distributions is assumed. Upright lines: the bounds, and beyond them what is impossible.";
const SAMPLES_CAPTION =
  "Each line: one sample of patients that fits the report, a dot per patient, from the least spread to the greatest. The upright line is the reported mean.";

/** One report with all that there is to say of it, or a line for each of several. */
function inWords(results: readonly SummaryResult[], method: string | undefined): WordReport {
  const [result, ...others] = results;
  if (!result) throw new TypeError("Cannot show reports: needs at least one, got none");
  return others.length > 0 ? summaryListReport(results, method) : summaryReport(result, method);
}

/**
 * Reports as plain text.
 *
 * @param method Of the intervals in the headlines.
 * @throws {TypeError} when there is no report.
 */
export function summaryText(results: readonly SummaryResult[], method?: string): string {
  return wordReportText(inWords(results, method));
}

/**
 * Reports as Markdown.
 *
 * @param method Of the intervals in the headlines.
 * @throws {TypeError} when there is no report.
 */
export function summaryMarkdown(results: readonly SummaryResult[], method?: string): string {
  return wordReportMarkdown(inWords(results, method));
}

function pictureOf(svg: string | null, caption: string): Picture | null {
  return svg === null ? null : { svg, caption };
}

/**
 * Reports as one HTML page that works offline and without scripts.
 *
 * @param pictures As `toSvg` makes them of `summaryLayersChart` and `reconstructedSamplesChart`.
 * @param method Of the intervals in the headlines.
 * @throws {TypeError} when a picture is not one `<svg>` element without scripts, or there is no report.
 */
export function summaryHtml(
  results: readonly SummaryResult[],
  pictures: SummaryPictures,
  method?: string,
): string {
  const layers = pictureOf(pictures.layers, LAYERS_CAPTION);
  if (results.length > 1) return summaryListHtml(results, layers, method);
  const samples = pictureOf(pictures.samples, SAMPLES_CAPTION);
  return wordReportHtml(inWords(results, method), layers, samples === null ? {} : { samples });
}
