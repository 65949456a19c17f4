import type { Target } from "../interval-method.ts";
import { copyRow, type WeightedDraws } from "./weighted-draws.ts";

/** The values of targets in all draws, on their links' scales; NaN where one doesn't exist, or the draw has no weight. */
export interface TargetValues {
  /** Computes what is missing: the values of new draws, and of those that had no weight before. */
  extend(draws: Pick<WeightedDraws, "dimension" | "nDraws" | "values" | "weights">): void;
  /** One array for each target. */
  readonly values: readonly Float64Array[];
}

/** Keeps the values of targets up to date with a growing set of draws. */
export function targetValues(targets: readonly Target[]): TargetValues {
  const values = targets.map(() => new Float64Array(0));
  let known = new Uint8Array(0);
  return {
    values,
    extend({ nDraws, dimension, values: thetas, weights }) {
      values.forEach((array, k) => {
        values[k] = new Float64Array(nDraws).fill(Number.NaN);
        values[k].set(array);
      });
      const before = known;
      known = new Uint8Array(nDraws);
      known.set(before);
      // Draw by draw: the targets of one course share what they find out about it.
      const theta = new Float64Array(dimension);
      for (let i = 0; i < nDraws; i++) {
        if (weights[i] === 0 || known[i] === 1) continue;
        known[i] = 1;
        copyRow(thetas, i, theta);
        for (let k = 0; k < targets.length; k++) {
          values[k]![i] = targets[k]!.evaluate(theta) ?? Number.NaN;
        }
      }
    },
  };
}
