import type { SurvivalLimits } from "./survival-limits.ts";

/**
 * Limits on the scale of ln S, the default of R's survfit; the upper one is cut at 1.
 *
 * @see Therneau & Grambsch (2000), Modeling Survival Data, section 2.1.
 */
export const log: SurvivalLimits = {
  name: "log",
  reference: "Therneau & Grambsch (2000), Modeling Survival Data, section 2.1",
  limits(survival, errorOfLog, deviate) {
    const factor = Math.exp(deviate * errorOfLog);
    return { lower: survival / factor, upper: Math.min(1, survival * factor) };
  },
};
