import { studentT } from "../math/distributions/student-t.ts";
import type { MeanTest } from "../schema/pooled-result.ts";
import type { PoolSettings } from "./pool-options.ts";
import type { RandomEffectsFit } from "./random-effects-fit.ts";

/**
 * The test that the interval of a combination of coefficients inverts, where it is a t or a normal one.
 *
 * @param contrast What the coefficients are multiplied by; the first alone unless given.
 */
export function meanTest(
  fit: RandomEffectsFit,
  { interval, level }: Pick<PoolSettings, "interval" | "level">,
  contrast?: readonly number[],
): MeanTest | null {
  const { estimate, standardError, degreesOfFreedom } = interval.estimate(fit, level, contrast);
  if (degreesOfFreedom === null || standardError === 0) return null;
  const statistic = estimate / standardError;
  return {
    statistic,
    degreesOfFreedom: degreesOfFreedom === Infinity ? null : degreesOfFreedom,
    pValue: Math.min(1, 2 * studentT.survival(Math.abs(statistic), degreesOfFreedom)),
  };
}
