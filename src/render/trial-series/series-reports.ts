import { estimatesCsv } from "../csv.ts";
import { wordReportHtml } from "../words/word-report-html.ts";
import { wordReportMarkdown } from "../words/word-report-markdown.ts";
import { wordReportText } from "../words/word-report-text.ts";
import { type SeriesReport, seriesReport } from "./series-report.ts";

const CAPTION =
  "Thin: each patient alone. Thick: the same drawn towards the mean of all. Below: the mean, and the effect in the next patient.";

/** A series of trials as plain text for a terminal. */
export function trialSeriesText(report: SeriesReport): string {
  return wordReportText(seriesReport(report));
}

/** The same as Markdown. */
export function trialSeriesMarkdown(report: SeriesReport): string {
  return wordReportMarkdown(seriesReport(report));
}

/**
 * The same as one HTML page that works offline and without scripts.
 *
 * @param svg The picture, as `toSvg` makes it of `trialSeriesChart`.
 * @throws {TypeError} when the picture is not one `<svg>` element without scripts.
 */
export function trialSeriesHtml(report: SeriesReport, svg: string): string {
  return wordReportHtml(seriesReport(report), { svg, caption: CAPTION });
}

/** Means, spreads, the next patient, each patient's effects and the between-case difference as CSV, one row each. */
export function trialSeriesCsv({ series, betweenCase }: SeriesReport): string {
  const { estimates, pool, patients } = series;
  const ofPatients = patients.flatMap(({ own, local, shrunken }) =>
    [own, local, shrunken].filter((row) => row !== null),
  );
  const summed = estimates[0]?.parameter === pool[0]?.parameter ? pool : [...estimates, ...pool];
  return estimatesCsv([{ estimates: [...summed, ...ofPatients, ...(betweenCase?.estimates ?? [])] }]);
}
