import { autoregressiveErrors } from "./autoregressive-errors.ts";
import { continuousAutoregressiveErrors } from "./continuous-autoregressive-errors.ts";
import type { SerialCorrelation } from "./serial-correlation.ts";
import { uncorrelatedErrors } from "./uncorrelated-errors.ts";

/** Every correlation of errors, the default first. */
export const errorCorrelations: readonly SerialCorrelation[] = [
  uncorrelatedErrors,
  autoregressiveErrors,
  continuousAutoregressiveErrors,
];

export type { SerialCorrelation };
export { autoregressiveErrors, continuousAutoregressiveErrors, uncorrelatedErrors };
