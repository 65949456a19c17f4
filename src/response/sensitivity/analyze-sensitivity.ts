import { EstimationError } from "../../errors.ts";
import type { Patient } from "../../schema/patient.ts";
import type { Sensitivity } from "../../schema/response-result.ts";
import type { ResponseSettings } from "../fit-response-options.ts";
import { estimateRows, locateProblem, readingOf } from "../located-problem.ts";
import { courseReaders } from "../quantities/course-alone.ts";
import { responseTargets } from "../quantities/derived-quantities.ts";
import { sensitivityAnalyses } from "./index.ts";
import type { SensitivityAnalysis } from "./sensitivity-analysis.ts";

/** The quantities that are computed again. */
const MAIN = ["relief", "relapseDay"];

/**
 * The main quantities under every other assumption that makes a difference to a patient.
 *
 * @param mode Of the fit itself, near which the search begins where days are averaged: there each step takes hundreds of histories.
 */
export function analyzeSensitivity(
  patient: Patient,
  settings: ResponseSettings,
  mode: Float64Array,
): Sensitivity[] {
  return sensitivityAnalyses
    .filter(({ applies }) => applies(patient, settings))
    .map((analysis) => ({
      analysis: analysis.analysis,
      label: analysis.label,
      estimates: mainEstimates(analysis, patient, settings, mode),
    }));
}

/** Rows under one assumption; none where the data then allow no answer. */
function mainEstimates(
  { vary }: SensitivityAnalysis,
  given: Patient,
  asked: ResponseSettings,
  mode: Float64Array,
): Sensitivity["estimates"] {
  const { patient, settings } = vary(given, asked);
  try {
    const { problem, intervals } = locateProblem(patient, settings, settings.averageDays ? mode : undefined);
    const reading = readingOf(patient, settings, problem);
    const targets = responseTargets(reading, courseReaders(reading)).filter(({ parameter }) =>
      MAIN.includes(parameter),
    );
    const method = settings.interval.coarse ?? settings.interval;
    const answer = method.estimate(intervals, targets);
    return estimateRows(patient, { ...settings, interval: method }, targets, answer, intervals);
  } catch (error) {
    if (error instanceof EstimationError) return [];
    throw error;
  }
}
