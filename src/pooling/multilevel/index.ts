export { correlationSensitivity } from "./correlation-sensitivity.ts";
export {
  clusterRobustCr1,
  clusterRobustCr2,
  containmentT,
  knownVariances,
  multilevelIntervals,
} from "./intervals/index.ts";
export type { MultilevelInterval } from "./intervals/multilevel-interval.ts";
export type { SamplingErrors } from "./mixed-data.ts";
export { fullLikelihood, type MixedLikelihood, restrictedLikelihood } from "./mixed-likelihood.ts";
export { type PoolMultilevelOptions, poolMultilevel } from "./pool-multilevel.ts";
export { type PoolTwoOutcomesOptions, poolTwoOutcomes } from "./pool-two-outcomes.ts";
export { correlatedErrors, independentErrors, knownErrors } from "./sampling-errors.ts";
