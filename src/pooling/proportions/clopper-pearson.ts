import { betaQuantile } from "../../math/distributions/beta.ts";
import type { ProportionMethod } from "./proportion-method.ts";

/**
 * Clopper and Pearson's interval: the proportions that neither one-sided exact test rejects at half of 1 − level. Covers at
 * least as often as its level says, mostly far more often. Its one-sided limit at 1 − α is that of the level 1 − 2α.
 *
 * @see Clopper & Pearson (1934), Biometrika 26:404–413. doi:10.1093/biomet/26.4.404
 * @example
 * clopperPearson.interval(5, 5, 0.95).lower; // 0.478176249895019, the fifth root of 0.025
 */
export const clopperPearson: ProportionMethod = {
  name: "clopper-pearson",
  label: "Clopper–Pearson",
  reference: "Clopper & Pearson (1934), Biometrika 26:404–413",
  guaranteed: true,
  interval(events, n, level) {
    const tail = 0.5 * (1 - level);
    return {
      lower: events === 0 ? 0 : betaQuantile(tail, "lower", events, n - events + 1),
      upper: events === n ? 1 : betaQuantile(tail, "upper", events + 1, n - events),
    };
  },
};
