import { weightedSample } from "../../math/importance/weighted-sample.ts";

/** How many tails are told apart, and what share of one may lie in another. */
const MOST_TAILS = 16;
const MOST_OVERLAP = 0.6;
/** By which a sum of weights may fall short. */
const ROUNDING = 1e-9;

/** One tail of a quantity: the draws beyond a value. */
export interface Tail {
  /** Of the quantity in all draws; NaN where it doesn't exist. */
  values: Float64Array;
  side: -1 | 1;
  cut: number;
}

/**
 * The weights of the draws within each tail, without the tails that lie mostly within one before them.
 *
 * @param tails The most important first.
 * @param weights Of all draws.
 * @returns Weights adding to 1 within each tail, 0 outside.
 */
export function tailRegions(tails: readonly Tail[], weights: Float64Array): Float64Array[] {
  const regions: Float64Array[] = [];
  for (const tail of tails) {
    if (regions.length === MOST_TAILS) break;
    const region = within(tail, weights);
    if (region && regions.every((other) => overlap(region, other) < MOST_OVERLAP)) regions.push(region);
  }
  return regions;
}

/** The weights of the draws within a tail, adding to 1; null where no draw is. */
function within({ values, side, cut }: Tail, weights: Float64Array): Float64Array | null {
  const region = new Float64Array(weights.length);
  let mass = 0;
  for (let i = 0; i < region.length; i++) {
    if (!(side * (values[i]! - cut) >= 0)) continue;
    region[i] = weights[i]!;
    mass += weights[i]!;
  }
  if (!(mass > 0)) return null;
  for (let i = 0; i < region.length; i++) region[i]! /= mass;
  return region;
}

/** Share of one region that lies in another. */
function overlap(region: Float64Array, other: Float64Array): number {
  let shared = 0;
  for (let i = 0; i < region.length; i++) if (other[i]! > 0) shared += region[i]!;
  return shared;
}

/** Both tails of a quantity in weighted draws, each of twice the probability that a limit cuts off. */
export function bothTails(values: Float64Array, weights: Float64Array, level: number): Tail[] {
  const existing = weights.map((weight, i) => (Number.isFinite(values[i]!) ? weight : 0));
  if (!existing.some((weight) => weight > 0)) return [];
  const { values: sorted, cumulative } = weightedSample(values, existing);
  const low = cumulative.findLastIndex((sum) => sum <= 1 - level + ROUNDING);
  const high = cumulative.findIndex((sum) => sum >= level - ROUNDING) + 1;
  if (low < 0 || high === sorted.length) return [];
  return [
    { values, side: -1, cut: sorted[low]! },
    { values, side: 1, cut: sorted[high]! },
  ];
}
