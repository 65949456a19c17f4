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
export {
  type ReadPatientsOptions,
  type ReadPriorsOptions,
  type ReadRelapsesOptions,
  type ReadSeriesOptions,
  readPatients,
  readPriors,
  readRelapses,
  readSeries,
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
export { type PatientTruth, simulatePatient } from "./response/simulate-patient.ts";
export type * from "./schema/index.ts";
export { version } from "./version.ts";
