import { permutations } from "../resampling/permutations.ts";
import { inversionDistribution } from "./inversions.ts";
import { midranks } from "./midranks.ts";
import type { LatticeDistribution } from "./rank-test.ts";

/** Up to this length all orders are tried where both sides have ties: 10! = 3,628,800. */
const MOST_PERMUTED = 10;

/** One side of paired values, as far as their concordance depends on it. */
export interface PairedSide {
  /** Signs of all differences, row minus column. */
  signs: Int8Array;
  /** How many values share each value that occurs more than once. */
  tieSizes: number[];
}

/** Takes from values what their concordance depends on. */
export function pairedSide(values: ArrayLike<number>): PairedSide {
  const n = values.length;
  const signs = new Int8Array(n * n);
  for (let i = 0; i < n; i++) {
    for (let j = 0; j < n; j++)
      signs[i * n + j] = values[i]! === values[j]! ? 0 : values[i]! > values[j]! ? 1 : -1;
  }
  return { signs, tieSizes: midranks(values).tieSizes };
}

/** S: concordant pairs minus discordant ones. */
export function concordance(x: PairedSide, y: PairedSide): number {
  let sum = 0;
  for (let i = 0; i < x.signs.length; i++) sum += x.signs[i]! * y.signs[i]!;
  return 0.5 * sum;
}

/** The distribution of S over all orders of y, brought up to date as neighbours are exchanged. */
function permutationDistribution(xSide: PairedSide, ySide: PairedSide, n: number): LatticeDistribution {
  const [x, y] = [xSide.signs, ySide.signs];
  const most = 0.5 * n * (n - 1);
  const counts = new Float64Array(2 * most + 1);
  let s = concordance(xSide, ySide);
  let nOrders = 0;
  for (const { order, swapped: i } of permutations(n)) {
    if (i >= 0) {
      const now = order[i]! * n;
      const before = order[i + 1]! * n;
      for (let j = 0; j < n; j++) {
        if (j === i || j === i + 1) continue;
        s += (x[i * n + j]! - x[(i + 1) * n + j]!) * (y[now + order[j]!]! - y[before + order[j]!]!);
      }
      s += 2 * x[i * n + i + 1]! * y[now + order[i + 1]!]!;
    }
    counts[s + most]!++;
    nOrders++;
  }
  return { smallest: -most, spacing: 1, probabilities: counts.map((count) => count / nOrders) };
}

/**
 * The distribution of S over all orders of one side.
 *
 * @returns null where it would take too long: ties on both sides of more than ten pairs, or some 200 pairs.
 */
export function concordanceDistribution(x: PairedSide, y: PairedSide, n: number): LatticeDistribution | null {
  if (x.tieSizes.length > 0 && y.tieSizes.length > 0) {
    return n <= MOST_PERMUTED ? permutationDistribution(x, y, n) : null;
  }
  const tieSizes = [...x.tieSizes, ...y.tieSizes];
  const nTied = tieSizes.reduce((sum, size) => sum + size, 0);
  const inversions = inversionDistribution([...tieSizes, ...new Array<number>(n - nTied).fill(1)]);
  // S = untied pairs − 2 · inversions, symmetric about 0.
  return inversions && { ...inversions, smallest: 1 - inversions.probabilities.length, spacing: 2 };
}
