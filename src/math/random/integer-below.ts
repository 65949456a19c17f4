import type { RandomStream } from "./random-stream.ts";

/** How many values `uniform` can take: the multiples of 2⁻⁵³ inside (0, 1). */
const STEPS = 2 ** 53 - 1;

/**
 * Draws a whole number from 0 to n − 1, each as often as the others.
 *
 * The 53 bits of a uniform are divided into n equal parts; the few left over are drawn again. That decision is made on
 * whole numbers, so it falls the same on every runtime.
 *
 * @param n From 1 to 2⁵³ − 1.
 * @throws {RangeError} when n is not a whole number in that range.
 * @see Lemire (2019), ACM Trans Model Comput Simul 29:3, section 2 (division with rejection). doi:10.1145/3230636
 * @example
 * integerBelow(randomStream(1), 6); // 0, 1, 2, 3, 4 or 5
 */
export function integerBelow(stream: RandomStream, n: number): number {
  if (!(Number.isSafeInteger(n) && n >= 1))
    throw new RangeError(`integerBelow needs a whole n of at least 1, got ${n}`);
  const used = STEPS - (STEPS % n);
  for (;;) {
    const step = Math.max(Math.floor(stream.uniform() * 2 ** 53) - 1, 0);
    if (step < used) return step % n;
  }
}
