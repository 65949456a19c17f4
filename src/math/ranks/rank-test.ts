import { normalCdf, normalSurvival } from "../special/normal-tails.ts";

/** Where the other hypothesis lies: the statistic is larger than without an effect, smaller, or either. */
export type Alternative = "two-sided" | "greater" | "less";

/** Why there is no p-value. */
export type MissingPValue = "too-many-arrangements" | "no-spread";

/** What a rank test found. */
export interface RankTest {
  statistic: number;
  /** What the statistic would be on average without an effect. */
  expected: number;
  /** null where it could not be computed, with the reason. */
  pValue: number | null;
  reason: MissingPValue | null;
  /** Exact: by the distribution over all equally likely arrangements of the ranks, ties and all. */
  method: "exact" | "normal";
}

/** Probabilities of the equally spaced values of a statistic. */
export interface LatticeDistribution {
  smallest: number;
  spacing: number;
  probabilities: Float64Array;
}

/** Share of a lattice step by which a value may miss its place. */
const ROUNDING = 1e-6;

/** What tests take besides the data. */
export interface RankTestOptions {
  /** Two-sided unless given. */
  alternative?: Alternative;
  /** Asks for the normal approximation in place of the exact distribution. */
  approximate?: boolean;
}

/** The probability of at least (side 1) or at most (side −1) a value, which need not be one of the lattice. */
function tail(
  { smallest, spacing, probabilities }: LatticeDistribution,
  value: number,
  side: 1 | -1,
): number {
  const place = (value - smallest) / spacing;
  const last = probabilities.length - 1;
  let sum = 0;
  // From the far end, where the terms are smallest.
  if (side > 0) for (let i = last; i >= Math.max(place - ROUNDING, 0); i--) sum += probabilities[i]!;
  else for (let i = 0; i <= Math.min(place + ROUNDING, last); i++) sum += probabilities[i]!;
  return sum;
}

/**
 * The p-value of a statistic by its distribution.
 *
 * Two-sided: the probability of a value at least as far from the expectation, on either side. Where the distribution is
 * symmetric, as without ties, that is twice the smaller tail, at most 1.
 */
export function exactPValue(
  distribution: LatticeDistribution,
  statistic: number,
  expected: number,
  alternative: Alternative,
): number {
  if (alternative !== "two-sided")
    return Math.min(1, tail(distribution, statistic, alternative === "greater" ? 1 : -1));
  const distance = Math.abs(statistic - expected);
  if (distance === 0) return 1;
  return Math.min(
    1,
    tail(distribution, expected + distance, 1) + tail(distribution, expected - distance, -1),
  );
}

/**
 * The p-value of a statistic taken as normal; null where it has no spread.
 *
 * @param continuity Half the distance between the statistic's values, by which it is moved towards its expectation; 0
 * for none. Two-sided: twice the smaller tail, as in R.
 */
export function normalPValue(
  statistic: number,
  expected: number,
  variance: number,
  continuity: number,
  alternative: Alternative,
): number | null {
  if (!(variance > 0)) return null;
  const difference = statistic - expected;
  const towards = { greater: 1, less: -1, "two-sided": Math.sign(difference) }[alternative];
  const z = (difference - towards * continuity) / Math.sqrt(variance);
  if (alternative === "greater") return normalSurvival(z);
  if (alternative === "less") return normalCdf(z);
  return Math.min(1, 2 * Math.min(normalSurvival(z), normalCdf(z)));
}
