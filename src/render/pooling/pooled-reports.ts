import type { PooledResult } from "../../schema/index.ts";
import { wordReportHtml } from "../words/word-report-html.ts";
import { wordReportMarkdown } from "../words/word-report-markdown.ts";
import { wordReportText } from "../words/word-report-text.ts";
import { pooledReport } from "./pooled-report.ts";

/** What the forest chart shows. */
const FOREST_CAPTION =
  "Squares: each series with its own interval, the area its weight. Diamonds: the mean by the headline’s method and by those beside it, their width the interval. Bar: where a further series may lie. Arrows: an interval goes on beyond the axis.";

/** A pool as plain text. */
export function pooledText(result: PooledResult): string {
  return wordReportText(pooledReport(result));
}

/** A pool as Markdown. */
export function pooledMarkdown(result: PooledResult): string {
  return wordReportMarkdown(pooledReport(result));
}

/**
 * A pool as one HTML page that works offline and without scripts.
 *
 * @param svg The picture, as `toSvg` makes it of `forestChart`.
 * @throws {TypeError} when the picture is not one `<svg>` element without scripts.
 */
export function pooledHtml(result: PooledResult, svg: string): string {
  return wordReportHtml(pooledReport(result), { svg, caption: FOREST_CAPTION });
}
