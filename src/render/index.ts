export {
  type ComparisonReport,
  comparisonHtml,
  comparisonMarkdown,
  comparisonText,
} from "./comparison/comparison-reports.ts";
export { type CsvCell, estimatesCsv, toCsv } from "./csv.ts";
export { displayWidth } from "./display-width.ts";
export { escapeHtml } from "./escape-html.ts";
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
export { responseHtml } from "./html.ts";
export { type IndexRow, indexHtml } from "./index-html.ts";
export { escapeMarkdown, responseMarkdown } from "./markdown.ts";
export { plainText } from "./plain-text.ts";
export { describePriors, type PriorInWords } from "./prior-text.ts";
export { responseSummary } from "./response-summary.ts";
export { responseTable } from "./response-table.ts";
export { responseText, type TextSection } from "./response-text.ts";
export { textTable } from "./table.ts";
