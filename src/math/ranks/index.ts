export { type KendallTest, kendallTest } from "./kendall-test.ts";
export type { LocationEstimate, MissingLocationLimits } from "./location-estimate.ts";
export { locationShift } from "./location-shift.ts";
export { type Midranks, midranks } from "./midranks.ts";
export { pseudomedian } from "./pseudomedian.ts";
export { rankSumTest } from "./rank-sum-test.ts";
export type { Alternative, MissingPValue, RankTest, RankTestOptions } from "./rank-test.ts";
export { type SignedRankTest, signedRankTest, type ZeroDifferences } from "./signed-rank-test.ts";
