import type { Estimate, LogRankResult, RestrictedMeanComparison } from "../../schema/index.ts";
import type { WordTable } from "../comparison/comparison-tables.ts";
import { formatEstimate, formatFixed, formatInterval, formatPercent } from "../format-number.ts";
import type { WordSection } from "../words/word-report.ts";
import type { RelapseStudy } from "./relapse-study.ts";

/** "0.031", "below 0.001". */
function formatPValue(p: number): string {
  return p < 0.001 ? "below 0.001" : formatFixed(p, p < 0.1 ? 3 : 2);
}

/** The test in words: the permutation first, since it holds with few courses. */
function logRankSentences({
  permutation,
  pValue,
  chiSquared,
  degreesOfFreedom,
  groups,
}: LogRankResult): string[] {
  if (!permutation || pValue === null || chiSquared === null) return [];
  const { method: counted, nAssignments, units } = permutation;
  const isComplete = counted === "exact";
  const how = isComplete
    ? `of all ${nAssignments} ways in which the labels of the groups could have fallen on the ${units}s`
    : `of ${nAssignments} random ways in which the labels of the groups could fall on the ${units}s`;
  const smallest = isComplete ? 1 / nAssignments : null;
  const limit =
    smallest !== null && smallest > 0.01
      ? ` With so few courses no p-value below ${formatPValue(smallest)} is possible.`
      : "";
  const seen = groups.map(
    ({ group, observed, expected }) => `${group}: ${observed} seen, ${formatFixed(expected, 1)} expected`,
  );
  return [
    `Log-rank test, ${how}, p = ${formatPValue(permutation.pValue)} (χ² ${formatFixed(chiSquared, 2)} on ${degreesOfFreedom} df; by the χ² distribution, which needs many relapses, p = ${formatPValue(pValue)}).${limit}`,
    `Relapses if all groups relapsed alike: ${seen.join("; ")}.`,
  ];
}

function comparisonTable({ estimates, pValues }: RestrictedMeanComparison): WordTable {
  const level = formatPercent(estimates[0]?.level ?? 0.95);
  const pOf = ({ parameter, series }: Estimate): string => {
    const row = series === undefined ? pValues.find((one) => one.parameter === parameter) : undefined;
    return row && row.pValue !== null ? formatPValue(row.pValue) : "";
  };
  return {
    caption: "Mean time well of the two groups.",
    head: ["Quantity", "Estimate", `${level} interval`, "p"],
    groups: [
      {
        rows: estimates.map((row) => [
          row.series === undefined ? row.label : `${row.label}, ${row.series}`,
          formatEstimate(row),
          row.bound === "closed" ? formatInterval(row) : "none",
          pOf(row),
        ]),
      },
    ],
  };
}

/** Groups beside each other; empty where there is one only. */
export function groupsSection({ results, logRank, comparison, notes }: RelapseStudy): WordSection {
  const isGrouped = results.length > 1;
  return {
    id: "groups",
    heading: "Do the groups differ?",
    sentences: isGrouped ? [...(logRank ? logRankSentences(logRank) : []), ...notes] : [],
    tables: isGrouped && comparison ? [comparisonTable(comparison)] : [],
  };
}
