export type { EffectData } from "../inference/random-effects/effect-data.ts";
export type { RandomEffectsFit } from "../inference/random-effects/random-effects-fit.ts";
export * from "./bayes/index.ts";
export * from "./counts/index.ts";
export { type DescribeProportionOptions, describeProportion } from "./describe-proportion.ts";
export * from "./diagnostics/index.ts";
export * from "./effect-measures/index.ts";
export { evidenceTable } from "./evidence/evidence-table.ts";
export { givesEffect } from "./given-effects.ts";
export {
  type GeneralizedQIntervalOptions,
  generalizedQByStandardError,
  generalizedQByVariance,
  generalizedQInterval,
  qProfile,
  type TauSquaredInterval,
  type TauSquaredLimits,
  tauSquaredIntervals,
} from "./heterogeneity/index.ts";
export {
  hartungKnapp,
  hartungKnappFloored,
  henmiCopas,
  kenwardRoger,
  type MeanEstimate,
  type MeanInterval,
  meanIntervals,
  normalInterval,
  studentTInterval,
} from "./intervals/index.ts";
export * from "./multilevel/index.ts";
export { poolBayes } from "./pool-bayes.ts";
export { type PoolBayesSensitivityOptions, poolBayesSensitivity } from "./pool-bayes-sensitivity.ts";
export { poolEstimates } from "./pool-estimates.ts";
export * from "./pool-methods/index.ts";
export type { PoolEstimatesOptions } from "./pool-options.ts";
export { type PoolSeriesOptions, poolSeries } from "./pool-series.ts";
export {
  type BootstrapPredictionOptions,
  bootstrapPrediction,
  hartungKnappMinusTwoPrediction,
  hartungKnappPrediction,
  normalPrediction,
  type PredictionInterval,
  type PredictionLimits,
  predictionIntervals,
  studentTMinusTwoPrediction,
  studentTPrediction,
} from "./prediction/index.ts";
export { type ProportionIntervalOptions, proportionInterval } from "./proportion-interval.ts";
export { type ProportionIntervalsOptions, proportionIntervals } from "./proportion-intervals.ts";
export * from "./proportions/index.ts";
export * from "./regression/index.ts";
export {
  type BoundedMean,
  type BoundedMeanInterval,
  type BoundedMeanIntervalOptions,
  boundedMeanInterval,
} from "./summary-only/bounded-mean-interval.ts";
export * from "./summary-only/consistency/index.ts";
export { type CoverageTruth, coverageTruths } from "./summary-only/coverage/coverage-truth.ts";
export { type SummaryCoverageOptions, summaryCoverage } from "./summary-only/coverage/summary-coverage.ts";
export { type DescribeSummaryOptions, describeSummary } from "./summary-only/describe-summary.ts";
export { feasibleSet } from "./summary-only/feasible-set.ts";
export * from "./summary-only/intervals/index.ts";
export * from "./summary-only/into-pool/index.ts";
export { type MeanFromRangeOptions, meanFromRange } from "./summary-only/mean-from-range.ts";
export * from "./summary-only/range-conversions/index.ts";
export {
  type CompatibleSample,
  compatibleSamples,
} from "./summary-only/reconstruction/compatible-samples.ts";
export type { ReconstructSamplesOptions } from "./summary-only/reconstruction/reconstruct-options.ts";
export { reconstructSamples } from "./summary-only/reconstruction/reconstruct-samples.ts";
export {
  commonEffect,
  dersimonianLaird,
  empiricalBayes,
  type GeneralizedQOptions,
  generalizedQ,
  generalizedQInverseStandardError,
  hedges,
  hunterSchmidt,
  hunterSchmidtCorrected,
  maximumLikelihood,
  pauleMandel,
  pauleMandelMedian,
  reml,
  sidikJonkman,
  type TauSquaredEstimate,
  type TauSquaredEstimator,
  tauSquaredEstimators,
} from "./tau-squared/index.ts";
export * from "./two-groups/index.ts";
