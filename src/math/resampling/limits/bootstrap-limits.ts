import { sortedQuantile } from "../../descriptive/sample-quantile.ts";
import type { BootstrapReplicates } from "../bootstrap.ts";

/** Why a pair of limits doesn't exist. */
export type MissingLimits =
  | "too-few-values"
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
   * @param level Confidence level in (0, 1).
   * @throws {RangeError} when the level is not in (0, 1).
   */
  limits(bootstrap: BootstrapReplicates, level: number): BootstrapLimits;
}

export function missing(reason: MissingLimits): BootstrapLimits {
  return { lower: null, upper: null, reason };
}

/** Quantiles of type 7, in order of size. */
export function limitsBetween(sorted: Float64Array, p: number, q: number): { lower: number; upper: number } {
  return { lower: sortedQuantile(sorted, Math.min(p, q)), upper: sortedQuantile(sorted, Math.max(p, q)) };
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
  if (!Number.isFinite(estimate) || !Number.isFinite(smallest) || !Number.isFinite(largest))
    return "statistic-not-finite";
  return smallest === largest ? "all-replicates-equal" : null;
}
