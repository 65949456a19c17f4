export { EstimationError, type EstimationErrorCode, InputError, type InputIssue } from "./errors.ts";
export { type ReadPatientsOptions, readPatients } from "./read/index.ts";
export { fitResponse } from "./response/fit-response.ts";
export type { FitResponseOptions } from "./response/fit-response-options.ts";
export { type PatientTruth, simulatePatient } from "./response/simulate-patient.ts";
export type * from "./schema/index.ts";
export { version } from "./version.ts";
