import type { StandardLaw } from "./location-scale.ts";

/** Below this cumulative hazard a span's probability is the hazard itself, to double precision after one correction. */
const RARE = 1e-8;

/**
 * The standard law of the smallest extreme value, S(w) = exp(−e^w): that of the log of an exponential time.
 *
 * @see Kalbfleisch & Prentice (2002), The Statistical Analysis of Failure Time Data, 2nd ed., section 2.2.2.
 */
export const smallestExtremeValue: StandardLaw = {
  median: Math.log(Math.LN2),
  logDensity(w, out) {
    const hazard = Math.exp(w);
    out.value = w - hazard;
    out.byPlace = 1 - hazard;
  },
  logSurvival(w, out) {
    out.value = -Math.exp(w);
    out.byPlace = out.value;
  },
  logProbability(from, to, out) {
    const before = Math.exp(from);
    // The hazard gathered over the span; over a short one the difference of exponentials would lose its digits.
    const gathered = -Math.exp(to) * Math.expm1(from - to);
    if (gathered < RARE) {
      const share = -Math.expm1(from - to);
      out.value = to + Math.log(share) - 0.5 * gathered - before;
      out.byFrom = from === -Infinity ? 0 : -1 / Math.expm1(to - from) - 0.5 * before;
      out.byTo = 1 / share - 0.5 * Math.exp(to);
      return;
    }
    out.value = Math.log(-Math.expm1(-gathered)) - before;
    out.byFrom = before / Math.expm1(-gathered);
    out.byTo = gathered > 700 ? 0 : Math.exp(to) / Math.expm1(gathered);
  },
  quantile: (p) => Math.log(-Math.log1p(-p)),
};
