import type { PooledBayesResult, PooledBayesSensitivity } from "../../schema/index.ts";
import { wordReportHtml } from "../words/word-report-html.ts";
import { wordReportMarkdown } from "../words/word-report-markdown.ts";
import { wordReportText } from "../words/word-report-text.ts";
import { bayesReport } from "./bayes-report.ts";

const SHRINKAGE_CAPTION =
  "Thin: each series alone. Thick: with what the others tell of it. Black: their mean. Last bar: where a further series may lie. Arrows: an interval goes on beyond the axis.";
const PRIORS_CAPTION = "The mean under each prior of τ: median and interval.";

/** A Bayesian pool as plain text. */
export function bayesText(result: PooledBayesResult, sensitivity: PooledBayesSensitivity): string {
  return wordReportText(bayesReport(result, sensitivity));
}

/** A Bayesian pool as Markdown. */
export function bayesMarkdown(result: PooledBayesResult, sensitivity: PooledBayesSensitivity): string {
  return wordReportMarkdown(bayesReport(result, sensitivity));
}

/** The pictures of a Bayesian pool, as `toSvg` makes them. */
export interface BayesPictures {
  /** Of `shrinkageChart`. */
  shrinkage: string;
  /** Of `priorSensitivityChart`. */
  priors: string;
}

/**
 * A Bayesian pool as one HTML page that works offline and without scripts.
 *
 * @throws {TypeError} when a picture is not one `<svg>` element without scripts.
 */
export function bayesHtml(
  result: PooledBayesResult,
  sensitivity: PooledBayesSensitivity,
  pictures: BayesPictures,
): string {
  return wordReportHtml(
    bayesReport(result, sensitivity),
    { svg: pictures.shrinkage, caption: SHRINKAGE_CAPTION },
    { priors: { svg: pictures.priors, caption: PRIORS_CAPTION } },
  );
}
