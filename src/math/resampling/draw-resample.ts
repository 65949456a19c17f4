import { randomStream } from "../random/random-stream.ts";

/** The state of xoshiro128++, four 32-bit words. */
export type ResampleGenerator = Int32Array;

/** Largest sample that 16 random bits can choose from. */
export const LARGEST_SAMPLE = 65_536;

/**
 * Opens the generator of a seed's resamples.
 *
 * @throws {RangeError} when the seed is not a whole number.
 */
export function resampleGenerator(seed: number): ResampleGenerator {
  const { uniform } = randomStream(seed);
  const state = Int32Array.from({ length: 4 }, () => Math.floor(uniform() * 2 ** 32) | 0);
  if (state.every((word) => word === 0)) state[0] = 1;
  return state;
}

/**
 * Fills an array with as many draws with replacement from a sample, and leaves the generator behind them.
 *
 * Whole-number arithmetic only: the same draws on every runtime. Each word gives two draws of 16 bits, mapped to a place
 * by multiplication; the few that would favour some places are drawn again. It is written out, and not a `RandomStream`,
 * since the bootstrap of a simple statistic spends most of its time here.
 *
 * @param sample 1 to 65,536 values, which is not checked.
 * @param resample As many places.
 * @see Blackman & Vigna (2021), ACM Trans Math Softw 47:36, figure 5 (xoshiro128++). doi:10.1145/3460772; Lemire (2019),
 * ACM Trans Model Comput Simul 29:3, algorithm 5. doi:10.1145/3230636
 */
export function drawResample(
  generator: ResampleGenerator,
  sample: Float64Array,
  resample: Float64Array,
): void {
  let a = generator[0]!;
  let b = generator[1]!;
  let c = generator[2]!;
  let d = generator[3]!;
  const n = sample.length;
  const refused = LARGEST_SAMPLE % n;
  for (let filled = 0; filled < n; ) {
    const sum = (a + d) | 0;
    const bits = (((sum << 7) | (sum >>> 25)) + a) | 0;
    const shifted = b << 9;
    c ^= a;
    d ^= b;
    b ^= c;
    a ^= d;
    c ^= shifted;
    d = (d << 11) | (d >>> 21);
    const high = (bits >>> 16) * n;
    const low = (bits & 0xffff) * n;
    if ((high & 0xffff) >= refused) resample[filled++] = sample[high >>> 16]!;
    if ((low & 0xffff) >= refused && filled < n) resample[filled++] = sample[low >>> 16]!;
  }
  generator[0] = a;
  generator[1] = b;
  generator[2] = c;
  generator[3] = d;
}
