import { normal } from "../../../math/distributions/normal.ts";
import type { CountLimits } from "./count-limits.ts";

/**
 * Normal limits around the mean, from the likelihood's curvature at its top. There are none for the spread, which ends at 0.
 *
 * @see McCullagh & Nelder (1989), Generalized Linear Models, 2nd ed., appendix A.
 * @example
 * poolCounts(series, { limits: waldLimits }).estimates[0]?.method; // "wald"
 */
export const waldLimits: CountLimits = {
  name: "wald",
  label: "Wald",
  reference: "McCullagh & Nelder (1989), appendix A",
  mean({ mean, standardError }, level) {
    if (standardError === null) return { lower: null, upper: null };
    const reach = normal.survivalQuantile(0.5 * (1 - level)) * standardError;
    return { lower: mean - reach, upper: mean + reach };
  },
  spread: () => ({ lower: null, upper: null }),
};
