export type { ModeratorValues } from "./moderator-points.ts";
export { type PermuteModeratorsOptions, permuteModerators } from "./permute-moderators.ts";
export { type PoolSubgroupsOptions, poolSubgroups } from "./pool-subgroups.ts";
export { type PredictEffectsOptions, predictEffects } from "./predict-effects.ts";
