import type { Estimate } from "../../schema/estimate.ts";
import type { RestrictedMean } from "./restricted-mean.ts";

/** `1 day`, `180 days`. */
export function timeInWords(time: number, timeUnit: string): string {
  return `${time} ${timeUnit}${time === 1 ? "" : "s"}`;
}

/**
 * The row of a restricted mean, with normal limits cut at 0 and at the limit of time.
 *
 * @param mean null where it is unknown; without a spread it has neither standard error nor limits.
 * @param until null where no time is known at all.
 */
export function restrictedMeanRow(
  mean: RestrictedMean | null,
  until: number | null,
  { level, timeUnit, deviate }: { level: number; timeUnit: string; deviate: number },
): Estimate {
  const names = {
    parameter: "restrictedMean",
    label: until === null ? "Mean time well" : `Mean time well within ${timeInWords(until, timeUnit)}`,
    unit: timeUnit,
    estimate: mean?.estimate ?? null,
  };
  if (mean === null || until === null || mean.variance === 0)
    return { ...names, standardError: null, lower: null, upper: null, level, method: "wald", bound: "open" };
  const standardError = Math.sqrt(mean.variance);
  return {
    ...names,
    standardError,
    lower: Math.max(0, mean.estimate - deviate * standardError),
    upper: Math.min(until, mean.estimate + deviate * standardError),
    level,
    method: "wald",
    bound: "closed",
  };
}
