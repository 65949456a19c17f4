import type { SurvivalLimits } from "./survival-limits.ts";

/**
 * Limits on the scale of ln(−ln S), always inside (0, 1).
 *
 * @see Kalbfleisch & Prentice (1980), The Statistical Analysis of Failure Time Data, section 1.3; Klein & Moeschberger
 * (2003), equation 4.3.2.
 */
export const logLog: SurvivalLimits = {
  name: "log-log",
  reference: "Klein & Moeschberger (2003), Survival Analysis, equation 4.3.2",
  limits(survival, errorOfLog, deviate) {
    const log = Math.log(survival);
    const factor = Math.exp((deviate * errorOfLog) / -log);
    return { lower: Math.exp(log * factor), upper: Math.exp(log / factor) };
  },
};
