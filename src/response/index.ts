export { type CompareModelsOptions, compareModels } from "./comparison/compare-models.ts";
export {
  type ResponseSensitivityOptions,
  responseSensitivity,
} from "./comparison/response-sensitivity.ts";
export { diagnoseResponse } from "./diagnostics/diagnose-response.ts";
export { fitResponse } from "./fit-response.ts";
export type { FitResponseOptions } from "./fit-response-options.ts";
export { type NextCourseOptions, nextCourse } from "./forecast/next-course.ts";
export { type NextScoreOptions, nextScore } from "./forecast/next-score.ts";
export {
  type ErrorTerm,
  type LatentScore,
  leastSquaresErrors,
  roundedNormal,
  type ScoreErrors,
  scoreErrorModels,
} from "./likelihood/score-errors.ts";
export {
  bateman,
  logLogistic,
  noEffect,
  plateau,
  residualRelief,
  responseModels,
  turnoverI,
  turnoverIV,
} from "./models/index.ts";
export {
  defaultPriors,
  flatPriors,
  informedPriors,
  type NormalPriorSetting,
  type PriorSet,
  priorSets,
  scepticalPriors,
} from "./priors.ts";
export { profileResponse } from "./profile/profile-response.ts";
export type { CurveParameter, Landmark, ResponseModel, StartingPoint } from "./response-model.ts";
export { type PatientTruth, simulatePatient } from "./simulate-patient.ts";
