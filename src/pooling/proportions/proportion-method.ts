import { normalDeviate } from "../../math/special/normal-quantile.ts";
import type { Warning } from "../../schema/provenance.ts";

/** Limits of a proportion in [0, 1]. */
export interface ProportionLimits {
  /** null where the method has none. */
  lower: number | null;
  upper: number | null;
  /** What was done to the limits, or why there are none; absent where there is nothing to say. */
  warnings?: Warning[];
}

/** A way to an interval for one proportion. */
export interface ProportionMethod {
  readonly name: string;
  readonly label: string;
  readonly reference: string;
  /** True where no proportion is covered less often than the level says. */
  readonly guaranteed: boolean;
  /**
   * @param events Whole number in [0, n].
   * @param n Patients; whole, at least 1.
   * @param level Two-sided level in (0, 1), half of the rest on either side, also at 0 of n and n of n.
   */
  interval(events: number, n: number, level: number): ProportionLimits;
}

/** The normal quantile of a two-sided level, such as 1.96. */
export function deviate(level: number): number {
  return normalDeviate(0.5 * (1 - level), true);
}

/**
 * Both limits from the lower one: the upper limit of the events is 1 less the lower limit of the non-events.
 *
 * @param lower Lower limit of `events` in n.
 */
export function byComplement(
  lower: (events: number, n: number, level: number) => number,
): ProportionMethod["interval"] {
  return (events, n, level) => ({
    lower: lower(events, n, level),
    upper: 1 - lower(n - events, n, level),
  });
}

/** Limits cut to [0, 1], with a warning where that changed one. */
export function clipped(lower: number, upper: number): ProportionLimits {
  if (lower >= 0 && upper <= 1) return { lower, upper };
  const message = `The method's own limits, ${lower.toPrecision(4)} and ${upper.toPrecision(4)}, go beyond what a proportion can be and were cut to [0, 1]`;
  return {
    lower: Math.max(0, lower),
    upper: Math.min(1, upper),
    warnings: [{ code: "limits-clipped", message }],
  };
}
