export type { BayesPoolOptions, PoolBayesOptions } from "./bayes-options.ts";
export { effectsOfPool } from "./effects-of-pool.ts";
export { flatMean, type MeanPrior, normalMean } from "./mean-prior.ts";
export { priorsAround } from "./priors-around.ts";
export * from "./tau-priors/index.ts";
export { unitInformationDeviation } from "./unit-information-deviation.ts";
