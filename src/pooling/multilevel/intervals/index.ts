import { clusterRobustCr1, clusterRobustCr2 } from "./cluster-robust.ts";
import { containmentT, knownVariances } from "./model-based.ts";
import type { MultilevelInterval } from "./multilevel-interval.ts";

export { clusterRobustCr1, clusterRobustCr2, containmentT, knownVariances };

/** Every interval of a mean under nested effects. */
export const multilevelIntervals: readonly MultilevelInterval[] = [
  clusterRobustCr2,
  clusterRobustCr1,
  containmentT,
  knownVariances,
];
