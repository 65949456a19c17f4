import { perPatientInterval } from "./mean-interval.ts";
import type { SummaryInterval } from "./summary-interval.ts";
import { hasCenterAndSpread, NORMAL_PATIENTS, tRow } from "./t-interval.ts";

const LABEL = "Next patient, by Student's t";

/**
 * Student's t for the next patient's value: mean ± t·s·√(1 + 1/n).
 *
 * @see Hahn & Meeker (1991), Statistical Intervals, section 4.7. doi:10.1002/9780470316771
 * @example
 * studentTNextPatient.quantity; // "next-patient"
 */
export const studentTNextPatient: SummaryInterval = perPatientInterval({
  name: "student-t-next-patient",
  label: LABEL,
  reference: "Hahn & Meeker (1991), Statistical Intervals, section 4.7",
  layer: "parametric",
  quantity: "next-patient",
  assumes: NORMAL_PATIENTS,
  keepsBounds: false,
  quick: true,
  applies: hasCenterAndSpread,
  limits: (evidence, level) => [tRow(LABEL, evidence, level, (n) => 1 + 1 / n)],
});
