import { anderson } from "./anderson.ts";
import { andersonOverSamples } from "./anderson-over-samples.ts";
import { bayesBeta } from "./bayes-beta.ts";
import { bentkus } from "./bentkus.ts";
import { betaMean } from "./beta-mean.ts";
import { chernoffOrBentkus } from "./chernoff-or-bentkus.ts";
import { empiricalBernstein } from "./empirical-bernstein.ts";
import { hoeffding } from "./hoeffding.ts";
import { klChernoff } from "./kl-chernoff.ts";
import { learnedMillerThomas } from "./learned-miller-thomas.ts";
import { logTGeometricMean } from "./log-t.ts";
import { logTNextPatient } from "./log-t-next-patient.ts";
import { medianRange } from "./median-range.ts";
import { nextPatientRange } from "./next-patient-range.ts";
import { clopperPearsonOfPatients, wilsonOfPatients } from "./proportion-of-patients.ts";
import { shareInRange } from "./share-in-range.ts";
import { studentTMean } from "./student-t.ts";
import { studentTBySd } from "./student-t-by-sd.ts";
import { studentTNextPatient } from "./student-t-next-patient.ts";
import { studentTOverSamples } from "./student-t-over-samples.ts";
import type { SummaryInterval } from "./summary-interval.ts";

/** Every interval from a report alone, those that take least for granted first. */
export const summaryIntervals: readonly SummaryInterval[] = [
  hoeffding,
  klChernoff,
  bentkus,
  chernoffOrBentkus,
  empiricalBernstein,
  anderson,
  andersonOverSamples,
  medianRange,
  nextPatientRange,
  shareInRange,
  clopperPearsonOfPatients,
  wilsonOfPatients,
  learnedMillerThomas,
  studentTBySd,
  studentTOverSamples,
  studentTMean,
  studentTNextPatient,
  logTGeometricMean,
  logTNextPatient,
  betaMean,
  bayesBeta,
];

export type { SummaryEvidence, SummaryInterval, SummaryLimits } from "./summary-interval.ts";
export {
  anderson,
  andersonOverSamples,
  bayesBeta,
  bentkus,
  betaMean,
  chernoffOrBentkus,
  clopperPearsonOfPatients,
  empiricalBernstein,
  hoeffding,
  klChernoff,
  learnedMillerThomas,
  logTGeometricMean,
  logTNextPatient,
  medianRange,
  nextPatientRange,
  shareInRange,
  studentTBySd,
  studentTMean,
  studentTNextPatient,
  studentTOverSamples,
  wilsonOfPatients,
};
