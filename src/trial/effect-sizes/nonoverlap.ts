/** All pairs of a baseline and a treatment score. */
export interface Nonoverlap {
  /** Share of pairs in which the treatment score is better, ties counted half. */
  share: number;
  nPairs: number;
  nBetter: number;
  nTied: number;
  /** Mean over pairs of 1, ½ or 0 for better, tied, worse: squared, and the mean squares of its means over either phase. */
  meanSquare: number;
  baselineMeanSquare: number;
  treatmentMeanSquare: number;
}

/**
 * Compares every treatment score with every baseline score.
 *
 * @param baseline Scores, higher is better; at least one.
 * @param treatment Scores, higher is better; at least one.
 */
export function nonoverlap(baseline: readonly number[], treatment: readonly number[]): Nonoverlap {
  const [m, n] = [baseline.length, treatment.length];
  const rows = new Array<number>(m).fill(0);
  const columns = new Array<number>(n).fill(0);
  let nBetter = 0;
  let nTied = 0;
  for (let i = 0; i < m; i++) {
    for (let j = 0; j < n; j++) {
      const won = treatment[j]! > baseline[i]! ? 1 : treatment[j] === baseline[i] ? 0.5 : 0;
      if (won === 1) nBetter++;
      if (won === 0.5) nTied++;
      rows[i]! += won;
      columns[j]! += won;
    }
  }
  const squares = (sums: number[]): number => sums.reduce((total, sum) => total + sum * sum, 0);
  return {
    share: (nBetter + 0.5 * nTied) / (m * n),
    nPairs: m * n,
    nBetter,
    nTied,
    meanSquare: (nBetter + 0.25 * nTied) / (m * n),
    baselineMeanSquare: squares(rows) / (m * n * n),
    treatmentMeanSquare: squares(columns) / (m * m * n),
  };
}
