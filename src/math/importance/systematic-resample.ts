import type { RandomStream } from "../random/random-stream.ts";
import { sumOfWeights } from "./check-weights.ts";

/**
 * Draws m equally weighted indices from weighted draws, by systematic resampling: one uniform, and a comb of m teeth.
 *
 * Each draw is taken ⌊m w⌋ or ⌈m w⌉ times, so the spread is never that of independent draws, and a quantity along which
 * the draws are sorted is resampled best of all.
 *
 * @param weights At least 0, of any sum; one per draw.
 * @param m How many to draw, at least 1.
 * @returns Indices in ascending order, with repeats.
 * @throws {RangeError} when a weight is negative or not finite, all are 0, or m is not a positive whole number.
 * @see Kitagawa (1996), J Comput Graph Stat 5:1–25, appendix; Douc, Cappé & Moulines (2005), arXiv:cs/0507025.
 * @example
 * systematicResample([0, 2, 0], 3, stream); // 1, 1, 1
 */
export function systematicResample(weights: ArrayLike<number>, m: number, stream: RandomStream): Uint32Array {
  if (!(Number.isSafeInteger(m) && m >= 1))
    throw new RangeError(`systematicResample needs m of at least 1, got ${m}`);
  const total = sumOfWeights("systematicResample", weights);
  const offset = stream.uniform();
  const indices = new Uint32Array(m);
  let last = 0;
  let cumulative = 0;
  let taken = 0;
  for (let i = 0; i < weights.length; i++) {
    if (weights[i] === 0) continue;
    last = i;
    cumulative += weights[i]!;
    const reached = (cumulative / total) * m;
    while (taken < m && taken + offset <= reached) indices[taken++] = i;
  }
  indices.fill(last, taken);
  return indices;
}
