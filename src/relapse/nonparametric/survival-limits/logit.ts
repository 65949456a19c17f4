import type { SurvivalLimits } from "./survival-limits.ts";

/**
 * Limits on the scale of ln(S/(1 − S)).
 *
 * @see Therneau & Grambsch (2000), Modeling Survival Data, section 2.1, with the delta method: the standard error of
 * logit S is that of ln S divided by 1 − S.
 */
export const logit: SurvivalLimits = {
  name: "logit",
  reference: "Therneau & Grambsch (2000), Modeling Survival Data, section 2.1",
  limits(survival, errorOfLog, deviate) {
    const odds = survival / (1 - survival);
    const factor = Math.exp((deviate * errorOfLog) / (1 - survival));
    return { lower: odds / (odds + factor), upper: odds / (odds + 1 / factor) };
  },
};
