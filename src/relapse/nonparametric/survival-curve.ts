import type { SurvivalBand, SurvivalPoint } from "../../schema/relapse-result.ts";
import type { ProductLimitStep } from "./product-limit.ts";
import type { SurvivalBandMethod } from "./survival-bands/survival-band.ts";
import type { SurvivalLimits } from "./survival-limits/survival-limits.ts";

/**
 * The points of a product-limit curve from time 0 on, with pointwise limits.
 *
 * At time 0 everyone is well. Where the curve is still 1 or has come down to 0 it has no standard error, since
 * Greenwood's formula then has no spread to go by, and no limits.
 *
 * @param deviate How many standard errors on either side.
 */
export function survivalPoints(
  steps: readonly ProductLimitStep[],
  interval: SurvivalLimits,
  deviate: number,
): SurvivalPoint[] {
  const start = { time: 0, survival: 1, standardError: 0, lower: 1, upper: 1 };
  const later = steps.filter(({ time }) => time > 0);
  return [
    start,
    ...later.map(({ time, survival, varianceOfLog }): SurvivalPoint => {
      if (survival === 1 || survival === 0)
        return { time, survival, standardError: null, lower: null, upper: null };
      const errorOfLog = Math.sqrt(varianceOfLog);
      return {
        time,
        survival,
        standardError: survival * errorOfLog,
        ...interval.limits(survival, errorOfLog, deviate),
      };
    }),
  ];
}

/**
 * A simultaneous band from the first relapse to the last one that leaves anyone well.
 *
 * @param n Number of courses.
 * @returns Without points where no relapse leaves anyone well.
 * @see Klein & Moeschberger (2003), Survival Analysis, section 4.4: σ² is Greenwood's sum and a = nσ²/(1 + nσ²).
 */
export function survivalBand(
  steps: readonly ProductLimitStep[],
  n: number,
  level: number,
  band: SurvivalBandMethod,
  interval: SurvivalLimits,
): SurvivalBand {
  const inside = steps.filter(({ survival }) => survival < 1 && survival > 0);
  const shares = inside.map(({ varianceOfLog }) => (n * varianceOfLog) / (1 + n * varianceOfLog));
  const { name, label } = band;
  if (inside.length === 0) return { band: name, label, points: [] };
  const multiple = band.criticalValue(level, shares[0]!, shares.at(-1)!);
  const points = inside.map(({ time, survival, varianceOfLog }) => ({
    time,
    ...interval.limits(survival, band.errorOfLog(varianceOfLog, n), multiple),
  }));
  return { band: name, label, points };
}
