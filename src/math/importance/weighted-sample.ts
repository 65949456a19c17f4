import { sumOfWeights } from "./check-weights.ts";
import { orderSorter } from "./sorted-order.ts";

/** Weighted draws of one quantity, sorted once for all that is asked of them. */
export interface WeightedSample {
  /** Ascending; those of weight 0 are left out. */
  values: Float64Array;
  /** Of each value; they add to 1. */
  weights: Float64Array;
  /** Sum of the weights up to and including each value; the last is 1. */
  cumulative: Float64Array;
  /** Sum of the squared weights up to and including each value. */
  cumulativeSquares: Float64Array;
}

/** Where draws are sorted. */
interface SampleMemory extends WeightedSample {
  /** Indices of the draws in use, and their values as they come. */
  used: Uint32Array;
  unsorted: Float64Array;
}

function sampleMemory(n: number): SampleMemory {
  const numbers = (): Float64Array => new Float64Array(n);
  return {
    values: numbers(),
    weights: numbers(),
    cumulative: numbers(),
    cumulativeSquares: numbers(),
    used: new Uint32Array(n),
    unsorted: numbers(),
  };
}

/** Writes the indices of positive weights, whose values have to be finite, and these values. @returns How many they are. */
function collectUsed(
  values: ArrayLike<number>,
  weights: ArrayLike<number>,
  { used, unsorted }: SampleMemory,
): number {
  let n = 0;
  for (let i = 0; i < values.length; i++) {
    if (weights[i] === 0) continue;
    if (!Number.isFinite(values[i]!))
      throw new RangeError(`weightedSample needs finite values, got ${values[i]} at ${i}`);
    unsorted[n] = values[i]!;
    used[n++] = i;
  }
  return n;
}

/** Fills a sample with the draws in use, by their order. */
function fillSorted(
  { used, unsorted, ...sample }: SampleMemory,
  order: Uint32Array,
  weights: ArrayLike<number>,
  total: number,
): void {
  let sum = 0;
  let squares = 0;
  for (let i = 0; i < order.length; i++) {
    const weight = weights[used[order[i]!]!]! / total;
    sum += weight;
    squares += weight * weight;
    sample.values[i] = unsorted[order[i]!]!;
    sample.weights[i] = weight;
    sample.cumulative[i] = Math.min(sum, 1);
    sample.cumulativeSquares[i] = squares;
  }
  sample.cumulative[order.length - 1] = 1;
}

/** Makes a `weightedSample` that works in the same memory again and again: a sample stands until the next one is asked for. */
export function weightedSampler(): typeof weightedSample {
  const sort = orderSorter();
  let memory = sampleMemory(0);
  return (values, weights) => {
    if (values.length !== weights.length) {
      throw new RangeError(
        `weightedSample needs as many weights as values, got ${weights.length} and ${values.length}`,
      );
    }
    const total = sumOfWeights("weightedSample", weights);
    if (values.length > memory.used.length) memory = sampleMemory(values.length);
    const n = collectUsed(values, weights, memory);
    fillSorted(memory, sort(memory.unsorted.subarray(0, n)), weights, total);
    return {
      values: memory.values.subarray(0, n),
      weights: memory.weights.subarray(0, n),
      cumulative: memory.cumulative.subarray(0, n),
      cumulativeSquares: memory.cumulativeSquares.subarray(0, n),
    };
  };
}

/**
 * Sorts weighted draws of a quantity.
 *
 * Values of weight 0 are not read: to summarise a quantity given an event, set the weights of the draws without it to 0,
 * and leave its values there undefined. The Monte-Carlo errors are then those of the ratio, as they should be.
 *
 * @param values One per draw; finite where the weight is positive.
 * @param weights At least 0, of any sum.
 * @throws {RangeError} when the lengths differ, a weight is negative or not finite, all are 0, or a value in use is not
 * finite.
 * @example
 * weightedSample([3, 1, 2], [1, 1, 2]).cumulative; // .25, .75, 1
 */
export function weightedSample(values: ArrayLike<number>, weights: ArrayLike<number>): WeightedSample {
  return weightedSampler()(values, weights);
}
