import { hasLogMoments, LOG_NORMAL_PATIENTS, logTRow } from "./log-spread.ts";
import { perPatientInterval } from "./mean-interval.ts";
import type { SummaryInterval } from "./summary-interval.ts";

/**
 * Student's t on the logarithms: limits of the geometric mean, which under a log-normal law is the median.
 *
 * @see Zhou & Gao (1997), Stat Med 16:783–790, on the naive method.
 * @example
 * logTGeometricMean.quantity; // "geometric-mean"
 */
export const logTGeometricMean: SummaryInterval = perPatientInterval({
  name: "log-t",
  label: "Geometric mean, by t on logarithms",
  reference: "Zhou & Gao (1997), Stat Med 16:783–790",
  layer: "parametric",
  quantity: "geometric-mean",
  assumes: LOG_NORMAL_PATIENTS,
  keepsBounds: false,
  quick: true,
  applies: hasLogMoments,
  limits: (evidence, level) => [logTRow("t on logarithms", evidence, level, (n) => 1 / n)],
});
