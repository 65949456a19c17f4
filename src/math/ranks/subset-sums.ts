import type { LatticeDistribution } from "./rank-test.ts";

/** Steps of the recursions that are worth waiting for: some tenths of a second. */
export const MOST_STEPS = 3e8;

/** Whole scores (doubled midranks) divided by what all of them share, and that divisor. */
function reduced(scores: readonly number[]): { steps: number[]; unit: number } {
  let unit = 0;
  for (const score of scores) {
    let [a, b] = [score, unit];
    while (b > 0) [a, b] = [b, a % b];
    unit = a;
  }
  unit = Math.max(unit, 1);
  return { steps: scores.map((score) => score / unit), unit };
}

const total = (steps: readonly number[]): number => steps.reduce((sum, step) => sum + step, 0);

/**
 * The distribution of the sum of m of the scores, all choices equally likely: the shift algorithm.
 *
 * Goes through the scores and takes each with the chance that it has given how many are still wanted, so that all
 * terms are probabilities: nothing overflows and nothing cancels.
 *
 * @param scores Whole numbers ≥ 0, such as doubled midranks.
 * @param m How many are chosen.
 * @returns null where the recursion would take too long.
 * @see Streitberg & Röhmel (1986), Statistical Software Newsletter 12:10–17; Pagano & Tritchler (1983), J Am Stat Assoc
 * 78:435–440, section 3. doi:10.1080/01621459.1983.10477990
 */
export function subsetSumDistribution(scores: readonly number[], m: number): LatticeDistribution | null {
  const n = scores.length;
  const { steps, unit } = reduced(scores);
  const width = 1 + total([...steps].sort((a, b) => b - a).slice(0, m));
  if (n * (m + 1) * width > MOST_STEPS) return null;
  // Row k: probabilities of each sum when k have been chosen so far.
  const table = Array.from({ length: m + 1 }, () => new Float64Array(width));
  table[0]![0] = 1;
  steps.forEach((step, i) => {
    // With fewer chosen than m − (n − i) too few would be left.
    for (let k = Math.min(i, m); k >= Math.max(0, m - n + i); k--) {
      const take = (m - k) / (n - i);
      const leave = (n - i - m + k) / (n - i);
      const row = table[k]!;
      const next = table[k + 1];
      for (let sum = 0; sum < width; sum++) {
        const probability = row[sum]!;
        if (probability === 0) continue;
        if (next) next[sum + step]! += probability * take;
        row[sum] = probability * leave;
      }
    }
  });
  return { smallest: 0, spacing: unit, probabilities: table[m]! };
}

/**
 * The distribution of the sum of those scores whose sign is plus, all signs equally likely.
 *
 * @param scores Whole numbers ≥ 0, such as doubled midranks.
 * @returns null where the recursion would take too long.
 * @see Streitberg & Röhmel (1986), Statistical Software Newsletter 12:10–17, for the one-sample problem.
 */
export function signedSumDistribution(scores: readonly number[]): LatticeDistribution | null {
  const { steps, unit } = reduced(scores);
  const width = 1 + total(steps);
  if (scores.length * width > MOST_STEPS) return null;
  const probabilities = new Float64Array(width);
  probabilities[0] = 1;
  let reached = 0;
  for (const step of steps) {
    reached += step;
    for (let sum = reached; sum >= 0; sum--) {
      probabilities[sum] = 0.5 * (probabilities[sum]! + (sum >= step ? probabilities[sum - step]! : 0));
    }
  }
  return { smallest: 0, spacing: unit, probabilities };
}
