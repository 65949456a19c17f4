export { EstimationError, type EstimationErrorCode, InputError, type InputIssue } from "./errors.ts";
export { type ReadPatientsOptions, type ReadPriorsOptions, readPatients, readPriors } from "./read/index.ts";
export { type CompareModelsOptions, compareModels } from "./response/comparison/compare-models.ts";
export {
  type ResponseSensitivityOptions,
  responseSensitivity,
} from "./response/comparison/response-sensitivity.ts";
export { diagnoseResponse } from "./response/diagnostics/diagnose-response.ts";
export { fitResponse } from "./response/fit-response.ts";
export type { FitResponseOptions } from "./response/fit-response-options.ts";
export { type NextCourseOptions, nextCourse } from "./response/forecast/next-course.ts";
export { type NextScoreOptions, nextScore } from "./response/forecast/next-score.ts";
export { type PatientTruth, simulatePatient } from "./response/simulate-patient.ts";
export type * from "./schema/index.ts";
export { version } from "./version.ts";
