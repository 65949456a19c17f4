import type { SummaryCoverageRow, SummaryResult } from "../../schema/index.ts";
import type { WordSection } from "../words/word-report.ts";
import { shownLevel, summaryNumber } from "./summary-number.ts";

/** Fewer intervals than this share of the simulations, and the coverage is of a selection. */
const MOST = 0.999;

function cells({
  label,
  coverage,
  standardError,
  level,
  meanWidth,
  nIntervals,
  nSimulations,
}: SummaryCoverageRow): string[] {
  const some =
    nIntervals < MOST * nSimulations
      ? `, in ${summaryNumber((100 * nIntervals) / nSimulations)} % that had one`
      : "";
  return [
    label,
    shownLevel(level),
    coverage === null ? "–" : `${(100 * coverage).toFixed(1)} %${some}`,
    standardError === null ? "–" : (100 * standardError).toFixed(1),
    meanWidth === null ? "–" : summaryNumber(meanWidth),
  ];
}

/** How often each interval held the truth in simulated reports of as many patients. */
export function coverageSection({ coverage = [], report }: SummaryResult): WordSection {
  const heading = `How often each interval holds the truth with ${report.n} patients`;
  if (coverage.length === 0) return { id: "coverage", heading, sentences: [], tables: [] };
  const truths = [...new Set(coverage.map(({ truth }) => truth))];
  return {
    id: "coverage",
    heading,
    sentences: [
      `From ${coverage[0]!.nSimulations.toLocaleString("en-US")} simulated reports for each way that patients could be. An interval that keeps its level in these may lose it in others.`,
      "Each simulated report gives mean, standard deviation, median, ends and the values themselves, so that some intervals are told that this report has no numbers for.",
    ],
    tables: [
      {
        caption: "Coverage, its Monte-Carlo standard error in points, and mean width within the bounds.",
        head: ["Interval", "Level", "Held the truth", "± points", "Mean width"],
        groups: truths.map((truth) => ({
          heading: `Patients ${truth}, as shares of the way between the bounds`,
          rows: coverage.filter((row) => row.truth === truth && row.coverage !== null).map(cells),
        })),
      },
    ],
  };
}
