import { clipped, deviate, type ProportionMethod } from "./proportion-method.ts";

/**
 * Wald's interval: estimate ± z standard errors. For comparison with old papers only: far below its level in few
 * patients, and without any width at 0 of n and n of n.
 *
 * @see Brown, Cai & DasGupta (2001), Stat Sci 16:101–133, section 2. doi:10.1214/ss/1009213286
 * @example
 * wald.interval(18, 22, 0.95).lower; // 0.657013261008365
 */
export const wald: ProportionMethod = {
  name: "wald",
  label: "Wald",
  reference: "Brown, Cai & DasGupta (2001), Stat Sci 16:101–133, section 2",
  guaranteed: false,
  interval(events, n, level) {
    const p = events / n;
    const half = deviate(level) * Math.sqrt((p * (1 - p)) / n);
    if (half > 0) return clipped(p - half, p + half);
    const message = `At ${events} of ${n} Wald's interval has no width, which says nothing about the proportion`;
    return { lower: p, upper: p, warnings: [{ code: "no-width", message }] };
  },
};
