import type { PooledBayesSensitivity, PooledResult } from "../../schema/index.ts";
import { wordReportHtml } from "../words/word-report-html.ts";
import { wordReportMarkdown } from "../words/word-report-markdown.ts";
import { wordReportText } from "../words/word-report-text.ts";
import { pooledReport } from "./pooled-report.ts";

/** What the forest chart shows. */
export const FOREST_CAPTION =
  "Squares: each series with its own interval, the area its weight. Diamonds: the mean by the headline’s method and by those beside it, thin ones under priors, their width the interval. Bar: where a further series may lie. Arrows: an interval goes on beyond the axis.";

/** A pool as plain text, with what several priors make of the same series. */
export function pooledText(result: PooledResult, sensitivity?: PooledBayesSensitivity | null): string {
  return wordReportText(pooledReport(result, sensitivity));
}

/** A pool as Markdown, with what several priors make of the same series. */
export function pooledMarkdown(result: PooledResult, sensitivity?: PooledBayesSensitivity | null): string {
  return wordReportMarkdown(pooledReport(result, sensitivity));
}

/**
 * A pool as one HTML page that works offline and without scripts.
 *
 * @param svg The picture, as `toSvg` makes it of `forestChart`.
 * @param sensitivity What several priors make of the same series.
 * @throws {TypeError} when the picture is not one `<svg>` element without scripts.
 */
export function pooledHtml(
  result: PooledResult,
  svg: string,
  sensitivity?: PooledBayesSensitivity | null,
): string {
  return wordReportHtml(pooledReport(result, sensitivity), { svg, caption: FOREST_CAPTION });
}
