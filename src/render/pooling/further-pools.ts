import type {
  FunnelResult,
  PooledSubgroups,
  PoolInfluence,
  PoolSequence,
  TrimAndFillResult,
} from "../../schema/index.ts";

/** What was asked for beside a pool; null where it was not, or has no answer. */
export interface FurtherPools {
  leaveOneOut: PoolSequence | null;
  influence: PoolInfluence | null;
  funnel: FunnelResult | null;
  filled: TrimAndFillResult | null;
  subgroups: PooledSubgroups | null;
}
