export type { Chain } from "./chain.ts";
export type { ChainSettings } from "./chain-settings.ts";
export type { DensityTarget } from "./density-target.ts";
export * from "./diagnostics/index.ts";
export {
  denseMetric,
  diagonalMetric,
  type EuclideanMetric,
  type MetricKind,
  metricKinds,
} from "./metrics/index.ts";
export { sampleChain } from "./sample-chain.ts";
export { sampleChains } from "./sample-chains.ts";
