export { type AssessFunnelOptions, assessFunnel } from "./assess-funnel.ts";
export {
  type AsymmetryMethod,
  asymmetryTests,
  begg,
  eggerRandomEffects,
  eggerWeighted,
  type FoundAsymmetry,
} from "./asymmetry-tests/index.ts";
export { type CumulatePoolOptions, cumulatePool } from "./cumulate-pool.ts";
export { leaveOneOut } from "./leave-one-out.ts";
export {
  linearEstimator,
  type MissingSeries,
  type MissingSeriesEstimator,
  missingSeriesEstimators,
  quadraticEstimator,
  runEstimator,
} from "./missing-series/index.ts";
export { type PoolInfluenceOptions, poolInfluence } from "./pool-influence.ts";
export type { PoolSequenceOptions } from "./pool-sequence.ts";
export { type ShrinkSeriesOptions, shrinkSeries } from "./shrink-series.ts";
export { type TrimAndFillOptions, trimAndFill } from "./trim-and-fill.ts";
