import { hasLogMoments, LOG_NORMAL_PATIENTS, logTRow } from "./log-spread.ts";
import { perPatientInterval } from "./mean-interval.ts";
import type { SummaryInterval } from "./summary-interval.ts";

/**
 * Student's t on the logarithms for the next patient's value.
 *
 * @see Hahn & Meeker (1991), Statistical Intervals, section 4.7. doi:10.1002/9780470316771
 * @example
 * logTNextPatient.quantity; // "next-patient"
 */
export const logTNextPatient: SummaryInterval = perPatientInterval({
  name: "log-t-next-patient",
  label: "Next patient, by t on logarithms",
  reference: "Hahn & Meeker (1991), Statistical Intervals, section 4.7",
  layer: "parametric",
  quantity: "next-patient",
  assumes: LOG_NORMAL_PATIENTS,
  keepsBounds: false,
  quick: true,
  applies: hasLogMoments,
  limits: (evidence, level) => [
    logTRow("Next patient by t on logarithms", evidence, level, (n) => 1 + 1 / n),
  ],
});
