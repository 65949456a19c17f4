import type { LatticeDistribution } from "./rank-test.ts";

/** Steps of the recursions below that are worth waiting for: a second or two. */
const MOST_STEPS = 2e9;

/** Whole scores (doubled midranks) divided by what all of them share, and that divisor. */
function reduced(scores: readonly number[]): { scores: number[]; unit: number } {
  let unit = 0;
  for (const score of scores) {
    let [a, b] = [score, unit];
    while (b > 0) [a, b] = [b, a % b];
    unit = a;
  }
  return { scores: unit > 1 ? scores.map((score) => score / unit) : [...scores], unit: Math.max(unit, 1) };
}

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
  const { scores: steps, unit } = reduced(scores);
  const largest = [...steps]
    .sort((a, b) => b - a)
    .slice(0, m)
    .reduce((sum, step) => sum + step, 0);
  const width = largest + 1;
  if (n * (m + 1) * width > MOST_STEPS) return null;
  // Row k: probabilities of each sum when k have been chosen so far.
  const table = Array.from({ length: m + 1 }, () => new Float64Array(width));
  table[0]![0] = 1;
  for (let i = 0; i < n; i++) {
    const step = steps[i]!;
    for (let k = Math.min(i, m); k >= 0; k--) {
      const take = (m - k) / (n - i);
      if (take > 1) continue; // too few are left: has no probability
      const row = table[k]!;
      const next = table[k + 1];
      for (let sum = width - 1; sum >= 0; sum--) {
        const probability = row[sum]!;
        if (probability === 0) continue;
        if (next && take > 0) next[sum + step]! += probability * take;
        row[sum] = probability * (1 - take);
      }
    }
  }
  return { smallest: 0, spacing: unit, probabilities: table[m]! };
}

/**
 * The distribution of the sum of those scores whose sign is plus, all signs equally likely.
 *
 * @param scores Whole numbers ≥ 0, such as doubled midranks.
 * @returns null where the recursion would take too long, or 2^−n underflow.
 * @see Streitberg & Röhmel (1986), Statistical Software Newsletter 12:10–17, for the one-sample problem.
 */
export function signedSumDistribution(scores: readonly number[]): LatticeDistribution | null {
  const { scores: steps, unit } = reduced(scores);
  const largest = steps.reduce((sum, step) => sum + step, 0);
  if (scores.length * (largest + 1) > MOST_STEPS || scores.length > 1000) return null;
  const probabilities = new Float64Array(largest + 1);
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
