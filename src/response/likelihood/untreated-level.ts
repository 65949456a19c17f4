import { type BaselineIndices, hasOwnBaselines } from "../working-parameters.ts";

/** The expected score without treatment. */
export interface UntreatedLevel {
  /** Sets the parameters for the calls that follow. */
  set(theta: ArrayLike<number>): void;
  /**
   * The level on a day, which `addSlope` then speaks of.
   *
   * @param elapsed Days since each course, from `offset` on.
   */
  at(elapsed: ArrayLike<number>, offset: number): number;
  /** Adds the derivatives of the level by the working parameters, times a factor. */
  addSlope(factor: number, slope: Float64Array): void;
}

/**
 * Compiles the level without treatment: one for all times, or, where courses have their own baselines, B_1 until the first
 * course, then in a straight line from each course's baseline on its first day to the next one's, and B_last from the last
 * course on.
 */
export function untreatedLevel(parameters: BaselineIndices): UntreatedLevel {
  return hasOwnBaselines(parameters) ? movingLevel(parameters.baselines) : constantLevel(parameters.baseline);
}

function constantLevel(index: number): UntreatedLevel {
  let level = 0;
  return {
    set(theta) {
      level = theta[index]!;
    },
    at: () => level,
    addSlope(factor, slope) {
      slope[index]! += factor;
    },
  };
}

function movingLevel(indices: readonly number[]): UntreatedLevel {
  const last = indices.length - 1;
  const levels = new Float64Array(indices.length);
  let before = 0;
  let after = 0;
  /** Share of the way from the course before to the one after. */
  let share = 0;
  return {
    set(theta) {
      for (let j = 0; j <= last; j++) levels[j] = theta[indices[j]!]!;
    },
    at(elapsed, offset) {
      before = last;
      while (before >= 0 && !(elapsed[offset + before]! > 0)) before--;
      after = Math.min(before + 1, last);
      const since = before < 0 ? 0 : elapsed[offset + before]!;
      before = Math.max(before, 0);
      share = after === before ? 0 : since / (since - elapsed[offset + after]!);
      return levels[before]! + share * (levels[after]! - levels[before]!);
    },
    addSlope(factor, slope) {
      slope[indices[before]!]! += factor * (1 - share);
      slope[indices[after]!]! += factor * share;
    },
  };
}
