import { defineEffectMeasure, halfToZeros, onlyVariance } from "./define-effect-measure.ts";
import type { EffectMeasure } from "./effect-measure.ts";
import { twoGroupEvents } from "./event-counts.ts";
import { hypergeometricMoments } from "./hypergeometric-moments.ts";
import { ratioScale } from "./natural-scales.ts";

/**
 * Log of the odds ratio by one step from no effect: observed minus expected events, by their hypergeometric variance. Good
 * where events are rare, groups alike and effects small; else biased. A half is added to each cell where one is 0, as in
 * metafor; with `zeros: { to: "none" }` only series in which nobody, or everybody, had the event have no effect. `poolPeto`
 * adds nothing.
 *
 * @see Yusuf et al. (1985), Prog Cardiovasc Dis 27:335–371, appendix. doi:10.1016/S0033-0620(85)80003-7
 * @example
 * petoOddsRatio.compute({ events: 18, n: 22, events_control: 9, n_control: 20 }).estimate; // 1.56545454545455
 */
export const petoOddsRatio: EffectMeasure = defineEffectMeasure({
  ...twoGroupEvents,
  name: "PETO",
  label: "Odds ratio by Peto",
  reference: "Yusuf et al. (1985), Prog Cardiovasc Dis 27:335–371, appendix",
  backTransform: "exp",
  natural: ratioScale("Odds ratio by Peto"),
  zeros: halfToZeros,
  estimate: (summary) => {
    const { observed, expected, variance } = hypergeometricMoments(summary);
    return (observed - expected) / variance;
  },
  varianceTypes: onlyVariance(
    "the hypergeometric variance",
    (summary) => 1 / hypergeometricMoments(summary).variance,
  ),
});
