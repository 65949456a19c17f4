import type { SummaryReport, SummaryResult } from "../../schema/index.ts";
import type { WordSection } from "../words/word-report.ts";
import { summaryNumber, withUnit } from "./summary-number.ts";

const BESIDE: readonly string[] = [
  "Regression to the mean: patients are treated when they are at their worst, so that some would have improved without treatment.",
  "What came without treatment: one group without a control says what happened, not what a treatment did.",
  "Which patients came to be counted: those who stopped, moved or got worse may be missing from the report.",
];

/** "0 to 100 %", "at least 0 months"; nothing where no bound was given. */
function boundsInWords({ lower, upper, unit = "" }: SummaryReport): string | null {
  const [low, high] = [lower, upper].map((end) => (end === undefined ? null : summaryNumber(end)));
  if (high != null) return `${low == null ? "at most" : `${low} to`} ${withUnit(high, unit)}`;
  return low == null ? null : `at least ${withUnit(low, unit)}`;
}

/** What the bounds of one patient's value take for granted, themselves unproved. */
function boundSentences(report: SummaryReport): string[] {
  const { lower, unit, scores } = report;
  const bounds = boundsInWords(report);
  const isRelief = lower === 0 && unit === "%";
  const pairs = scores !== undefined && scores.change !== "any";
  return [
    ...(bounds === null
      ? []
      : [`Bounds that are wrong: those given (${bounds}) are taken as true, and intervals rest on them.`]),
    ...(isRelief
      ? [
          "Patients who got worse: where the percentage is relief, a lower bound of 0 says that there was none.",
        ]
      : []),
    ...(pairs && !isRelief ? ["Patients whose score got worse: it is taken that there was none."] : []),
  ];
}

/** What no interval covers, however it was made. */
export function notCoveredSection({ report, estimates }: SummaryResult): WordSection {
  const common = [...new Set(estimates.map(({ doesNotCover }) => `${doesNotCover}.`))];
  return {
    id: "unknown",
    heading: "What no interval here covers",
    sentences: [...common, ...boundSentences(report), ...BESIDE],
    tables: [],
  };
}
