import { clusterRobust } from "./cluster-robust.ts";
import { gammaFrailty } from "./gamma-frailty.ts";
import type { RelapseClustering } from "./relapse-clustering.ts";

/** Every way to allow for several courses of one patient. */
export const relapseClusterings: readonly RelapseClustering[] = [gammaFrailty, clusterRobust];

export { clusterRobust, gammaFrailty };
