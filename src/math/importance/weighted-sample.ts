import { sumOfWeights } from "./check-weights.ts";
import { sortedOrder } from "./sorted-order.ts";

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

/** The indices of positive weights whose values are finite. */
function indicesInUse(values: ArrayLike<number>, weights: ArrayLike<number>): Uint32Array {
  const indices = new Uint32Array(values.length);
  let n = 0;
  for (let i = 0; i < values.length; i++) {
    if (weights[i] === 0) continue;
    if (!Number.isFinite(values[i]!))
      throw new RangeError(`weightedSample needs finite values, got ${values[i]} at ${i}`);
    indices[n++] = i;
  }
  return indices.subarray(0, n);
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
  if (values.length !== weights.length) {
    throw new RangeError(
      `weightedSample needs as many weights as values, got ${weights.length} and ${values.length}`,
    );
  }
  const total = sumOfWeights("weightedSample", weights);
  const used = indicesInUse(values, weights);
  const n = used.length;
  const unsorted = new Float64Array(n);
  for (let i = 0; i < n; i++) unsorted[i] = values[used[i]!]!;
  const order = sortedOrder(unsorted);
  const sample: WeightedSample = {
    values: new Float64Array(n),
    weights: new Float64Array(n),
    cumulative: new Float64Array(n),
    cumulativeSquares: new Float64Array(n),
  };
  let sum = 0;
  let squares = 0;
  for (let i = 0; i < n; i++) {
    const weight = weights[used[order[i]!]!]! / total;
    sum += weight;
    squares += weight * weight;
    sample.values[i] = unsorted[order[i]!]!;
    sample.weights[i] = weight;
    sample.cumulative[i] = Math.min(sum, 1);
    sample.cumulativeSquares[i] = squares;
  }
  sample.cumulative[n - 1] = 1;
  return sample;
}
