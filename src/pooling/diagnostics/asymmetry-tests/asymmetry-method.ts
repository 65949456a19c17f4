import type { AsymmetryTest } from "../../../schema/funnel-result.ts";
import type { NamedEffect } from "../../overlaps.ts";
import type { PoolSettings } from "../../pool-options.ts";

/** What a test of asymmetry finds. */
export type FoundAsymmetry = Omit<AsymmetryTest, "name" | "label">;

/** A way to ask whether estimates go with their standard errors. */
export interface AsymmetryMethod {
  name: string;
  label: string;
  reference: string;
  /** Everything is null where these series do not allow it. */
  test(rows: readonly NamedEffect[], settings: PoolSettings): FoundAsymmetry;
}

/** What is found where nothing can be. */
export const NOTHING: FoundAsymmetry = { statistic: null, degreesOfFreedom: null, pValue: null, limit: null };
