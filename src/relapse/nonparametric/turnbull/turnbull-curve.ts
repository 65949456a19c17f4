import type { SurvivalPoint } from "../../../schema/relapse-result.ts";
import { noLimits, percentileLimits } from "./bootstrapped-masses.ts";
import { type SpanMass, survivalRange } from "./relapse-masses.ts";

/**
 * The curve at time 0 and at the ends of the masses, where it is defined; between the ends of one mass it is not.
 *
 * Limits are percentiles over the resamples, each as low and as high as its own masses allow. There are none where the
 * curve is still 1 or has come down to 0: that resamples agree there is no certainty.
 */
export function turnbullCurve(
  masses: readonly SpanMass[],
  resamples: readonly SpanMass[][],
  level: number,
): SurvivalPoint[] {
  const ends = masses.flatMap(({ lower, upper }) => [lower, upper]).filter((time) => time < Infinity);
  const times = [...new Set([0, ...ends])].sort((a, b) => a - b);
  return times.map((time): SurvivalPoint => {
    const survival = survivalRange(masses, time).least;
    if (time === 0) return { time, survival, standardError: 0, lower: 1, upper: 1 };
    const ranges = resamples.map((resample) => survivalRange(resample, time));
    const limits =
      ranges.length === 0 || survival === 1 || survival === 0
        ? noLimits
        : percentileLimits(
            ranges.map(({ least }) => least),
            ranges.map(({ most }) => most),
            level,
          );
    return { time, survival, standardError: null, ...limits };
  });
}
