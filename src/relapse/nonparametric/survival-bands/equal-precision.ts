import { standardizedBridgeCriticalValue } from "./standardized-bridge-supremum.ts";
import type { SurvivalBandMethod } from "./survival-band.ts";

/**
 * The band of equal precision: at every time the pointwise limits, with a larger multiple of the standard error.
 *
 * @see Nair (1984), Technometrics 26:265–275; Klein & Moeschberger (2003), equations
 * 4.4.1 to 4.4.3.
 */
export const equalPrecision: SurvivalBandMethod = {
  name: "equal-precision",
  label: "Equal-precision band",
  reference: "Klein & Moeschberger (2003), Survival Analysis, equations 4.4.1 to 4.4.3",
  criticalValue: standardizedBridgeCriticalValue,
  errorOfLog: (varianceOfLog) => Math.sqrt(varianceOfLog),
};
