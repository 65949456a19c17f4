import { type Matrix, zeros } from "../../math/linear/matrix.ts";

/** Effects to be pooled, with the design of their mean. */
export interface EffectData {
  effects: ArrayLike<number>;
  /** Sampling variances, in squared units of the effects; all > 0. */
  variances: ArrayLike<number>;
  /** One row for each effect; a column of ones where they share a mean. */
  design: Matrix;
}

/** A column of ones: one mean for all. */
export function sharedMean(k: number): Matrix {
  const design = zeros(k, 1);
  design.values.fill(1);
  return design;
}

/**
 * Puts effects and variances together, and refuses what no estimator could use.
 *
 * @param effects One per series.
 * @param variances Their sampling variances, in squared units of the effects; all > 0.
 * @param design One row per series; a shared mean where it is absent.
 * @throws {RangeError} when lengths differ, there are not more effects than columns, an effect is not finite, or a
 * variance is not positive and finite.
 * @example
 * effectData([0.1, 0.8], [0.02, 0.05]).design.columns; // 1
 */
export function effectData(
  effects: ArrayLike<number>,
  variances: ArrayLike<number>,
  design: Matrix = sharedMean(effects.length),
): EffectData {
  const k = effects.length;
  if (variances.length !== k || design.rows !== k)
    throw new RangeError(
      `Effects, variances and rows of the design must be as many, got ${k}, ${variances.length} and ${design.rows}`,
    );
  if (k <= design.columns)
    throw new RangeError(`Pooling needs at least ${design.columns + 1} effects, got ${k}`);
  for (let i = 0; i < k; i++) {
    if (!Number.isFinite(effects[i])) throw new RangeError(`Effects must be finite, got ${effects[i]}`);
    if (!(variances[i]! > 0 && variances[i]! < Infinity))
      throw new RangeError(`Variances must be positive and finite, got ${variances[i]}`);
  }
  return { effects, variances, design };
}

/** What is left of the number of effects once the mean is fitted: k − p. */
export function residualDegrees({ design }: EffectData): number {
  return design.rows - design.columns;
}
