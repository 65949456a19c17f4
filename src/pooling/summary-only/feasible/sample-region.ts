import type { GapWeights } from "./order-statistic.ts";
import { meanWeights, quantileRanks, quantileWeights } from "./order-statistic.ts";
import type { PrintedRange } from "./printed-range.ts";

/** A quantile that a report gives: its probability and its value. */
export interface GivenQuantile {
  probability: number;
  value: number;
}

/** What a report says of one sample, as conditions on its ordered values. */
export interface SampleConditions {
  n: number;
  /** Bounds of each value; infinite where there is none. */
  lower: number;
  upper: number;
  quantiles: readonly GivenQuantile[];
  mean?: PrintedRange;
  /** Standard deviation with n − 1. */
  sd?: PrintedRange;
}

/** The conditions as equations over the n + 1 gaps between `lower`, the ordered values and `upper`. */
export interface SampleRegion {
  n: number;
  lower: number;
  upper: number;
  /** True where a bound stands in for none, far beyond any sample that the rest determines. */
  lowerOpen: boolean;
  upperOpen: boolean;
  /** Gaps that may be above zero. */
  gaps: number[];
  /** Gaps at the edge of a value that a given quantile is made of; the others are zero in the sample of the least spread. */
  edges: number[];
  /** The same where minimum, median and maximum are looked at too. */
  allEdges: number[];
  /** Equations that hold: their weights and right sides, less the lower bound. */
  equations: { weights: GapWeights; value: number }[];
  /** Ends of the mean less the lower bound. */
  mean: PrintedRange;
  /** Ends of the squared standard deviation times n − 1. */
  squares: PrintedRange;
  /** How far an equation may be off. */
  tolerance: number;
}

function scaleOf({ lower, upper, quantiles, mean, sd }: SampleConditions): number {
  const numbers = [lower, upper, ...quantiles.map(({ value }) => value), mean?.lower, mean?.upper, sd?.upper];
  return (
    Math.max(...numbers.map((x) => (Number.isFinite(x) ? Math.abs(x as number) : 0)), Number.MIN_VALUE) || 1
  );
}

/** Gaps on both sides of the ranks that these quantiles are made of, and the two at the ends. */
function edgesOf(n: number, probabilities: readonly number[]): number[] {
  const ranks = probabilities.flatMap((p) => quantileRanks(n, p));
  return [...new Set([0, n, ...ranks.flatMap((rank) => [rank - 1, rank])])];
}

/**
 * Writes the conditions as a polytope: gaps ≥ 0 that fill the space between the bounds, an equation for each quantile, a slab for
 * the mean and a shell for the sum of squares about it.
 */
export function sampleRegion(conditions: SampleConditions): SampleRegion {
  const { n, quantiles, mean, sd } = conditions;
  const scale = scaleOf(conditions);
  const minimum = quantiles.find(({ probability }) => probability === 0)?.value;
  const maximum = quantiles.find(({ probability }) => probability === 1)?.value;
  const far = 64 * n * scale;
  const lower = minimum ?? (Number.isFinite(conditions.lower) ? conditions.lower : -far);
  const upper = maximum ?? (Number.isFinite(conditions.upper) ? conditions.upper : far);
  const given = quantiles.filter(({ probability }) => probability > 0 && probability < 1);
  const gaps = Array.from({ length: n + 1 }, (_, gap) => gap).filter(
    (gap) => !((gap === 0 && minimum !== undefined) || (gap === n && maximum !== undefined)),
  );
  const probabilities = quantiles.map(({ probability }) => probability);
  const movable = (gap: number): boolean => gaps.includes(gap);
  return {
    n,
    lower,
    upper,
    lowerOpen: minimum === undefined && !Number.isFinite(conditions.lower),
    upperOpen: maximum === undefined && !Number.isFinite(conditions.upper),
    gaps,
    edges: edgesOf(n, probabilities).filter(movable),
    allEdges: edgesOf(n, [0, 0.5, 1, ...probabilities]).filter(movable),
    equations: [
      { weights: () => 1, value: upper - lower },
      ...given.map(({ probability, value }) => ({
        weights: quantileWeights(n, probability),
        value: value - lower,
      })),
    ],
    mean: mean
      ? { lower: mean.lower - lower, upper: mean.upper - lower }
      : { lower: Number.NEGATIVE_INFINITY, upper: Number.POSITIVE_INFINITY },
    squares: sd
      ? { lower: (n - 1) * Math.max(sd.lower, 0) ** 2, upper: (n - 1) * sd.upper ** 2 }
      : { lower: 0, upper: Number.POSITIVE_INFINITY },
    tolerance: 1e-9 * scale,
  };
}

/** Equations as rows over all n + 1 gaps; with `mean`, one more that holds the mean there. */
export function regionRows({ n, equations }: SampleRegion, mean?: number): Float64Array[] {
  const all = mean === undefined ? equations : [...equations, { weights: meanWeights(n), value: mean }];
  return all.map(({ weights, value }) =>
    Float64Array.from({ length: n + 2 }, (_, gap) => (gap <= n ? weights(gap) : value)),
  );
}

/**
 * What two gaps share in the sum of squares about the mean: Σ (xᵢ − x̄)² = Σ Σ d_p d_q K(p, q) with K = p(n − q)/n at p ≤ q.
 */
export function sharedSquares(n: number, p: number, q: number): number {
  return (Math.min(p, q) * (n - Math.max(p, q))) / n;
}
