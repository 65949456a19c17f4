import type { SurvivalLimits } from "./survival-limits.ts";

/**
 * Limits on the scale of S itself, cut at 0 and 1: with few courses they are cut often, and cover too little.
 *
 * @see Greenwood (1926); Klein & Moeschberger (2003), equation 4.3.1.
 */
export const plain: SurvivalLimits = {
  name: "plain",
  reference: "Klein & Moeschberger (2003), Survival Analysis, equation 4.3.1",
  limits(survival, errorOfLog, deviate) {
    const half = deviate * errorOfLog * survival;
    return { lower: Math.max(0, survival - half), upper: Math.min(1, survival + half) };
  },
};
