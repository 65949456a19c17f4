import { largestLogWeight } from "./check-weights.ts";
import { fitGeneralizedPareto, generalizedParetoQuantile, steadiedShape } from "./generalized-pareto.ts";
import { sortedOrder } from "./sorted-order.ts";

/** Why no shape could be given to the tail of the weights. */
export type NoParetoShape =
  /** Fewer than 21 draws: a fifth of them is not five. */
  | "too-few-draws"
  /** All weights of the tail are the same: nothing to smooth, and no sign of trouble. */
  | "equal-weights"
  /** Too many ties for a continuous tail: fewer than five draws above the cutoff, or a quarter at the least of them. */
  | "tied-weights"
  /** Fewer than five weights are so large that the rest of the tail vanishes beside them, or is 0. */
  | "dominated";

/** Log weights with a smoothed tail, and what the tail says. */
export interface SmoothedWeights {
  /** On the scale of those given, none above their largest. */
  logWeights: Float64Array;
  /** k̂: below ½ the weights have a variance, above .7 the answers are not to be trusted; null where undefined. */
  shape: number | null;
  /** Why `shape` is null, otherwise null. */
  shapeUndefined: NoParetoShape | null;
  /** How many weights were replaced. */
  nTail: number;
}

const FEWEST = 5;

/** exp(l) − exp(cutoff) for l and cutoff ≤ 0, without cancellation where they are close. */
function excess(l: number, cutoff: number): number {
  return cutoff > -700 ? Math.exp(cutoff) * Math.expm1(l - cutoff) : Math.exp(l) - Math.exp(cutoff);
}

/** Excesses of the tail over its cutoff, ascending: those above 0 only. */
function tailExcesses(
  logWeights: ArrayLike<number>,
  order: Uint32Array,
  nTail: number,
  largest: number,
): Float64Array {
  const n = order.length;
  const cutoff = logWeights[order[n - nTail - 1]!]! - largest;
  const excesses = new Float64Array(nTail);
  let first = nTail;
  for (let j = nTail - 1; j >= 0; j--) {
    excesses[j] = excess(logWeights[order[n - nTail + j]!]! - largest, cutoff);
    if (excesses[j]! > 0) first = j;
  }
  return excesses.subarray(first);
}

/**
 * Replaces the largest importance weights by the expected order statistics of a generalised Pareto law fitted to them.
 *
 * The tail is the largest ⌈min(n/5, 3√n)⌉ weights; of these, as R's loo does, the ones above the next largest weight are
 * fitted and replaced, and no weight becomes larger than the largest was. Draws are taken to be independent.
 *
 * @param logWeights ln(target / proposal), each up to the same additive constant; −∞ is a weight of 0.
 * @returns The weights as given, with the reason, where no shape can be fitted.
 * @throws {RangeError} when one is NaN or ∞, or none is above −∞.
 * @see Vehtari, Simpson, Gelman, Yao & Gabry (2024), J Mach Learn Res 25(72):1–58, algorithm 1 and appendix H; the
 * refusal of ties as in R's posterior.
 * @example
 * paretoSmoothedWeights([0, 1, 2]).shapeUndefined; // "too-few-draws"
 */
export function paretoSmoothedWeights(logWeights: ArrayLike<number>): SmoothedWeights {
  const largest = largestLogWeight("paretoSmoothedWeights", logWeights);
  const n = logWeights.length;
  const smoothed = new Float64Array(logWeights);
  const unsmoothed = (shapeUndefined: NoParetoShape): SmoothedWeights => ({
    logWeights: smoothed,
    shape: null,
    shapeUndefined,
    nTail: 0,
  });
  const nTail = Math.ceil(Math.min(n / 5, 3 * Math.sqrt(n)));
  if (nTail < FEWEST) return unsmoothed("too-few-draws");
  const order = sortedOrder(logWeights);
  if (logWeights[order[n - nTail]!] === largest) return unsmoothed("equal-weights");
  const excesses = tailExcesses(logWeights, order, nTail, largest);
  const nFitted = excesses.length;
  const quartile = excesses[Math.floor(nFitted / 4 + 0.5) - 1];
  if (nFitted < FEWEST || (nFitted > FEWEST && quartile === excesses[0])) {
    const cutoff = logWeights[order[n - nTail - 1]!]!;
    const vanished = cutoff === -Infinity || logWeights[order[n - FEWEST]!]! > cutoff;
    return unsmoothed(nFitted < FEWEST && vanished ? "dominated" : "tied-weights");
  }
  const law = fitGeneralizedPareto(excesses);
  if (!law) return unsmoothed("dominated");
  const shape = steadiedShape(law.shape, nFitted);
  const cutoff = Math.exp(logWeights[order[n - nTail - 1]!]! - largest);
  for (let j = 0; j < nFitted; j++) {
    const weight = cutoff + generalizedParetoQuantile((j + 0.5) / nFitted, { shape, scale: law.scale });
    smoothed[order[n - nFitted + j]!] = Math.min(Math.log(weight), 0) + largest;
  }
  return { logWeights: smoothed, shape, shapeUndefined: null, nTail: nFitted };
}

/**
 * The largest k̂ with which this many draws give steady answers: min(1 − 1/log₁₀ n, .7).
 *
 * @param nDraws At least 2; below 11 the limit is negative, so that no tail passes.
 * @throws {RangeError} when there are not at least 2 draws.
 * @see Vehtari, Simpson, Gelman, Yao & Gabry (2024), J Mach Learn Res 25(72), section 3.2.4, equation 13.
 * @example
 * paretoShapeLimit(100); // 0.5
 */
export function paretoShapeLimit(nDraws: number): number {
  if (!(nDraws >= 2)) throw new RangeError(`paretoShapeLimit needs at least 2 draws, got ${nDraws}`);
  return Math.min(1 - 1 / Math.log10(nDraws), 0.7);
}
