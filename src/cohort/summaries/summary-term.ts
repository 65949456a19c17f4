import { type ErrorTerm, roundedNormal } from "../../response/likelihood/score-errors.ts";
import type { CohortSummary } from "../../schema/cohort-summary.ts";
import { type CellCounts, cellCounts } from "./cell-counts.ts";
import { type PrintedMean, printedMean } from "./summary-days.ts";

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
  /** The mean of the patients' expected relief. */
  mean: number;
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

/**
 * null where a cell that has patients cannot have any.
 *
 * Weights of squared variation q, spread over the patients at random, leave the mean of n reliefs as it is, multiply the
 * variance within the cells by 1 + q (n − 1)/n, and add q/n² Σ (mᵢ − m̄)² for the patients' expected reliefs m.
 */
function wayOf(
  { counts, logWays }: CellCounts,
  { moments, means, variances }: Cells,
  n: number,
  printed: PrintedMean | null,
  sd: number,
): Way | null {
  if (counts.some((count, c) => count > 0 && !(moments[3 * c]! > 0))) return null;
  let log = logWays;
  counts.forEach((count, c) => {
    if (count > 0) log += count * Math.log(moments[3 * c]!);
  });
  if (!printed) return { log, counts, mean: 0, byMean: 0, byVariance: 0, byLogSd: 0 };
  const mean = counts.reduce((sum, count, c) => (count === 0 ? sum : sum + (count / n) * means[c]!), 0);
  const { variation } = printed;
  const within = 1 + (variation * (n - 1)) / n;
  let variance = (sd * sd) / n;
  counts.forEach((count, c) => {
    if (count === 0) return;
    variance += (count / (n * n)) * (within * variances[c]! + variation * (means[c]! - mean) ** 2);
  });
  const error: ErrorTerm = { logDensity: 0, byMean: 0, byLogSd: 0 };
  roundedNormal.term(printed, mean, Math.sqrt(variance), error);
  const byVariance = error.byLogSd / (2 * variance);
  const byLogSd = byVariance * ((2 * sd * sd) / n);
  return { log: log + error.logDensity, counts, mean, byMean: error.byMean, byVariance, byLogSd };
}

/** Adds a way's derivatives by the moments, by its share in the sum of all ways. */
function addWay(
  way: Way,
  share: number,
  { moments, means }: Cells,
  n: number,
  variation: number,
  byMoments: Float64Array,
): void {
  const within = 1 + (variation * (n - 1)) / n;
  way.counts.forEach((count, c) => {
    if (count === 0) return;
    const probability = moments[3 * c]!;
    const byOwn = (share * way.byVariance * count) / (n * n);
    const byVariance = within * byOwn;
    const between = 2 * variation * (means[c]! - way.mean) * byOwn;
    const byMean = (share * way.byMean * count) / n + between - 2 * means[c]! * byVariance;
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
      addWay(way, share, cells, n, printed?.variation ?? 0, byMoments);
    }
    for (let k = 0; k < byMoments.length; k++) byMoments[k]! /= total;
    return { value: -(highest + Math.log(total)), byMoments, byLogSd: byLogSd / total };
  };
}
