import { beta } from "../../math/distributions/beta.ts";
import type { ProportionLimits } from "./proportion-method.ts";

/** Equal-tailed limits of the posterior after a symmetric beta prior. */
export function equalTailed(prior: number, events: number, n: number, level: number): ProportionLimits {
  const tail = 0.5 * (1 - level);
  return {
    lower: beta.quantile(tail, events + prior, n - events + prior),
    upper: beta.survivalQuantile(tail, events + prior, n - events + prior),
  };
}
