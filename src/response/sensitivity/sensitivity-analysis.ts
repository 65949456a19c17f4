import type { Patient } from "../../schema/patient.ts";
import type { ResponseSettings } from "../fit-response-options.ts";

/** Another assumption under which the main quantities are computed again. */
export interface SensitivityAnalysis {
  /** Code, such as `days-averaged-over-bounds`. */
  analysis: string;
  label: string;
  /** Whether the assumption makes a difference to this patient. */
  applies(patient: Patient, settings: ResponseSettings): boolean;
  /** The patient and the settings under the other assumption. */
  vary(patient: Patient, settings: ResponseSettings): { patient: Patient; settings: ResponseSettings };
}
