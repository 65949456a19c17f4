import { type SampledModel, sampleModel } from "../../src/response/comparison/sampled-model.ts";
import { type FitResponseOptions, withDefaults } from "../../src/response/fit-response-options.ts";
import type { Patient } from "../../src/schema/patient.ts";

/** A model brought together with a patient, with draws of its posterior. */
export function sampled(patient: Patient, options: FitResponseOptions = {}): SampledModel {
  return sampleModel(patient, withDefaults(options, patient));
}
