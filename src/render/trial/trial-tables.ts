import type { TrialPeriod, TrialResult } from "../../schema/index.ts";
import type { WordTable } from "../comparison/comparison-tables.ts";
import { formatDay, formatPercent, formatRange, formatValue } from "../format-number.ts";
import { levelOf, supportOf } from "./trial-effect.ts";
import { blockMeans, treatmentMean, treatmentsOf } from "./trial-means.ts";

const NOTHING = "–";

/** How many scores and which mean under each treatment. */
export function treatmentsTable(result: TrialResult): WordTable {
  const { scores, periods } = result;
  return {
    caption: "Scores under each treatment.",
    head: ["Treatment", "Periods", "Scores", "Mean"],
    groups: [
      {
        rows: treatmentsOf(result).map((name) => [
          name,
          `${periods.filter(({ treatment }) => treatment === name).length}`,
          `${scores.filter(({ treatment }) => treatment === name).length}`,
          formatValue(treatmentMean(scores, name), "score", supportOf(result)),
        ]),
      },
    ],
  };
}

/** Means of each block and how far they differ. */
export function blocksTable(result: TrialResult): WordTable {
  const width = supportOf(result);
  return {
    caption: "Mean of each block under both treatments.",
    head: ["Block", result.reference, result.treatment, "Difference"],
    groups: [
      {
        rows: blockMeans(result).map(({ block, reference, treatment }) => [
          `${block}`,
          formatValue(reference, "score", width),
          formatValue(treatment, "score", width),
          formatValue(treatment - reference, "score", width),
        ]),
      },
    ],
  };
}

function daysOf({ firstDay, lastDay }: TrialPeriod): string {
  if (firstDay === null || lastDay === null) return NOTHING;
  return firstDay === lastDay ? formatDay(firstDay) : `${formatDay(firstDay)} to ${formatDay(lastDay)}`;
}

/** Every period as it was analysed. */
export function periodsTable(result: TrialResult): WordTable {
  const { periods } = result;
  const hasBlocks = periods.some(({ block }) => block !== null);
  const level = formatPercent(levelOf(result));
  return {
    caption: "Every period. Its interval takes the scores of the period as independent.",
    head: [
      "Period",
      ...(hasBlocks ? ["Block"] : []),
      "Treatment",
      "Days",
      "Scores",
      "Mean",
      `${level} interval`,
    ],
    groups: [
      {
        rows: periods.map((row) => {
          const { period, block, treatment, nScores, mean, lower, upper } = row;
          const width = lower === null || upper === null ? null : upper - lower;
          return [
            `${period}`,
            ...(hasBlocks ? [block === null ? NOTHING : `${block}`] : []),
            treatment,
            daysOf(row),
            `${nScores}`,
            formatValue(mean, "score", width ?? supportOf(result)),
            lower === null || upper === null ? "none" : formatRange(lower, upper, "score"),
          ];
        }),
      },
    ],
  };
}
