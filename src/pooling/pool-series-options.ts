import type { Json } from "../schema/provenance.ts";
import type { BackTransformName } from "./effect-measures/back-transforms.ts";
import type { EffectMeasure, EffectMeasureOptions } from "./effect-measures/effect-measure.ts";
import type { PoolEstimatesOptions } from "./pool-options.ts";

/** Options of a way from summaries to a pool. */
export interface PoolMethodOptions extends Omit<PoolEstimatesOptions, "measure" | "backTransform" | "unit"> {
  /** Effect measure; without it each series must give its estimate with a standard error or variance. */
  measure?: EffectMeasure;
  /** Choices of the measure, such as what is added to zeros. */
  effects?: EffectMeasureOptions;
  /** The way back to a scale that people read, for estimates taken as they stand; default `identity`. */
  backTransform?: BackTransformName;
  /** Measures to name in messages where a series lacks columns; default none. */
  others?: readonly EffectMeasure[];
}

/** The measure's choices, from which anyone can compute the effects again. */
export function effectOptionsAsJson({ effects }: PoolMethodOptions): { [name: string]: Json } {
  if (effects === undefined) return {};
  const { variance, biasCorrection, zeros } = effects;
  const kept: [string, Json | undefined][] = [
    ["variance", variance],
    ["biasCorrection", biasCorrection],
    ["zeros", zeros === undefined ? undefined : { ...zeros }],
  ];
  const given = kept.filter((entry): entry is [string, Json] => entry[1] !== undefined);
  return given.length === 0 ? {} : { effects: Object.fromEntries(given) };
}
