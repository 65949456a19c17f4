import type {
  FunnelResult,
  ModeratorPermutation,
  ModeratorPrediction,
  PooledSubgroups,
  PoolInfluence,
  PoolSequence,
  TrimAndFillResult,
} from "../../schema/index.ts";

/** What was asked for beside a pool; null where it was not, or has no answer. */
export interface FurtherPools {
  cumulative: PoolSequence | null;
  leaveOneOut: PoolSequence | null;
  influence: PoolInfluence | null;
  funnel: FunnelResult | null;
  filled: TrimAndFillResult | null;
  subgroups: PooledSubgroups | null;
  permutation: ModeratorPermutation | null;
  predicted: ModeratorPrediction | null;
}
