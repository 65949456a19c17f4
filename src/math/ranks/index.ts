export { inversionDistribution } from "./inversions.ts";
export { type KendallTest, kendallTest } from "./kendall-test.ts";
export { type Midranks, midranks } from "./midranks.ts";
export { rankSumTest } from "./rank-sum-test.ts";
export type {
  Alternative,
  LatticeDistribution,
  MissingPValue,
  RankTest,
  RankTestOptions,
} from "./rank-test.ts";
export { type SignedRankTest, signedRankTest, type ZeroDifferences } from "./signed-rank-test.ts";
export { signedSumDistribution, subsetSumDistribution } from "./subset-sums.ts";
