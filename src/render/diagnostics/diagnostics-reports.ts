import type { ResponseDiagnostics } from "../../schema/index.ts";
import { wordReportHtml } from "../words/word-report-html.ts";
import { wordReportMarkdown } from "../words/word-report-markdown.ts";
import { wordReportText } from "../words/word-report-text.ts";
import { diagnosticsReport } from "./diagnostics-report.ts";

/** What the picture of diagnostics shows. */
export const DIAGNOSTICS_CAPTION =
  "Above: residuals; bars are what rounding leaves open, shaded is where they would lie if the model is right. Below: how far each score moves an answer, in posterior standard deviations; beyond the dashed lines it is more than one.";

/** Diagnostics as plain text. */
export function diagnosticsText(diagnostics: ResponseDiagnostics): string {
  return wordReportText(diagnosticsReport(diagnostics));
}

/** Diagnostics as Markdown. */
export function diagnosticsMarkdown(diagnostics: ResponseDiagnostics): string {
  return wordReportMarkdown(diagnosticsReport(diagnostics));
}

/**
 * Diagnostics as one HTML page that works offline and without scripts.
 *
 * @param svg The picture, as `toSvg` makes it of `responseDiagnosticsChart`.
 * @throws {TypeError} when the picture is not one `<svg>` element without scripts.
 */
export function diagnosticsHtml(diagnostics: ResponseDiagnostics, svg: string): string {
  return wordReportHtml(diagnosticsReport(diagnostics), { svg, caption: DIAGNOSTICS_CAPTION });
}
