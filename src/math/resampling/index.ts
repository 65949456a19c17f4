import { basic } from "./limits/basic.ts";
import { bca } from "./limits/bca.ts";
import type { BootstrapLimitsMethod } from "./limits/bootstrap-limits.ts";
import { percentile } from "./limits/percentile.ts";
import { studentized } from "./limits/studentized.ts";

export { type AllSubsetsStep, allSubsets } from "./all-subsets.ts";
export { type BootstrapOptions, type BootstrapReplicates, bootstrap, type Statistic } from "./bootstrap.ts";
export { countPermutations, countSubsets } from "./counts.ts";
export { acceleration, jackknife } from "./jackknife.ts";
export type { BootstrapLimits, BootstrapLimitsMethod, MissingLimits } from "./limits/bootstrap-limits.ts";
export { type PermutationStep, permutations } from "./permutations.ts";
export { sampleMean } from "./sample-mean.ts";
export { type SubsetStep, subsets } from "./subsets.ts";
export { basic, bca, percentile, studentized };

/** Every way to take limits from bootstrap replicates. */
export const bootstrapLimits: readonly BootstrapLimitsMethod[] = [percentile, basic, studentized, bca];
