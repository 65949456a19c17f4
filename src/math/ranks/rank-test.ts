import { normalCdf, normalSurvival } from "../special/normal-tails.ts";

/** Where the other hypothesis lies: the statistic is larger than without an effect, smaller, or either. */
export type Alternative = "two-sided" | "greater" | "less";

/** Why there is no p-value: the exact one asked for would take too long, or the statistic can't vary. */
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

/** What tests take besides the data. */
export interface RankTestOptions {
  /** Two-sided unless given. */
  alternative?: Alternative;
  /** True asks for the exact p-value or none, false for the normal one. Unless given: exact where it takes no second. */
  exact?: boolean;
}

/** Probabilities of the equally spaced values of a statistic. */
export interface LatticeDistribution {
  smallest: number;
  spacing: number;
  probabilities: Float64Array;
}

/** What is known of a statistic when there is no effect. */
export interface NullLaw {
  expected: number;
  variance: number;
  /** Half the distance between the statistic's values without ties, by which it is moved towards its expectation. */
  continuity: number;
  /** null where it would take too long. */
  distribution: () => LatticeDistribution | null;
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
  if (side > 0) for (let i = last; i >= Math.max(place, 0); i--) sum += probabilities[i]!;
  else for (let i = 0; i <= Math.min(place, last); i++) sum += probabilities[i]!;
  return sum;
}

function exactPValue(
  distribution: LatticeDistribution,
  statistic: number,
  expected: number,
  alternative: Alternative,
): number {
  if (alternative === "greater") return Math.min(1, tail(distribution, statistic, 1));
  if (alternative === "less") return Math.min(1, tail(distribution, statistic, -1));
  const distance = Math.abs(statistic - expected);
  if (distance === 0) return 1;
  const upper = tail(distribution, expected + distance, 1);
  return Math.min(1, upper + tail(distribution, expected - distance, -1));
}

function normalPValue(
  statistic: number,
  { expected, variance, continuity }: NullLaw,
  alternative: Alternative,
): number | null {
  if (!(variance > 0)) return null;
  const difference = statistic - expected;
  const towards = { greater: 1, less: -1, "two-sided": Math.sign(difference) }[alternative];
  const z = (difference - towards * continuity) / Math.sqrt(variance);
  if (alternative === "greater") return normalSurvival(z);
  if (alternative === "less") return normalCdf(z);
  return Math.min(1, 2 * normalSurvival(Math.abs(z)));
}

/**
 * Tests a statistic by what is known of it without an effect.
 *
 * Two-sided: the probability of a value at least as far from the expectation, on either side. Where the distribution is
 * symmetric, as without ties, that is twice the smaller tail, at most 1.
 */
export function testStatistic(
  statistic: number,
  law: NullLaw,
  { alternative = "two-sided", exact }: RankTestOptions,
): RankTest {
  const { expected } = law;
  const distribution = exact === false ? null : law.distribution();
  if (distribution) {
    const pValue = exactPValue(distribution, statistic, expected, alternative);
    return { statistic, expected, pValue, reason: null, method: "exact" };
  }
  if (exact) return { statistic, expected, pValue: null, reason: "too-many-arrangements", method: "exact" };
  const pValue = normalPValue(statistic, law, alternative);
  return { statistic, expected, pValue, reason: pValue === null ? "no-spread" : null, method: "normal" };
}
