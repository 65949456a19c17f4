import { bridgeCriticalValue } from "./bridge-supremum.ts";
import type { SurvivalBandMethod } from "./survival-band.ts";

/**
 * The band of Hall and Wellner: narrow in the middle of the curve, wide in its tails.
 *
 * @see Hall & Wellner (1980), Biometrika 67:133–143. doi:10.1093/biomet/67.1.133; Klein & Moeschberger (2003), equations
 * 4.4.4 to 4.4.6.
 */
export const hallWellner: SurvivalBandMethod = {
  name: "hall-wellner",
  label: "Hall–Wellner band",
  reference: "Klein & Moeschberger (2003), Survival Analysis, equations 4.4.4 to 4.4.6",
  criticalValue: bridgeCriticalValue,
  errorOfLog: (varianceOfLog, n) => (1 + n * varianceOfLog) / Math.sqrt(n),
};
