import type { PriorAndPosterior, ResponseDiagnostics } from "../../schema/index.ts";
import { diagnosticsSection } from "../diagnostics/diagnostics-report.ts";
import { DIAGNOSTICS_CAPTION } from "../diagnostics/diagnostics-reports.ts";
import { type Forecast, forecastSection } from "../forecast/forecast-report.ts";
import { FORECAST_CAPTION } from "../forecast/forecast-reports.ts";
import { learnedSentences } from "../text/learned.ts";
import { sectionHtml } from "../words/word-report-html.ts";

/** What else was computed from a fit, each with its picture as `toSvg` makes it. */
export interface FurtherResults {
  /** Drawn by `forecastChart`. */
  forecast?: { result: Forecast; svg: string };
  /** Drawn by `priorAndPosteriorChart`. */
  learned?: { result: PriorAndPosterior; svg: string };
  /** Drawn by `responseDiagnosticsChart`. */
  diagnostics?: { result: ResponseDiagnostics; svg: string };
}

/** What comes next; nothing where it was not computed. */
export function forecastHtmlSection({ forecast }: FurtherResults): string[] {
  if (!forecast) return [];
  return [sectionHtml(forecastSection(forecast.result), { svg: forecast.svg, caption: FORECAST_CAPTION })];
}

/** What the scores changed of what was taken for likely. */
export function learnedHtmlSection({ learned }: FurtherResults): string[] {
  if (!learned) return [];
  const section = {
    id: "learned",
    heading: "What the scores changed",
    sentences: learnedSentences(learned.result),
    tables: [],
  };
  const caption = `The priors are those of the set “${learned.result.priors}”; days are counted from the course they belong to.`;
  return [sectionHtml(section, { svg: learned.svg, caption })];
}

/** How well the curve fits. */
export function diagnosticsHtmlSection({ diagnostics }: FurtherResults): string[] {
  if (!diagnostics) return [];
  const picture = { svg: diagnostics.svg, caption: DIAGNOSTICS_CAPTION };
  return [sectionHtml(diagnosticsSection(diagnostics.result), picture)];
}
