import type { RelapseMass } from "../../../schema/relapse-result.ts";
import type { InnermostIntervals, KnownSpan } from "./innermost-intervals.ts";
import { innermostIntervals } from "./innermost-intervals.ts";
import { type MaximumMasses, maximizeMasses } from "./maximize-masses.ts";

/** An innermost interval with its probability, > 0, and the sum up to its end. */
export interface SpanMass extends KnownSpan {
  probability: number;
  cumulative: number;
}

/** Masses below this are what the search left of 0. */
const DUST = 1e-10;

/** The intervals that have probability, with the fit they come from. */
export interface FittedMasses {
  masses: SpanMass[];
  fit: MaximumMasses;
}

/** The nonparametric maximum of the likelihood of spans, at least one. */
export function fitMasses(spans: readonly KnownSpan[]): FittedMasses {
  const innermost = innermostIntervals(spans);
  const fit = maximizeMasses(innermost);
  return { masses: withProbability(innermost, fit), fit };
}

function withProbability({ intervals }: InnermostIntervals, { masses }: MaximumMasses): SpanMass[] {
  const kept = intervals.flatMap((interval, j) =>
    masses[j]! > DUST ? [{ ...interval, probability: masses[j]! }] : [],
  );
  const total = kept.reduce((sum, { probability }) => sum + probability, 0);
  let before = 0;
  return kept.map((mass, j) => {
    const probability = mass.probability / total;
    before += probability;
    return { ...mass, probability, cumulative: j === kept.length - 1 ? 1 : before };
  });
}

/** The same in a result's shape. */
export function massRows(masses: readonly SpanMass[]): RelapseMass[] {
  return masses.map(({ lower, upper, probability }) => ({
    lower,
    upper: upper === Infinity ? null : upper,
    probability,
  }));
}

/** Cumulative probabilities closer than this are the same. */
const TOLERANCE = 1e-9;

/**
 * Where a quantile lies: in the interval whose mass takes the sum past p; from that of one interval to the end of the
 * next where the sum is p in between.
 *
 * @param p In (0, 1).
 * @returns The relapse is after `lower` and not after `upper`; at `upper` where the two are equal.
 */
export function quantileSpan(masses: readonly SpanMass[], p: number): KnownSpan {
  const reaches = masses.find(({ cumulative }) => cumulative >= p - TOLERANCE)!;
  const passes = masses.find(({ cumulative }) => cumulative >= p + TOLERANCE) ?? masses.at(-1)!;
  return { lower: reaches.lower, upper: passes.upper };
}

/** The least and the largest probability of staying well past a time: with every mass as early, and as late, as can be. */
export function survivalRange(masses: readonly SpanMass[], time: number): { least: number; most: number } {
  let least = 1;
  let most = 1;
  for (const { lower, upper, cumulative } of masses) {
    if (upper <= time) most = 1 - cumulative;
    if (lower < time || upper <= time) least = 1 - cumulative;
  }
  return { least, most };
}
