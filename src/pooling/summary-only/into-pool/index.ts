export { averagedImputation } from "./averaged-imputation.ts";
export { type BayesianIntegralOptions, bayesianIntegral } from "./bayesian-integral.ts";
export { multipleImputation } from "./multiple-imputation.ts";
export { type PoolSummariesOptions, poolSummaries } from "./pool-summaries.ts";
export { type RubinPool, rubinsRules } from "./rubins-rules.ts";
export type { SpreadCombination } from "./spread-combination.ts";
export * from "./spread-laws/index.ts";
export { hasUnknownSpread, type SpreadMeasure, spreadMeasures } from "./spread-measures.ts";
