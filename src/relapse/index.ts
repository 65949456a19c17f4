export { type AverageRelapseOptions, averageRelapse } from "./average-relapse.ts";
export { clusterRobust, gammaFrailty, relapseClusterings } from "./clustering/index.ts";
export type { RelapseClustering } from "./clustering/relapse-clustering.ts";
export { type CompareRestrictedMeansOptions, compareRestrictedMeans } from "./compare-restricted-means.ts";
export { diagnoseRelapse } from "./diagnose-relapse.ts";
export { fitRelapse } from "./fit-relapse.ts";
export type { FitRelapseOptions } from "./fit-relapse-options.ts";
export { type FitRelapseRangeOptions, fitRelapseRange } from "./fit-relapse-range.ts";
export { type RelapseIntervalsOptions, relapseIntervals } from "./intervals/relapse-intervals.ts";
export { type RelapseSource, relapseRows } from "./intervals/relapse-rows.ts";
export { kaplanMeier } from "./kaplan-meier.ts";
export type { TimeRange } from "./likelihood/range-likelihood.ts";
export { type LogRankOptions, logRank } from "./log-rank.ts";
export {
  exponential,
  gamma,
  logLogistic,
  logNormal,
  relapseModels,
  weibull,
} from "./models/index.ts";
export type { LogTerm, RelapseLaw, RelapseModel, SpanTerm } from "./models/relapse-model.ts";
export type { RelapseGroups } from "./nonparametric/grouped-spans.ts";
export type { KaplanMeierOptions } from "./nonparametric/kaplan-meier-options.ts";
export {
  equalPrecision,
  hallWellner,
  type SurvivalBandMethod,
  survivalBands,
} from "./nonparametric/survival-bands/index.ts";
export {
  arcsine,
  log,
  logit,
  logLog,
  type ProbabilityLimits,
  plain,
  type SurvivalLimits,
  survivalLimits,
} from "./nonparametric/survival-limits/index.ts";
export type { TurnbullOptions } from "./nonparametric/turnbull/turnbull-options.ts";
export {
  flatRelapsePriors,
  type RelapsePriorSet,
  relapsePriorSets,
  weakRelapsePriors,
} from "./relapse-priors.ts";
export { stayingWell } from "./staying-well.ts";
export { turnbull } from "./turnbull.ts";
