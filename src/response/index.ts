export { fitResponse } from "./fit-response.ts";
export type { FitResponseOptions } from "./fit-response-options.ts";
export { noEffect, plateau, responseModels } from "./models/index.ts";
export {
  defaultPriors,
  flatPriors,
  informedPriors,
  type NormalPriorSetting,
  type PriorSet,
  priorSets,
  scepticalPriors,
} from "./priors.ts";
export type { CurveParameter, Landmark, ResponseModel, StartingPoint } from "./response-model.ts";
export {
  type ErrorTerm,
  type LatentScore,
  leastSquaresErrors,
  roundedNormal,
  type ScoreErrors,
  scoreErrorModels,
} from "./score-errors.ts";
export { type PatientTruth, simulatePatient } from "./simulate-patient.ts";
