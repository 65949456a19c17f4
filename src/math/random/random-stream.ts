import { uniformFloat64 } from "pure-rand/distribution/uniformFloat64";
import { xoroshiro128plusFromState } from "pure-rand/generator/xoroshiro128plus";
import { normalQuantile } from "../special/normal-quantile.ts";

/** A stream of random numbers, owned by whoever holds it. */
export interface RandomStream {
  /** Uniform on (0, 1), never 0 and never 1. */
  uniform(): number;
  /** Standard normal, by inversion: it moves smoothly with the uniform behind it. */
  normal(): number;
}

/** One round of the splitmix-like 32-bit mixer (Steele, Lea & Flood 2014, doi:10.1145/2714064.2660195). */
function mix(state: number): number {
  let z = (state + 0x9e3779b9) | 0;
  z = Math.imul(z ^ (z >>> 16), 0x21f0aaad);
  z = Math.imul(z ^ (z >>> 15), 0x735a2d97);
  return (z ^ (z >>> 15)) | 0;
}

/**
 * Opens the stream of a seed, or one of its substreams.
 *
 * The seed and every index are mixed before use, so that neighbouring seeds and indices give unrelated streams, and a
 * patient's or a resample's stream depends on its index only, never on who ran before it.
 *
 * @param seed Any whole number with |seed| < 2⁵³.
 * @param indices Path of the substream, such as patient and resample.
 * @returns A stream by xoroshiro128+.
 * @throws {RangeError} when the seed or an index is not a safe integer.
 * @see Blackman & Vigna (2021), ACM Trans Math Softw 47:36. doi:10.1145/3460772
 * @example
 * randomStream(42, 0).uniform() === randomStream(42, 0).uniform(); // true
 */
export function randomStream(seed: number, ...indices: number[]): RandomStream {
  const state = [0x243f6a88, 0x85a308d3, 0x13198a2e, 0x03707344];
  for (const word of [seed, ...indices]) {
    if (!Number.isSafeInteger(word)) throw new RangeError(`A seed must be a whole number, got ${word}`);
    const high = Math.floor(word / 2 ** 32);
    for (let i = 0; i < 4; i++) {
      state[i] = mix(
        (state[i] as number) ^ mix((word | 0) + i) ^ mix(high ^ (i << 8)) ^ (state[(i + 3) % 4] as number),
      );
    }
  }
  const generator = xoroshiro128plusFromState(state);
  const uniform = (): number => {
    let u = uniformFloat64(generator);
    while (u === 0) u = uniformFloat64(generator);
    return u;
  };
  return { uniform, normal: () => normalQuantile(uniform()) };
}
