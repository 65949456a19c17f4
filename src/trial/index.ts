export type { Trial, TrialScore } from "../schema/index.ts";
export * from "./adverse-events/index.ts";
export type { AnalyzeTrialOptions, ChosenEffectSize } from "./analyze-options.ts";
export { defaultEffectSizes } from "./analyze-options.ts";
export { analyzeTrial, analyzeTrials } from "./analyze-trial.ts";
export { type BetweenCaseOptions, betweenCaseDifference } from "./between-case/between-case-difference.ts";
export type { BetweenCaseMethod, BetweenCaseParts } from "./between-case/between-case-method.ts";
export type { CaseRow } from "./between-case/case-rows.ts";
export {
  betweenCaseMethods,
  multipleBaselineMoments,
  restrictedLikelihood,
  reversalMoments,
} from "./between-case/methods/index.ts";
export { canonicalJson } from "./canonical-json.ts";
export {
  ab,
  aba,
  abab,
  alternating,
  completelyRandomized,
  koehlerLevin,
  latinSquare,
  marascuiloBusk,
  randomizedBlocks,
  randomizedPairs,
  randomStart,
  trialDesigns,
  wampoldWorsham,
  williams,
} from "./designs/index.ts";
export * from "./effect-sizes/index.ts";
export { expectedLagOne, lagOneAutocorrelation } from "./lag-one-autocorrelation.ts";
export {
  type BayesianAutoregressionOptions,
  bayesAutoregressive,
  bayesianAutoregression,
  block,
  carryover,
  exactLogistic,
  type GeneralizedLeastSquaresOptions,
  generalizedLeastSquares,
  glsAutoregressive,
  glsAutoregressiveTrend,
  glsContinuousAutoregressive,
  glsIndependent,
  mixedBlocks,
  mixedBlocksAutoregressive,
  pairedT,
  penalizedLogistic,
  penalizedProportionalOdds,
  period,
  piecewise,
  piecewiseAutoregressive,
  proportionalOdds,
  type ResponderModelMethod,
  responderModels,
  signedRank,
  type TrialTerm,
  trend,
  trialModels,
  trialTerms,
} from "./models/index.ts";
export { type PlanTrialOptions, planTrial } from "./plan-trial.ts";
export { type EffectSizeAnalysisOptions, effectSizeAnalysis } from "./power/effect-size-analysis.ts";
export { modelAnalysis } from "./power/model-analysis.ts";
export type { PowerAnalysis, PowerAnswer, PowerSettings } from "./power/power-analysis.ts";
export type { TrialPowerOptions } from "./power/power-options.ts";
export { type RandomizationAnalysisOptions, randomizationAnalysis } from "./power/randomization-analysis.ts";
export type { RandomizationTestOptions } from "./randomization-options.ts";
export { randomizationTest } from "./randomization-test.ts";
export { blindedSchedule, type ScheduleTrialOptions, scheduleTrial } from "./schedule-trial.ts";
export { analyzeSeries } from "./series/analyze-series.ts";
export type { AnalyzeSeriesOptions } from "./series/series-options.ts";
export { additive, multiplicative, trialShifts } from "./shifts/index.ts";
export type { TrialShift } from "./shifts/trial-shift.ts";
export { type AssignmentSpace, isContained, type Misfit } from "./spaces/assignment-space.ts";
export {
  immediateChange,
  logMeanRatio,
  meanDifference,
  type OwnStatistic,
  ownStatistic,
  phaseMeanDifference,
  probabilityOfSuperiority,
  slopeDifference,
  trialStatistics,
} from "./statistics/index.ts";
export type { EvaluateStatistic, StatisticScores, TrialStatistic } from "./statistics/trial-statistic.ts";
export type { DesignSettings, TrialDesign, TrialDesignMethod } from "./trial-design.ts";
export type { TrialModel, TrialModelSettings } from "./trial-model.ts";
export { trialPower } from "./trial-power.ts";
