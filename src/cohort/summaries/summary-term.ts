import { type ErrorTerm, type LatentScore, roundedNormal } from "../../response/likelihood/score-errors.ts";
import type { CohortSummary } from "../../schema/cohort-result.ts";
import { type CellCounts, cellCounts } from "./cell-counts.ts";
import { printedMean } from "./summary-days.ts";

/** −ln of a summary's probability, with its derivatives by the moments of each cell and by the log scatter. */
export interface SummaryTerm {
  value: number;
  byMoments: Float64Array;
  byLogSd: number;
}

/** The moments of each cell, and the mean and the variance of relief in it. */
interface Cells {
  moments: Float64Array;
  means: Float64Array;
  variances: Float64Array;
}

/** What one way of spreading the patients over the cells adds, as a logarithm, with its derivatives. */
interface Way {
  log: number;
  counts: readonly number[];
  byMean: number;
  byVariance: number;
  byLogSd: number;
}

function cellsOf(moments: Float64Array): Cells {
  const nCells = moments.length / 3;
  const means = new Float64Array(nCells);
  const variances = new Float64Array(nCells);
  for (let c = 0; c < nCells; c++) {
    means[c] = moments[3 * c + 1]! / moments[3 * c]!;
    variances[c] = Math.max(0, moments[3 * c + 2]! / moments[3 * c]! - means[c]! ** 2);
  }
  return { moments, means, variances };
}

/** null where a cell that has patients cannot have any. */
function wayOf(
  { counts, logWays }: CellCounts,
  { moments, means, variances }: Cells,
  n: number,
  printed: LatentScore | null,
  sd: number,
): Way | null {
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
  const error: ErrorTerm = { logDensity: 0, byMean: 0, byLogSd: 0 };
  roundedNormal.term(printed, mean, Math.sqrt(variance), error);
  const byVariance = error.byLogSd / (2 * variance);
  const byLogSd = byVariance * ((2 * sd * sd) / n);
  return { log: log + error.logDensity, counts, byMean: error.byMean, byVariance, byLogSd };
}

/** Adds a way's derivatives by the moments, by its share in the sum of all ways. */
function addWay(
  way: Way,
  share: number,
  { moments, means }: Cells,
  n: number,
  byMoments: Float64Array,
): void {
  way.counts.forEach((count, c) => {
    if (count === 0) return;
    const probability = moments[3 * c]!;
    const byVariance = (share * way.byVariance * count) / (n * n);
    const byMean = (share * way.byMean * count) / n - 2 * means[c]! * byVariance;
    const squares = moments[3 * c + 2]! / probability;
    byMoments[3 * c]! -= (share * count - byMean * means[c]! - byVariance * squares) / probability;
    byMoments[3 * c + 1]! -= byMean / probability;
    byMoments[3 * c + 2]! -= byVariance / probability;
  });
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
  const allCounts = cellCounts(n, marks, duration ? 3 : 0);
  const printed = meanRelief ? printedMean(meanRelief) : null;
  return (moments, sd) => {
    const cells = cellsOf(moments);
    const ways = allCounts.map((counts) => wayOf(counts, cells, n, printed, sd));
    const byMoments = new Float64Array(3 * marks.length);
    const highest = ways.reduce((most, way) => Math.max(most, way?.log ?? -Infinity), -Infinity);
    if (highest === -Infinity) return { value: Infinity, byMoments, byLogSd: 0 };
    let total = 0;
    let byLogSd = 0;
    for (const way of ways) {
      if (!way) continue;
      const share = Math.exp(way.log - highest);
      total += share;
      byLogSd -= share * way.byLogSd;
      addWay(way, share, cells, n, byMoments);
    }
    for (let k = 0; k < byMoments.length; k++) byMoments[k]! /= total;
    return { value: -(highest + Math.log(total)), byMoments, byLogSd: byLogSd / total };
  };
}
