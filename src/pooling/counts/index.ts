export type { CountModel } from "./count-model.ts";
export type { PoolCountsOptions } from "./counts-options.ts";
export type { CountLimits } from "./limits/count-limits.ts";
export { countLimits, profileLimits, waldLimits } from "./limits/index.ts";
export {
  betaBinomial,
  conditionalLogit,
  countModels,
  logitNormal,
  poissonNormal,
  unconditionalLogit,
} from "./models/index.ts";
export { poolCounts } from "./pool-counts.ts";
export { adaptiveQuadrature, laplace, type RandomEffectQuadrature } from "./quadrature-rule.ts";
