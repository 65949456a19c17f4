export { cohortCsv } from "./cohort/cohort-csv.ts";
export type { CohortReportOptions } from "./cohort/cohort-report.ts";
export { type CohortPictures, cohortHtml, cohortMarkdown, cohortText } from "./cohort/cohort-reports.ts";
export { comparisonCsv } from "./comparison/comparison-csv.ts";
export type { ComparisonReport } from "./comparison/comparison-report.ts";
export {
  comparisonHtml,
  comparisonMarkdown,
  comparisonText,
} from "./comparison/comparison-reports.ts";
export { type CsvCell, estimatesCsv, toCsv } from "./csv.ts";
export { diagnosticsCsv } from "./diagnostics/diagnostics-csv.ts";
export { diagnosticsHtml, diagnosticsMarkdown, diagnosticsText } from "./diagnostics/diagnostics-reports.ts";
export { displayWidth } from "./display-width.ts";
export { escapeHtml } from "./escape-html.ts";
export { escapeMarkdown } from "./escape-markdown.ts";
export { forecastCsv } from "./forecast/forecast-csv.ts";
export type { Forecast } from "./forecast/forecast-report.ts";
export { forecastHtml, forecastMarkdown, forecastText } from "./forecast/forecast-reports.ts";
export {
  formatDay,
  formatDose,
  formatEstimate,
  formatEstimateWithInterval,
  formatFixed,
  formatInterval,
  formatPercent,
  formatRange,
  formatValue,
} from "./format-number.ts";
export type { FurtherResults } from "./html/further-sections.ts";
export { responseHtml } from "./html.ts";
export { type IndexRow, indexHtml } from "./index-html.ts";
export { type InteractivePicture, interactiveHtml, interactivePicture } from "./interactive/index.ts";
export { responseMarkdown } from "./markdown.ts";
export { plainText } from "./plain-text.ts";
export { type BayesPictures, bayesHtml, bayesMarkdown, bayesText } from "./pooling/bayes-reports.ts";
export { countsCsv, countsHtml, countsMarkdown, countsText } from "./pooling/counts-report.ts";
export {
  evidenceCsv,
  evidenceHtml,
  evidenceMarkdown,
  evidenceText,
} from "./pooling/evidence-report.ts";
export type { FurtherPools } from "./pooling/further-pools.ts";
export {
  type FurtherPictures,
  furtherCsv,
  furtherHtml,
  furtherMarkdown,
  furtherText,
  type PoolAndFurther,
} from "./pooling/further-reports.ts";
export {
  type MultilevelPool,
  multilevelCsv,
  multilevelHtml,
  multilevelMarkdown,
  multilevelText,
} from "./pooling/multilevel-report.ts";
export { type PoolView, pooledView } from "./pooling/pool-view.ts";
export { pooledAnswer } from "./pooling/pooled-answer.ts";
export { pooledCsv } from "./pooling/pooled-csv.ts";
export { pooledHtml, pooledMarkdown, pooledText } from "./pooling/pooled-reports.ts";
export {
  summaryPoolCsv,
  summaryPoolHtml,
  summaryPoolMarkdown,
  summaryPoolText,
} from "./pooling/summary-pool-report.ts";
export {
  trialPowerCsv,
  trialPowerHtml,
  trialPowerMarkdown,
  trialPowerText,
} from "./power/power-report.ts";
export { priorAndPosterior } from "./prior-and-posterior.ts";
export { describePriors, type PriorInWords } from "./prior-text.ts";
export {
  proportionCsv,
  proportionHtml,
  proportionMarkdown,
  proportionText,
} from "./proportion/proportion-reports.ts";
export { relapseCsv } from "./relapse/relapse-csv.ts";
export {
  type RelapsePictures,
  relapseHtml,
  relapseMarkdown,
  relapseText,
} from "./relapse/relapse-reports.ts";
export type { RelapseStudy } from "./relapse/relapse-study.ts";
export { responseSummary } from "./response-summary.ts";
export { responseTable } from "./response-table.ts";
export { responseText, type TextSection } from "./response-text.ts";
export { summaryCsv } from "./summary/summary-csv.ts";
export {
  type SummaryPictures,
  summaryHtml,
  summaryMarkdown,
  summaryText,
} from "./summary/summary-reports.ts";
export { textTable } from "./table.ts";
export {
  scheduleCsv,
  scheduleHtml,
  scheduleMarkdown,
  scheduleText,
} from "./trial/schedule-reports.ts";
export type { AnySchedule } from "./trial/schedule-words.ts";
export { trialCsv } from "./trial/trial-csv.ts";
export { trialHtml, trialMarkdown, trialText } from "./trial/trial-reports.ts";
export { checklistMarkdown } from "./trial-report/checklist-markdown.ts";
export { methodsParagraph } from "./trial-report/methods-paragraph.ts";
export { protocolChecklist } from "./trial-report/protocol-checklist.ts";
export { trialChecklist } from "./trial-report/trial-checklist.ts";
export type { SeriesReport } from "./trial-series/series-report.ts";
export {
  trialSeriesCsv,
  trialSeriesHtml,
  trialSeriesMarkdown,
  trialSeriesText,
} from "./trial-series/series-reports.ts";
export type { MethodsParagraph } from "./words/cited.ts";
