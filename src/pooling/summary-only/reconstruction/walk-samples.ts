import type { SampleSpace } from "./sample-space.ts";

/** A search so far: how many values were tried, and how many may be. */
export interface WalkBudget {
  tried: number;
  most: number;
}

/** Sums of the least (or greatest) values of the ranks after each rank. */
function sumsAfter(
  ends: Float64Array,
  limit: number,
  tighter: (a: number, b: number) => number,
): Float64Array {
  const sums = new Float64Array(ends.length + 1);
  for (let i = ends.length - 1; i >= 0; i--) sums[i] = sums[i + 1]! + tighter(ends[i]!, limit);
  return sums;
}

/** First index from `from` on whose value is at least this. */
function firstAtLeast(values: Float64Array, value: number, from: number): number {
  let [low, high] = [from, values.length];
  while (low < high) {
    const middle = (low + high) >> 1;
    if (values[middle]! < value) low = middle + 1;
    else high = middle;
  }
  return low;
}

/**
 * Yields every sample of a space once, as indexes into its values from least to greatest, in lexicographic order: always the same
 * array, to be read before the next step. A branch is left as soon as the sum can't be met any more, or the spread is passed already.
 *
 * @param space What the samples must meet.
 * @param budget Counts the values tried; the walk ends when there were too many.
 * @returns Whether the walk came to its end.
 */
export function* walkSamples(space: SampleSpace, budget: WalkBudget): Generator<Int32Array, boolean> {
  const { n, values, lower, upper, quantiles, sum, squares, tolerance } = space;
  const most = values[values.length - 1]!;
  const greatestAfter = sumsAfter(upper, most, Math.min);
  const leastAfter = sumsAfter(lower, 0, Math.max);
  const spreadSlack = tolerance * Math.max(most, tolerance);
  const at = new Int32Array(n).fill(-1);
  const sums = new Float64Array(n + 1);
  const spreads = new Float64Array(n + 1);
  const fits = (depth: number, value: number): boolean => {
    for (const { first, second, share, value: quantile } of quantiles) {
      if (second !== depth) continue;
      if (Math.abs((1 - share) * values[at[first]!]! + share * value - quantile) > tolerance) return false;
    }
    return depth < n - 1 || spreads[n]! >= squares.lower - spreadSlack;
  };
  let depth = 0;
  while (depth >= 0) {
    const least = Math.max(lower[depth]!, sum.lower - sums[depth]! - greatestAfter[depth + 1]!) - tolerance;
    const previous = depth === 0 ? 0 : at[depth - 1]!;
    const next = at[depth]! < 0 ? firstAtLeast(values, least, previous) : at[depth]! + 1;
    const value = values[next];
    const rest = value === undefined ? 0 : Math.max((n - depth - 1) * value, leastAfter[depth + 1]!);
    if (
      value === undefined ||
      value > upper[depth]! + tolerance ||
      sums[depth]! + value + rest > sum.upper + tolerance
    ) {
      at[depth] = -1;
      depth--;
      continue;
    }
    budget.tried++;
    if (budget.tried > budget.most) return false;
    at[depth] = next;
    const centered = depth === 0 ? 0 : value - sums[depth]! / depth;
    spreads[depth + 1] = spreads[depth]! + (centered * centered * depth) / (depth + 1);
    sums[depth + 1] = sums[depth]! + value;
    if (spreads[depth + 1]! > squares.upper + spreadSlack || !fits(depth, value)) continue;
    if (depth === n - 1) yield at;
    else depth++;
  }
  return true;
}
