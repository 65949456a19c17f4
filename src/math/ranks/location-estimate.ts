import { sortedQuantile } from "../descriptive/sample-quantile.ts";
import { sortAscending } from "../resampling/sort-ascending.ts";
import type { LatticeDistribution } from "./rank-test.ts";

/** Why there are no limits: no test of so few values reaches the level, or its distribution would take too long. */
export type MissingLocationLimits = "too-few-values" | "too-many-arrangements";

/** A location with the limits that a rank test does not reject. */
export interface LocationEstimate {
  /** The Hodges–Lehmann estimate, in units of the values. */
  estimate: number;
  /** Closed limits; null where there are none, with the reason. */
  lower: number | null;
  upper: number | null;
  /** The probability that the limits hold the location: at least the level asked for, and more than this with ties. */
  coverage: number | null;
  reason: MissingLocationLimits | null;
}

/** Share of a tail by which its last digits may exceed what is allowed: 1 − .9 is not quite 2/20. */
const ROUNDING = 1e-9;

/** How many candidates may be left out on either side, and the probability that this loses the location on one. */
function trimmed({ probabilities }: LatticeDistribution, level: number): { nOutside: number; tail: number } {
  const allowed = 0.5 * (1 - level) * (1 + ROUNDING);
  let tail = 0;
  let nOutside = 0;
  while (tail + probabilities[nOutside]! <= allowed) tail += probabilities[nOutside++]!;
  return { nOutside, tail };
}

/**
 * The median of the candidates for a location, and limits between them.
 *
 * @param candidates As many as the largest value of the statistic, which counts those above the location.
 * @param distribution The statistic's distribution without ties, on whole numbers from 0. The limits are closed, so that
 * ties can only add to their coverage.
 * @param level In (0, 1).
 * @throws {RangeError} when the level is not.
 * @see Lehmann (1963), Ann Math Stat 34:1507–1512, doi:10.1214/aoms/1177703882; Noether (1967), J Am Stat Assoc 62:184–188
 * (ties).
 */
export function locationEstimate(
  candidates: Float64Array<ArrayBuffer>,
  distribution: LatticeDistribution | null,
  level: number,
): LocationEstimate {
  if (!(level > 0 && level < 1)) throw new RangeError(`A confidence level must lie in (0, 1), got ${level}`);
  const sorted = sortAscending(candidates);
  const none = { estimate: sortedQuantile(sorted, 0.5), lower: null, upper: null, coverage: null };
  if (!distribution) return { ...none, reason: "too-many-arrangements" };
  const { nOutside, tail } = trimmed(distribution, level);
  if (nOutside === 0) return { ...none, reason: "too-few-values" };
  return {
    estimate: none.estimate,
    lower: sorted[nOutside - 1]!,
    upper: sorted.at(-nOutside)!,
    coverage: 1 - 2 * tail,
    reason: null,
  };
}
