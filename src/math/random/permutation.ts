import { integerBelow } from "./integer-below.ts";
import type { RandomStream } from "./random-stream.ts";

/**
 * Draws m of the numbers 0 to n − 1 without replacement, in random order.
 *
 * @param n How many there are, 0 to 2³².
 * @param m How many to draw, 0 to n.
 * @throws {RangeError} when n or m is not a whole number in its range.
 * @see Durstenfeld (1964), Commun ACM 7:420, algorithm 235 (Fisher–Yates), stopped after m steps.
 * @example
 * sampleWithoutReplacement(randomStream(1), 5, 2).length; // 2
 */
export function sampleWithoutReplacement(stream: RandomStream, n: number, m: number): Uint32Array {
  if (!(Number.isInteger(n) && n >= 0 && n <= 2 ** 32)) {
    throw new RangeError(`sampleWithoutReplacement needs a whole n from 0 to 2³², got ${n}`);
  }
  if (!(Number.isInteger(m) && m >= 0 && m <= n)) {
    throw new RangeError(`sampleWithoutReplacement needs a whole m from 0 to n = ${n}, got ${m}`);
  }
  const numbers = new Uint32Array(n);
  for (let i = 0; i < n; i++) numbers[i] = i;
  for (let i = 0; i < m; i++) {
    const chosen = i + integerBelow(stream, n - i);
    const value = numbers[chosen]!;
    numbers[chosen] = numbers[i]!;
    numbers[i] = value;
  }
  return numbers.slice(0, m);
}

/**
 * Draws a permutation of the numbers 0 to n − 1, all orders equally likely.
 *
 * @param n 0 to 2³².
 * @throws {RangeError} when n is not a whole number in that range.
 * @see Durstenfeld (1964), Commun ACM 7:420, algorithm 235.
 */
export function permutation(stream: RandomStream, n: number): Uint32Array {
  return sampleWithoutReplacement(stream, n, n);
}

/** The same items in random order; the array given is left as it was. */
export function shuffled<T>(stream: RandomStream, items: readonly T[]): T[] {
  return Array.from(permutation(stream, items.length), (i) => items[i]!);
}
