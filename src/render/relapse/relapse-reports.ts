import { type Picture, wordReportHtml } from "../words/word-report-html.ts";
import { wordReportMarkdown } from "../words/word-report-markdown.ts";
import { wordReportText } from "../words/word-report-text.ts";
import { relapseReport } from "./relapse-report.ts";
import type { RelapseStudy } from "./relapse-study.ts";

/** Pictures of a study as SVG, as `toSvg` makes them. */
export interface RelapsePictures {
  /** `survivalChart` of the results, or `relapseAverageChart`. */
  main: string;
  /** `relapseIntervalsChart`; null where a file gave the times. */
  intervals: string | null;
  /** `relapseDiagnosticsChart`; null without a fitted law. */
  diagnostics: string | null;
}

const CAPTIONS: Readonly<Record<keyof RelapsePictures, string>> = {
  main: "Shaded is what the data leave open: a band of limits around a curve, or a box where a curve falls somewhere within it. Below: what was seen of each course; an arrow is a course without a relapse so far.",
  intervals:
    "Each course: its visits, the relapse by the scores alone (gray) and by the fitted curve (blue), in days after the course.",
  diagnostics:
    "Were the law right, every box and every step would be crossed by the dashed line, but for chance.",
};

function picture(svg: string | null, name: keyof RelapsePictures): Picture | undefined {
  return svg === null ? undefined : { svg, caption: CAPTIONS[name] };
}

/** Time to relapse as plain text for a terminal. */
export function relapseText(study: RelapseStudy): string {
  return wordReportText(relapseReport(study));
}

/** Time to relapse as Markdown. */
export function relapseMarkdown(study: RelapseStudy): string {
  return wordReportMarkdown(relapseReport(study));
}

/**
 * Time to relapse as one HTML page that works offline and without scripts.
 *
 * @throws {TypeError} when a picture is not one `<svg>` element without scripts.
 */
export function relapseHtml(study: RelapseStudy, { main, intervals, diagnostics }: RelapsePictures): string {
  return wordReportHtml(relapseReport(study), picture(main, "main")!, {
    courses: picture(intervals, "intervals"),
    fit: picture(diagnostics, "diagnostics"),
  });
}
