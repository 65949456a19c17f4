import type { Patient } from "../schema/patient.ts";
import { type FitResponseOptions, withDefaults } from "./fit-response-options.ts";
import { compileFor } from "./located-problem.ts";
import { whereLowerIsBetter } from "./mirror-scale.ts";

/**
 * Refuses the options that `fitResponse` refuses, without a fit.
 *
 * @throws {RangeError} that names the option.
 * @throws {EstimationError} where the scores allow no fit.
 */
export function checkFitOptions(given: Patient, options: FitResponseOptions): void {
  const { patient, settings } = whereLowerIsBetter(given, withDefaults(options, given));
  compileFor(patient, settings);
}
