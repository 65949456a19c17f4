import { logitLimits } from "./logit.ts";
import type { ProportionMethod } from "./proportion-method.ts";

/**
 * Logit interval after half an event and half a non-event were added. It exists everywhere, but at 0 of n and n of n leaves
 * out the estimate.
 *
 * @see Haldane (1956), Ann Hum Genet 20:309–311, and Anscombe (1956), Biometrika 43:461–464, for the half.
 * doi:10.1093/biomet/43.3-4.461
 * @example
 * logitHalf.interval(5, 5, 0.95).lower; // 0.37820751230275
 */
export const logitHalf: ProportionMethod = {
  name: "logit-half",
  label: "Logit after adding a half",
  reference: "Anscombe (1956), Biometrika 43:461–464",
  guaranteed: false,
  interval: (events, n, level) => logitLimits(events + 0.5, n - events + 0.5, level),
};
