import type { SurvivalLimits } from "./survival-limits.ts";

/**
 * Limits on the scale of arcsin √S.
 *
 * @see Nair (1984), Technometrics 26:265–275; Klein & Moeschberger (2003), equation 4.3.3.
 */
export const arcsine: SurvivalLimits = {
  name: "arcsine",
  reference: "Klein & Moeschberger (2003), Survival Analysis, equation 4.3.3",
  limits(survival, errorOfLog, deviate) {
    const angle = Math.asin(Math.sqrt(survival));
    const half = 0.5 * deviate * errorOfLog * Math.sqrt(survival / (1 - survival));
    return {
      lower: Math.sin(Math.max(0, angle - half)) ** 2,
      upper: Math.sin(Math.min(0.5 * Math.PI, angle + half)) ** 2,
    };
  },
};
