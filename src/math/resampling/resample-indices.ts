import { type RandomStream, randomStream } from "../random/random-stream.ts";

/** The state of xoshiro128++, four 32-bit words. */
export type IndexGenerator = Int32Array;

/** Samples up to this size take 16 random bits an index, larger ones 32. */
const SMALL = 4096;

function word(stream: RandomStream): number {
  return Math.floor(stream.uniform() * 2 ** 32) | 0;
}

/**
 * Opens the stream of indices of one block of resamples, whatever blocks were drawn before it.
 *
 * @throws {RangeError} when the seed or the block is not a whole number.
 */
export function indexGenerator(seed: number, block: number): IndexGenerator {
  const stream = randomStream(seed, block);
  const state = Int32Array.of(word(stream), word(stream), word(stream), word(stream));
  if (state.every((part) => part === 0)) state[0] = 1;
  return state;
}

/**
 * Fills an array with draws from 0 to n − 1, each equally likely, and leaves the generator behind them.
 *
 * Whole-number arithmetic only: the same numbers on every runtime. Bits are mapped to a number by multiplication; the
 * few that would favour some numbers are drawn again.
 *
 * @param n From 1 to 2²¹, which is not checked.
 * @see Blackman & Vigna (2021), ACM Trans Math Softw 47:36, figure 5 (xoshiro128++). doi:10.1145/3460772; Lemire (2019),
 * ACM Trans Model Comput Simul 29:3, algorithm 5. doi:10.1145/3230636
 */
export function fillIndices(generator: IndexGenerator, n: number, indices: Uint32Array): void {
  let a = generator[0]!;
  let b = generator[1]!;
  let c = generator[2]!;
  let d = generator[3]!;
  const small = n <= SMALL;
  const refused = (small ? 65_536 : 2 ** 32) % n;
  let filled = 0;
  while (filled < indices.length) {
    const sum = (a + d) | 0;
    const bits = (((sum << 7) | (sum >>> 25)) + a) | 0;
    const shifted = b << 9;
    c ^= a;
    d ^= b;
    b ^= c;
    a ^= d;
    c ^= shifted;
    d = (d << 11) | (d >>> 21);
    if (small) {
      const high = (bits >>> 16) * n;
      const low = (bits & 0xffff) * n;
      if ((high & 0xffff) >= refused) indices[filled++] = high >>> 16;
      if ((low & 0xffff) >= refused && filled < indices.length) indices[filled++] = low >>> 16;
    } else {
      const product = (bits >>> 0) * n;
      const index = Math.floor(product / 2 ** 32);
      if (product - index * 2 ** 32 >= refused) indices[filled++] = index;
    }
  }
  generator[0] = a;
  generator[1] = b;
  generator[2] = c;
  generator[3] = d;
}
