import type { MeanEstimate } from "../inference/random-effects/mean-interval.ts";
import type { RandomEffectsFit } from "../inference/random-effects/random-effects-fit.ts";
import { studentT } from "../math/distributions/student-t.ts";
import type { MeanTest } from "../schema/pooled-result.ts";
import type { PoolSettings } from "./pool-options.ts";

/** The test of 0 that an interval inverts, where it is a t or a normal one. */
export function testOfEstimate({ estimate, standardError, degreesOfFreedom }: MeanEstimate): MeanTest | null {
  if (degreesOfFreedom === null || standardError === 0) return null;
  const statistic = estimate / standardError;
  return {
    statistic,
    degreesOfFreedom: degreesOfFreedom === Infinity ? null : degreesOfFreedom,
    pValue: Math.min(1, 2 * studentT.survival(Math.abs(statistic), degreesOfFreedom)),
  };
}

/**
 * The test of a combination of coefficients by the interval method of the pool; null where it has none.
 *
 * @param contrast What the coefficients are multiplied by; the first alone unless given.
 */
export function meanTest(
  fit: RandomEffectsFit,
  { interval, level }: Pick<PoolSettings, "interval" | "level">,
  contrast?: readonly number[],
): MeanTest | null {
  return testOfEstimate(interval.estimate(fit, level, contrast));
}
