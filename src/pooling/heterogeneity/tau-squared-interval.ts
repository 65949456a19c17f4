import type { EffectData } from "../../inference/random-effects/effect-data.ts";
import type { TauSquaredSet } from "../../schema/pooled-result.ts";

/** The values of τ² that a test does not reject. */
export interface TauSquaredLimits {
  /** In squared units of the effects; 0 on both sides where the set is empty. */
  lower: number;
  upper: number;
  set: TauSquaredSet;
}

/** An interval for the variance between series. */
export interface TauSquaredInterval {
  name: string;
  label: string;
  reference: string;
  /** @param level Two-sided, in (0, 1). */
  limits(data: EffectData, level: number): TauSquaredLimits;
}

/** No τ² ≥ 0 is compatible: the effects agree better than chance would have it. */
export const EMPTY: TauSquaredLimits = { lower: 0, upper: 0, set: "empty" };
