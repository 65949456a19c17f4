export {
  type CoefficientTest,
  type CoefficientTests,
  type CoefficientTestsOptions,
  coefficientTests,
} from "./coefficient-tests.ts";
export type { Contrast } from "./contrasts.ts";
export { type CorrelationProfile, correlationProfile } from "./correlation-profile.ts";
export {
  type CovarianceEstimate,
  type CovarianceEstimates,
  type CovarianceInformation,
  covarianceEstimates,
  covarianceInformation,
} from "./covariance-estimates.ts";
export {
  containment,
  type DegreesOfFreedomMethod,
  degreesOfFreedomMethods,
  kenwardRoger,
  normalLaw,
  residualDegrees,
  satterthwaite,
} from "./degrees-of-freedom/index.ts";
export {
  autoregressiveErrors,
  continuousAutoregressiveErrors,
  errorCorrelations,
  type SerialCorrelation,
  uncorrelatedErrors,
} from "./error-correlations/index.ts";
export { type FitLinearMixedModelOptions, fitLinearMixedModel } from "./fit-linear-mixed-model.ts";
export { type JointCoefficientTest, jointCoefficientTest } from "./joint-coefficient-test.ts";
export type { FittedTerm, LinearMixedFit } from "./linear-mixed-fit.ts";
export { allScores, type MixedLikelihood, mixedLikelihoods, restrictedScores } from "./mixed-likelihoods.ts";
export type { ErrorModel, MixedModel, NamedColumn, RandomEffects } from "./mixed-model.ts";
export { type PredictedEffect, type PredictedSum, predictedEffects } from "./predicted-effects.ts";
export {
  diagonalCovariance,
  generalCovariance,
  type RandomCovariance,
  randomCovariances,
} from "./random-covariances/index.ts";
