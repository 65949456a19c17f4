import { integerBelow, type RandomStream } from "../../../math/index.ts";
import type { SampleSpace, SpaceQuantile } from "./sample-space.ts";

/** First and last index that a rank can have; none where the first is greater. */
export type IndexBox = [number, number];

/** Index of the value nearest to this one. */
export function nearestIndex(values: Float64Array, value: number): number {
  let [low, high] = [0, values.length - 1];
  while (high - low > 1) {
    const middle = (low + high) >> 1;
    if (values[middle]! <= value) low = middle;
    else high = middle;
  }
  return Math.abs(values[low]! - value) <= Math.abs(values[high]! - value) ? low : high;
}

/** Ends of the indexes that each rank can have, by the bounds and the order statistics of one rank. */
export function indexBoxes({ values, lower, upper, tolerance, n }: SampleSpace): IndexBox[] {
  return Array.from({ length: n }, (_, rank): IndexBox => {
    let [first, last] = [0, values.length - 1];
    while (first < values.length && values[first]! < lower[rank]! - tolerance) first++;
    while (last >= 0 && values[last]! > upper[rank]! + tolerance) last--;
    return [first, last];
  });
}

/** The pairs of indexes whose weighted mean is a quantile of two ranks. */
function pairsFor(
  { values, tolerance }: SampleSpace,
  quantile: SpaceQuantile,
  boxes: readonly IndexBox[],
): IndexBox[] {
  const { first, second, share, value } = quantile;
  const [low, high] = boxes[first]!;
  const [least, most] = boxes[second]!;
  const pairs: IndexBox[] = [];
  for (let i = low; i <= high; i++) {
    const j = nearestIndex(values, (value - (1 - share) * values[i]!) / share);
    const found = (1 - share) * values[i]! + share * values[j]!;
    if (j >= Math.max(i, least) && j <= most && Math.abs(found - value) <= tolerance) pairs.push([i, j]);
  }
  return pairs;
}

/** The other ranks fitted around a pair that makes a quantile. */
function fittedAround(
  boxes: readonly IndexBox[],
  { first, second }: SpaceQuantile,
  [i, j]: IndexBox,
): IndexBox[] {
  return boxes.map(([low, high], rank): IndexBox => {
    if (rank <= first) return [rank === first ? i : low, Math.min(high, i)];
    return [Math.max(low, j), rank === second ? j : high];
  });
}

/** Whether every rank has a value left, and the spread can be as small as it must be with any mean that is allowed. */
function isOpen({ n, values, sum, squares, tolerance }: SampleSpace, boxes: readonly IndexBox[]): boolean {
  let least = 0;
  for (const [low, high] of boxes) {
    if (low > high) return false;
    least += Math.max(values[low]! - sum.upper / n, sum.lower / n - values[high]!, 0) ** 2;
  }
  return least <= squares.upper + tolerance * values[values.length - 1]!;
}

/**
 * Picks values at random for the quantiles that are made of two ranks, and fits the other ranks around them.
 *
 * @returns Boxes in which every choice meets the order statistics; undefined where the picks left none.
 */
export function pickQuantileRanks(
  space: SampleSpace,
  boxes: readonly IndexBox[],
  stream: RandomStream,
): readonly IndexBox[] | undefined {
  let fitted = boxes;
  for (const quantile of space.quantiles) {
    const open = pairsFor(space, quantile, fitted)
      .map((pair) => fittedAround(fitted, quantile, pair))
      .filter((around) => isOpen(space, around));
    if (open.length === 0) return undefined;
    fitted = open[integerBelow(stream, open.length)]!;
  }
  return isOpen(space, fitted) ? fitted : undefined;
}
