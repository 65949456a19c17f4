import { deviate, type ProportionLimits, type ProportionMethod } from "./proportion-method.ts";

const logistic = (x: number): number => 1 / (1 + Math.exp(-x));

/** Normal limits on the logit scale from counts, which need not be whole. */
export function logitLimits(events: number, others: number, level: number): ProportionLimits {
  const center = Math.log(events / others);
  const half = deviate(level) * Math.sqrt(1 / events + 1 / others);
  return { lower: logistic(center - half), upper: logistic(center + half) };
}

/**
 * Logit interval: normal on the scale of the log odds. There is none at 0 of n and n of n, where the log odds are infinite.
 * Next to these its standard error grows so fast that one event more can move a limit down.
 *
 * @see Brown, Cai & DasGupta (2001), Stat Sci 16:101–133, section 4.1.1. doi:10.1214/ss/1009213286
 * @example
 * logit.interval(18, 22, 0.95).lower; // 0.603642736078895
 */
export const logit: ProportionMethod = {
  name: "logit",
  label: "Logit",
  reference: "Brown, Cai & DasGupta (2001), Stat Sci 16:101–133, section 4.1.1",
  guaranteed: false,
  interval(events, n, level) {
    if (events > 0 && events < n) return logitLimits(events, n - events, level);
    const message = `At ${events} of ${n} the log odds are infinite, so there is no logit interval`;
    return { lower: null, upper: null, warnings: [{ code: "infinite-logit", message }] };
  },
};
