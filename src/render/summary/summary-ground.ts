import type { SummaryResult } from "../../schema/index.ts";
import type { WordTable } from "../comparison/comparison-tables.ts";
import { assumptionsOnPaper } from "../words/ground-sections.ts";
import type { WordSection } from "../words/word-report.ts";
import { summaryName } from "./summary-name.ts";

/** What is taken for granted of reports, and by each interval. */
export function summaryAssumptions(results: readonly SummaryResult[]): WordSection {
  const own = results.flatMap(({ estimates }) =>
    estimates.map(({ methodLabel, assumes }) => `${methodLabel}: ${assumes.replace(/[.]?$/u, ".")}`),
  );
  return assumptionsOnPaper([
    "Every number is taken as printed: it stands for all values that round to it.",
    ...new Set(own),
    "No prior enters, but for the intervals that name one.",
  ]);
}

/** A report as it was read; what is not there was not given. */
export function readTable({ report }: SummaryResult): WordTable {
  const rows = Object.entries(report).map(([name, value]) => [
    name,
    typeof value === "object" ? JSON.stringify(value) : String(value),
  ]);
  return {
    caption: `${summaryName(report)}: what the report says, and what was read from it.`,
    head: ["Number", "Read as"],
    groups: [{ rows }],
  };
}
