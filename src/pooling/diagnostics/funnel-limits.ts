import { criticalValue } from "../../inference/random-effects/mean-interval.ts";
import type { FunnelLimit } from "../../schema/funnel-result.ts";

/** Levels of the contours. */
const LEVELS = [0.9, 0.95, 0.99];

/** The sides of the funnels around the mean and around no effect: each a line from standard error 0 to the largest. */
export function funnelLimits(mean: number, largest: number): FunnelLimit[] {
  const centers = [
    { center: "mean", value: mean },
    { center: "no-effect", value: 0 },
  ] as const;
  return centers.flatMap(({ center, value }) =>
    LEVELS.flatMap((level) => {
      const z = criticalValue(level, Infinity);
      return [0, largest].map((standardError) => ({
        center,
        level,
        standardError,
        lower: value - z * standardError,
        upper: value + z * standardError,
      }));
    }),
  );
}
