import { wordReportHtml } from "../words/word-report-html.ts";
import { wordReportMarkdown } from "../words/word-report-markdown.ts";
import { wordReportText } from "../words/word-report-text.ts";
import { type Forecast, forecastReport } from "./forecast-report.ts";

/** What the picture of a look ahead shows. */
export const FORECAST_CAPTION =
  "Above: the median of the expected score with its band, given an effect; after the last score it is the model’s; grey upright lines are the courses so far. Middle: the day of the crossing with its interval. Below: what one more score on a day would leave of the standard deviation of the relapse day.";

/** A look ahead as plain text. */
export function forecastText(forecast: Forecast): string {
  return wordReportText(forecastReport(forecast));
}

/** A look ahead as Markdown. */
export function forecastMarkdown(forecast: Forecast): string {
  return wordReportMarkdown(forecastReport(forecast));
}

/**
 * A look ahead as one HTML page that works offline and without scripts.
 *
 * @param svg The picture, as `toSvg` makes it of `forecastChart`.
 * @throws {TypeError} when the picture is not one `<svg>` element without scripts.
 */
export function forecastHtml(forecast: Forecast, svg: string): string {
  return wordReportHtml(forecastReport(forecast), { svg, caption: FORECAST_CAPTION });
}
