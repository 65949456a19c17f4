import type { SummaryResult } from "../../schema/index.ts";
import type { WordSection } from "../words/word-report.ts";

const BESIDE: readonly string[] = [
  "Regression to the mean: patients are treated when they are at their worst, so that some would have improved without treatment.",
  "What came without treatment: one group without a control says what happened, not what a treatment did.",
  "Which patients came to be counted: those who stopped, moved or got worse may be missing from the report.",
];

/** What no interval covers, however it was made. */
export function notCoveredSection({ estimates }: SummaryResult): WordSection {
  const common = [...new Set(estimates.map(({ doesNotCover }) => `${doesNotCover}.`))];
  return {
    id: "unknown",
    heading: "What no interval here covers",
    sentences: [...common, ...BESIDE],
    tables: [],
  };
}
