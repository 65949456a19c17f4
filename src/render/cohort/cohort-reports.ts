import type { CohortResult } from "../../schema/index.ts";
import { wordReportHtml } from "../words/word-report-html.ts";
import { wordReportMarkdown } from "../words/word-report-markdown.ts";
import { wordReportText } from "../words/word-report-text.ts";
import { type CohortReportOptions, cohortReport } from "./cohort-report.ts";

const SPAGHETTI =
  "Thick: the typical patient, with the band of its limits; pale: where the next patient's curve may lie; thin: each patient with what the others tell, after the first course.";
const CATERPILLAR =
  "Thin: each patient alone. Thick: with what the others tell. Black: the typical patient. Last: where the next one may lie. Arrows: an interval goes on beyond the axis.";
const CURVES =
  "Points: scores. Dashed: the patient alone. Line and band: with what the others tell. Triangles: courses.";
const HETEROGENEITY =
  "Pale: how likely each standard deviation was taken to be before the scores; blue: after them. Dot and bar: estimate and limits.";

/** A cohort as plain text. */
export function cohortText(result: CohortResult, options?: CohortReportOptions): string {
  return wordReportText(cohortReport(result, options));
}

/** A cohort as Markdown. */
export function cohortMarkdown(result: CohortResult, options?: CohortReportOptions): string {
  return wordReportMarkdown(cohortReport(result, options));
}

/** The pictures of a cohort, as `toSvg` makes them. */
export interface CohortPictures {
  /** Of `cohortSpaghettiChart`. */
  spaghetti: string;
  /** Of `cohortCaterpillarChart`. */
  caterpillar: string;
  /** Of `cohortCurvesChart`. */
  curves: string;
  /** Of `cohortHeterogeneityChart`; null where nothing varies between patients. */
  heterogeneity: string | null;
}

/**
 * A cohort as one HTML page that works offline and without scripts.
 *
 * @throws {TypeError} when a picture is not one `<svg>` element without scripts.
 */
export function cohortHtml(
  result: CohortResult,
  { spaghetti, caterpillar, curves, heterogeneity }: CohortPictures,
  options?: CohortReportOptions,
): string {
  return wordReportHtml(
    cohortReport(result, options),
    { svg: spaghetti, caption: SPAGHETTI },
    {
      patients: { svg: caterpillar, caption: CATERPILLAR },
      curves: { svg: curves, caption: CURVES },
      ...(heterogeneity !== null && { heterogeneity: { svg: heterogeneity, caption: HETEROGENEITY } }),
    },
  );
}
