import { normal } from "../../math/distributions/normal.ts";
import type { Warning } from "../../schema/provenance.ts";

/** How precise an estimate is. */
export interface Limits {
  standardError: number | null;
  /** null where there is no limit. */
  lower: number | null;
  upper: number | null;
  /** Name of the interval method; `none` where there is none. */
  method: string;
  warnings: Warning[];
}

/** The normal quantile of a two-sided level, such as 1.96. */
export function deviate(level: number): number {
  return normal.survivalQuantile(0.5 * (1 - level));
}

/** No standard error and no limits, with the reason. */
export function noLimits(code: string, message: string): Limits {
  return { standardError: null, lower: null, upper: null, method: "none", warnings: [{ code, message }] };
}

/** No limits since the sampling distribution is unknown. */
export function noKnownSpread(label: string): Limits {
  const message = `No standard error of ${label} is known, so there are no limits; NAP and Tau have both`;
  return noLimits("no-known-standard-error", message);
}

/**
 * The estimate plus and minus a normal deviate of its standard error, cut to what the measure can be.
 *
 * @param standardError null, 0 or not finite where there is none: then there are no limits, and a warning says so.
 * @param range The smallest and the largest possible value.
 */
export function normalLimits(
  estimate: number,
  standardError: number | null,
  level: number,
  range: readonly [number, number] = [-Infinity, Infinity],
): Limits {
  if (standardError === null || !Number.isFinite(standardError) || standardError <= 0) {
    const message =
      "The scores do not vary enough for a standard error, or there are too few of them, so there are no limits";
    return noLimits("no-standard-error", message);
  }
  const half = deviate(level) * standardError;
  const [lower, upper] = [estimate - half, estimate + half];
  const [least, most] = range;
  const limits = {
    standardError,
    lower: Math.max(lower, least),
    upper: Math.min(upper, most),
    method: "normal",
  };
  if (lower >= least && upper <= most) return { ...limits, warnings: [] };
  const message = `The method's own limits, ${lower.toPrecision(4)} and ${upper.toPrecision(4)}, go beyond what the measure can be and were cut there`;
  return { ...limits, warnings: [{ code: "limits-clipped", message }] };
}
