export { fitCohort } from "./cohort/fit-cohort.ts";
export type { FitCohortOptions } from "./cohort/fit-cohort-options.ts";
export { EstimationError, type EstimationErrorCode, InputError, type InputIssue } from "./errors.ts";
export type { PoolBayesOptions } from "./pooling/bayes/bayes-options.ts";
export type { PoolCountsOptions } from "./pooling/counts/counts-options.ts";
export { poolCounts } from "./pooling/counts/pool-counts.ts";
export { type DescribeProportionOptions, describeProportion } from "./pooling/describe-proportion.ts";
export { type AssessFunnelOptions, assessFunnel } from "./pooling/diagnostics/assess-funnel.ts";
export { type CumulatePoolOptions, cumulatePool } from "./pooling/diagnostics/cumulate-pool.ts";
export { leaveOneOut } from "./pooling/diagnostics/leave-one-out.ts";
export { type PoolInfluenceOptions, poolInfluence } from "./pooling/diagnostics/pool-influence.ts";
export type { PoolSequenceOptions } from "./pooling/diagnostics/pool-sequence.ts";
export { type ShrinkSeriesOptions, shrinkSeries } from "./pooling/diagnostics/shrink-series.ts";
export { type TrimAndFillOptions, trimAndFill } from "./pooling/diagnostics/trim-and-fill.ts";
export { type EstimatedEffects, estimateEffects } from "./pooling/effect-measures/estimate-effects.ts";
export { evidenceTable } from "./pooling/evidence/evidence-table.ts";
export { type PoolMultilevelOptions, poolMultilevel } from "./pooling/multilevel/pool-multilevel.ts";
export { type PoolTwoOutcomesOptions, poolTwoOutcomes } from "./pooling/multilevel/pool-two-outcomes.ts";
export { poolBayes } from "./pooling/pool-bayes.ts";
export { type PoolBayesSensitivityOptions, poolBayesSensitivity } from "./pooling/pool-bayes-sensitivity.ts";
export { poolEstimates } from "./pooling/pool-estimates.ts";
export type { PoolEstimatesOptions } from "./pooling/pool-options.ts";
export { type PoolSeriesOptions, poolSeries } from "./pooling/pool-series.ts";
export { type ProportionIntervalOptions, proportionInterval } from "./pooling/proportion-interval.ts";
export { type ProportionIntervalsOptions, proportionIntervals } from "./pooling/proportion-intervals.ts";
export { type PermuteModeratorsOptions, permuteModerators } from "./pooling/regression/permute-moderators.ts";
export { type PoolSubgroupsOptions, poolSubgroups } from "./pooling/regression/pool-subgroups.ts";
export { type PredictEffectsOptions, predictEffects } from "./pooling/regression/predict-effects.ts";
export {
  type BoundedMean,
  type BoundedMeanInterval,
  type BoundedMeanIntervalOptions,
  boundedMeanInterval,
} from "./pooling/summary-only/bounded-mean-interval.ts";
export { checkSummary } from "./pooling/summary-only/consistency/check-summary.ts";
export { grim } from "./pooling/summary-only/consistency/grim.ts";
export {
  type SummaryCoverageOptions,
  summaryCoverage,
} from "./pooling/summary-only/coverage/summary-coverage.ts";
export { type DescribeSummaryOptions, describeSummary } from "./pooling/summary-only/describe-summary.ts";
export { feasibleSet } from "./pooling/summary-only/feasible-set.ts";
export { type PoolSummariesOptions, poolSummaries } from "./pooling/summary-only/into-pool/pool-summaries.ts";
export { type MeanFromRangeOptions, meanFromRange } from "./pooling/summary-only/mean-from-range.ts";
export {
  type CompatibleSample,
  compatibleSamples,
} from "./pooling/summary-only/reconstruction/compatible-samples.ts";
export type { ReconstructSamplesOptions } from "./pooling/summary-only/reconstruction/reconstruct-options.ts";
export { reconstructSamples } from "./pooling/summary-only/reconstruction/reconstruct-samples.ts";
export {
  type ReadPatientsOptions,
  type ReadPriorsOptions,
  type ReadRelapsesOptions,
  type ReadSeriesOptions,
  type ReadSummaryOptions,
  type ReadTrialsOptions,
  readPatients,
  readPriors,
  readRelapses,
  readSeries,
  readSummary,
  readTrials,
} from "./read/index.ts";
export { type AverageRelapseOptions, averageRelapse } from "./relapse/average-relapse.ts";
export {
  type CompareRestrictedMeansOptions,
  compareRestrictedMeans,
} from "./relapse/compare-restricted-means.ts";
export { diagnoseRelapse } from "./relapse/diagnose-relapse.ts";
export { fitRelapse } from "./relapse/fit-relapse.ts";
export type { FitRelapseOptions } from "./relapse/fit-relapse-options.ts";
export { type FitRelapseRangeOptions, fitRelapseRange } from "./relapse/fit-relapse-range.ts";
export { type RelapseIntervalsOptions, relapseIntervals } from "./relapse/intervals/relapse-intervals.ts";
export { type RelapseSource, relapseRows } from "./relapse/intervals/relapse-rows.ts";
export { kaplanMeier } from "./relapse/kaplan-meier.ts";
export type { TimeRange } from "./relapse/likelihood/range-likelihood.ts";
export { type LogRankOptions, logRank } from "./relapse/log-rank.ts";
export type { RelapseGroups } from "./relapse/nonparametric/grouped-spans.ts";
export type { KaplanMeierOptions } from "./relapse/nonparametric/kaplan-meier-options.ts";
export type { TurnbullOptions } from "./relapse/nonparametric/turnbull/turnbull-options.ts";
export { stayingWell } from "./relapse/staying-well.ts";
export { turnbull } from "./relapse/turnbull.ts";
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
export { profileResponse } from "./response/profile/profile-response.ts";
export { type PatientTruth, simulatePatient } from "./response/simulate-patient.ts";
export type * from "./schema/index.ts";
export { type AdverseEventsOptions, adverseEvents } from "./trial/adverse-events/adverse-events.ts";
export {
  type IntercurrentEventsOptions,
  intercurrentEvents,
} from "./trial/adverse-events/intercurrent-events.ts";
export type { AnalyzeTrialOptions } from "./trial/analyze-options.ts";
export { analyzeTrial, analyzeTrials } from "./trial/analyze-trial.ts";
export {
  type BetweenCaseOptions,
  betweenCaseDifference,
} from "./trial/between-case/between-case-difference.ts";
export type { EffectSizeOptions } from "./trial/effect-sizes/effect-size-method.ts";
export { type IrdOptions, ird } from "./trial/effect-sizes/ird.ts";
export { type LogOddsRatioOptions, logOddsRatio } from "./trial/effect-sizes/log-odds-ratio.ts";
export {
  type LogRatioOfMediansOptions,
  logRatioOfMedians,
} from "./trial/effect-sizes/log-ratio-of-medians.ts";
export { type LogResponseRatioOptions, logResponseRatio } from "./trial/effect-sizes/log-response-ratio.ts";
export { type NapOptions, nap } from "./trial/effect-sizes/nap.ts";
export { type PandOptions, pand } from "./trial/effect-sizes/pand.ts";
export { type PemOptions, pem } from "./trial/effect-sizes/pem.ts";
export { percentChange } from "./trial/effect-sizes/percent-change.ts";
export { type PercentOfGoalOptions, percentOfGoal } from "./trial/effect-sizes/percent-of-goal.ts";
export type { Phases } from "./trial/effect-sizes/phases.ts";
export { pnd } from "./trial/effect-sizes/pnd.ts";
export {
  type StandardizedMeanDifferenceOptions,
  standardizedMeanDifference,
} from "./trial/effect-sizes/standardized-mean-difference.ts";
export { tau } from "./trial/effect-sizes/tau.ts";
export {
  type TauBaselineCorrectedOptions,
  tauBaselineCorrected,
} from "./trial/effect-sizes/tau-baseline-corrected.ts";
export { type TauUOptions, tauU } from "./trial/effect-sizes/tau-u.ts";
export type { TrialPowerOptions } from "./trial/power/power-options.ts";
export type { RandomizationTestOptions } from "./trial/randomization-options.ts";
export { randomizationTest } from "./trial/randomization-test.ts";
export { type ScheduleTrialOptions, scheduleTrial } from "./trial/schedule-trial.ts";
export { analyzeSeries } from "./trial/series/analyze-series.ts";
export type { AnalyzeSeriesOptions } from "./trial/series/series-options.ts";
export { trialPower } from "./trial/trial-power.ts";
export { version } from "./version.ts";
