import { type EffectSizeMethod, effectSizeMethod } from "./effect-size-method.ts";
import { computeLogResponseRatio, type LogResponseRatioOptions } from "./log-response-ratio.ts";

/**
 * Change of the mean score in percent of the baseline's: 100 (e^LRR − 1), so that −50 is half the pain.
 *
 * A ratio of means, not a mean of ratios. Options are those of `logResponseRatio`, but `form` follows `improvement` unless given, so
 * that the change is that of the score itself. The limits are those of the log ratio; the standard error is the delta
 * method's.
 *
 * @see Pustejovsky (2018), J Sch Psychol 68:99–112. doi:10.1016/j.jsp.2018.02.003
 * @example
 * percentChange({ baseline: [8, 8, 8], treatment: [4, 4, 4] }, { improvement: "decrease" }).estimate; // −50
 */
export const percentChange: EffectSizeMethod<LogResponseRatioOptions> = effectSizeMethod({
  name: "percent-change",
  label: "Percent change",
  reference: "Pustejovsky (2018), J Sch Psychol 68:99–112",
  unit: "percent",
  range: [-100, Infinity],
  usesOrder: false,
  reversal: "same",
  invariance: "unit",
  needs: [],
  compute: (phases, options, level) => {
    const form = options.form ?? (options.improvement === "increase" ? "increasing" : "decreasing");
    const computed = computeLogResponseRatio(phases, { ...options, form }, level);
    const { estimate, limits } = computed;
    if (estimate === null) return computed;
    const percent = (log: number | null): number | null => (log === null ? null : 100 * Math.expm1(log));
    const { standardError, lower, upper } = limits;
    return {
      ...computed,
      estimate: percent(estimate),
      limits: {
        ...limits,
        standardError: standardError === null ? null : 100 * Math.exp(estimate) * standardError,
        lower: percent(lower),
        upper: percent(upper),
      },
    };
  },
});
