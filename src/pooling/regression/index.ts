export { type PermuteModeratorsOptions, permuteModerators } from "./permute-moderators.ts";
export { type PoolSubgroupsOptions, poolSubgroups } from "./pool-subgroups.ts";
