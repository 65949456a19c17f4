import { sortedQuantile } from "../../descriptive/sample-quantile.ts";
import type { BootstrapReplicates } from "../bootstrap.ts";

/** Why a pair of limits doesn't exist. */
export type MissingLimits =
  | "too-few-values"
  | "too-few-resamples"
  | "statistic-not-finite"
  | "all-replicates-equal"
  | "no-standard-error"
  | "resamples-without-spread"
  | "acceleration-undefined"
  | "bias-beyond-resamples";

/** Both limits, or null and the reason. */
export type BootstrapLimits =
  | { lower: number; upper: number; reason: null }
  | { lower: null; upper: null; reason: MissingLimits };

/** A way to take limits from replicates. */
export interface BootstrapLimitsMethod {
  readonly name: string;
  readonly reference: string;
  /**
   * @param level Confidence level in (0, 1), half of the rest on either side.
   * @throws {RangeError} when the level is not in (0, 1).
   */
  limits(bootstrap: BootstrapReplicates, level: number): BootstrapLimits;
}

export function missing(reason: MissingLimits): BootstrapLimits {
  return { lower: null, upper: null, reason };
}

/**
 * Quantiles of type 7 with the given probabilities outside. R replicates have R + 1 gaps about them, equally likely to
 * hold the next one; a tail of less than one gap lies beyond them.
 */
export function tailLimits(
  sorted: Float64Array,
  lowerTail: number,
  upperTail: number = lowerTail,
): BootstrapLimits {
  if ((sorted.length + 1) * Math.min(lowerTail, upperTail) < 1 - 1e-9) return missing("too-few-resamples");
  const lower = sortedQuantile(sorted, lowerTail);
  return { lower, upper: sortedQuantile(sorted, 1 - upperTail), reason: null };
}

/** Where the limits come to lie when the axis is turned round, scaled, and its zero put at the center. */
export function mirrored(limits: BootstrapLimits, center: number, scale: number): BootstrapLimits {
  if (limits.reason) return limits;
  return { lower: center - scale * limits.upper, upper: center - scale * limits.lower, reason: null };
}

/** What no method can take limits from: null where there is no such obstacle. */
export function obstacle(
  { values, estimate, replicates }: BootstrapReplicates,
  level: number,
): MissingLimits | null {
  if (!(level > 0 && level < 1)) throw new RangeError(`A confidence level must lie in (0, 1), got ${level}`);
  if (values.length < 2) return "too-few-values";
  const smallest = replicates[0]!;
  const largest = replicates.at(-1)!; // where the sort leaves NaN
  if (![estimate, smallest, largest].every(Number.isFinite)) return "statistic-not-finite";
  return smallest === largest ? "all-replicates-equal" : null;
}
