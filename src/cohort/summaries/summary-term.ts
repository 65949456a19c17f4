import { type ErrorTerm, roundedNormal } from "../../response/likelihood/score-errors.ts";
import type { CohortSummary } from "../../schema/cohort-result.ts";
import { cellCounts } from "./cell-counts.ts";
import { printedMean } from "./summary-days.ts";

/** −ln of a summary's probability, with its derivatives by the moments of each cell and by the log scatter. */
export interface SummaryTerm {
  value: number;
  byMoments: Float64Array;
  byLogSd: number;
}

/**
 * What a summary says, given how the population's patients spread over the cells.
 *
 * @param marks For each cell, whether the smallest and the largest duration may lie there.
 * @returns A function of the moments, three for each cell: its probability, and the parts that it has of the expected
 * relief and of the expected squared relief; and of the scatter of one relief.
 */
export function summaryTerm(
  { n, meanRelief, duration }: CohortSummary,
  marks: readonly number[],
): (moments: Float64Array, sd: number) => SummaryTerm {
  const ways = cellCounts(n, marks, duration ? 3 : 0);
  const printed = meanRelief && printedMean(meanRelief);
  const error: ErrorTerm = { logDensity: 0, byMean: 0, byLogSd: 0 };
  const nCells = marks.length;
  return (moments, sd) => {
    const means = new Float64Array(nCells);
    const variances = new Float64Array(nCells);
    for (let c = 0; c < nCells; c++) {
      means[c] = moments[3 * c + 1]! / moments[3 * c]!;
      variances[c] = Math.max(0, moments[3 * c + 2]! / moments[3 * c]! - means[c]! ** 2);
    }
    const terms = ways.map(({ counts, logWays }) => {
      if (counts.some((count, c) => count > 0 && !(moments[3 * c]! > 0))) return null;
      let log = logWays;
      counts.forEach((count, c) => {
        if (count > 0) log += count * Math.log(moments[3 * c]!);
      });
      if (!printed) return { log, counts, byMean: 0, byVariance: 0, byLogSd: 0 };
      let mean = 0;
      let variance = (sd * sd) / n;
      counts.forEach((count, c) => {
        if (count === 0) return;
        mean += (count / n) * means[c]!;
        variance += (count / (n * n)) * variances[c]!;
      });
      roundedNormal.term(printed, mean, Math.sqrt(variance), error);
      const byVariance = error.byLogSd / (2 * variance);
      const byLogSd = byVariance * ((2 * sd * sd) / n);
      return { log: log + error.logDensity, counts, byMean: error.byMean, byVariance, byLogSd };
    });
    const byMoments = new Float64Array(3 * nCells);
    const highest = terms.reduce((most, term) => Math.max(most, term?.log ?? -Infinity), -Infinity);
    if (highest === -Infinity) return { value: Infinity, byMoments, byLogSd: 0 };
    let total = 0;
    let byLogSd = 0;
    for (const term of terms) {
      if (!term) continue;
      const share = Math.exp(term.log - highest);
      total += share;
      byLogSd -= share * term.byLogSd;
      term.counts.forEach((count, c) => {
        if (count === 0) return;
        const probability = moments[3 * c]!;
        const byVariance = (share * term.byVariance * count) / (n * n);
        const byMean = (share * term.byMean * count) / n - 2 * means[c]! * byVariance;
        const squares = moments[3 * c + 2]! / probability;
        byMoments[3 * c]! -= (share * count - byMean * means[c]! - byVariance * squares) / probability;
        byMoments[3 * c + 1]! -= byMean / probability;
        byMoments[3 * c + 2]! -= byVariance / probability;
      });
    }
    for (let k = 0; k < byMoments.length; k++) byMoments[k]! /= total;
    return { value: -(highest + Math.log(total)), byMoments, byLogSd: byLogSd / total };
  };
}
