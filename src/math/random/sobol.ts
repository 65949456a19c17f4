import type { Matrix } from "../linear/matrix.ts";
import { zeros } from "../linear/matrix.ts";
import { hash, owenScramble } from "./owen-scramble.ts";
import { BITS, directionNumbers, MAX_DIMENSION } from "./sobol-directions.ts";

const LENGTH = 2 ** BITS;

function checkRange(name: string, nPoints: number, dimension: number, from: number): void {
  if (!(Number.isInteger(dimension) && dimension >= 1 && dimension <= MAX_DIMENSION)) {
    throw new RangeError(`${name} needs a dimension from 1 to ${MAX_DIMENSION}, got ${dimension}`);
  }
  if (!(Number.isInteger(nPoints) && nPoints >= 0))
    throw new RangeError(`${name} needs a whole nPoints, got ${nPoints}`);
  if (!(Number.isInteger(from) && from >= 0 && from + nPoints <= LENGTH)) {
    throw new RangeError(
      `${name} needs 0 ≤ from ≤ 2³² − nPoints, got from = ${from} and nPoints = ${nPoints}`,
    );
  }
}

/**
 * The Sobol sequence as 32-bit fractions, in Gray-code order: the same points as in the natural order in every block of
 * 2^m from a multiple of 2^m.
 *
 * @param nPoints How many.
 * @param dimension Coordinates of each, 1 to 64.
 * @param from Index of the first; point 0 is the origin.
 * @returns By rows, nPoints × dimension; a coordinate is its number × 2⁻³².
 * @throws {RangeError} when an argument is out of range.
 * @see Joe & Kuo (2008), SIAM J Sci Comput 30:2635–2654; Antonov & Saleev (1979), USSR Comput Math Math Phys 19:252–256
 * (order).
 * @example
 * sobolFractions(3, 1); // 0, 2³¹, 3 · 2³⁰
 */
export function sobolFractions(nPoints: number, dimension: number, from = 0): Uint32Array {
  checkRange("sobolFractions", nPoints, dimension, from);
  const points = new Uint32Array(nPoints * dimension);
  const gray = (from ^ (from >>> 1)) >>> 0;
  directionNumbers(dimension).forEach((v, j) => {
    let x = 0;
    for (let k = 0; k < BITS; k++) if ((gray >>> k) & 1) x ^= v[k]!;
    for (let i = 0; i < nPoints; i++) {
      points[i * dimension + j] = x;
      // The bit in which the Gray codes of i and i + 1 differ: the lowest zero of i.
      const index = from + i;
      x ^= v[31 - Math.clz32(~index & (index + 1))]!;
    }
  });
  return points;
}

/**
 * Sobol points with Owen's nested uniform scrambling: each is uniform in (0, 1)^d, and together every 2^m of them, from
 * a multiple of 2^m, fill the cube evenly.
 *
 * Means of smooth functions over 2^m points have errors near 2^(−1.5 m) instead of 2^(−m/2). Use powers of two; the
 * error is learnt from the spread over several seeds.
 *
 * @param nPoints How many.
 * @param dimension Coordinates of each, 1 to 64.
 * @param seed Any whole number with |seed| ≤ 2⁵³: another scrambling for each.
 * @param from Index of the first, to go on with a sequence begun.
 * @returns nPoints × dimension, all in (0, 1), multiples of 2⁻³³.
 * @throws {RangeError} when an argument is out of range.
 * @see Joe & Kuo (2008), SIAM J Sci Comput 30:2635–2654. doi:10.1137/070709359; Owen (1997), Ann Stat 25:1541–1562
 * (error). doi:10.1214/aos/1031594731
 * @example
 * sobolPoints(8, 2, 42).rows; // 8
 */
export function sobolPoints(nPoints: number, dimension: number, seed: number, from = 0): Matrix {
  if (!Number.isSafeInteger(seed)) throw new RangeError(`sobolPoints needs a whole seed, got ${seed}`);
  checkRange("sobolPoints", nPoints, dimension, from);
  const fractions = sobolFractions(nPoints, dimension, from);
  const points = zeros(nPoints, dimension);
  const seedKey = hash(hash(seed | 0) ^ Math.floor(seed / 2 ** 32));
  for (let j = 0; j < dimension; j++) {
    const key = hash(hash(j + 0x9e3779b9) ^ seedKey);
    for (let k = j; k < fractions.length; k += dimension) {
      points.values[k] = (owenScramble(fractions[k]!, key) + 0.5) / LENGTH;
    }
  }
  return points;
}
