import type { ProductLimitStep } from "./product-limit.ts";

/** Mean of the time to relapse or to a limit, whichever is first. */
export interface RestrictedMean {
  estimate: number;
  /** 0 where no relapse before the limit leaves a spread. */
  variance: number;
}

/**
 * The restricted mean time to relapse: the area under the curve up to a limit.
 *
 * The variance adds d/(n(n − d)) × (area still to come)² over the relapses up to the limit, as survfit and survRM2 do:
 * the two agree.
 *
 * @param steps Of a product-limit curve.
 * @param until The limit, > 0, in units of the times.
 * @returns null where the curve is unknown before the limit: the last time known is a censoring and lies before it.
 * @see Klein & Moeschberger (2003), Survival Analysis, equations 4.5.1 and 4.5.2; Uno et al. (2014), J Clin Oncol
 * 32:2380–2385 (survRM2). doi:10.1200/JCO.2014.55.2208
 */
export function restrictedMean(steps: readonly ProductLimitStep[], until: number): RestrictedMean | null {
  const last = steps.at(-1);
  if (!last || (last.time < until && last.survival > 0)) return null;
  const before = steps.filter(({ time }) => time <= until);
  let remaining = 0;
  let variance = 0;
  let end = until;
  for (const { time, survival, nAtRisk, nEvents } of before.reverse()) {
    remaining += survival * (end - time);
    if (survival > 0) variance += (remaining * remaining * nEvents) / (nAtRisk * (nAtRisk - nEvents));
    end = time;
  }
  return { estimate: remaining + end, variance };
}
