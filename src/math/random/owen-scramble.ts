/** A 32-bit mixer with two rounds of multiplication (Wellons 2018, "Prospecting for hash functions", lowbias32). */
export function hash(value: number): number {
  let z = value | 0;
  z = Math.imul(z ^ (z >>> 16), 0x21f0aaad);
  z = Math.imul(z ^ (z >>> 15), 0x735a2d97);
  return z ^ (z >>> 15);
}

/**
 * Owen's nested uniform scrambling of one coordinate in base 2: each bit is flipped or not by a coin of its own for
 * every value of the bits above it.
 *
 * The coins are bits of a hash of the key, the level and the leading bits, so no tree is stored. One hash serves four
 * levels: its bits 1 to 15 are the coins of the 1 + 2 + 4 + 8 nodes of that part of the tree. The lower half of the bits
 * has one set of coins for every upper half, which up to 2¹⁶ points of a sequence don't share: for these nothing differs.
 *
 * @param x 32-bit fraction, most significant bit first.
 * @param key Names the scrambling: mixed from the seed and the coordinate.
 * @returns The scrambled fraction, as an unsigned number.
 * @see Owen (1995), in Monte Carlo and Quasi-Monte Carlo Methods in Scientific Computing, 299–317; Laine &
 * Karras (2011), Comput Graph Forum 30:1197–1204, and Burley (2020), J Comput Graph Tech 9(4):1–20 (by
 * hashing, there with one cheaper hash for all levels, whose coins are not independent).
 */
export function owenScramble(x: number, key: number): number {
  let scrambled = 0;
  let leading = 1; // a sentinel bit above the leading bits tells their number
  for (let shift = 28; shift >= 16; shift -= 4) {
    const digit = (x >>> shift) & 15;
    const coins = hash(hash(leading ^ key) + key);
    const flips =
      (((coins >>> 1) & 1) << 3) |
      (((coins >>> (2 + (digit >>> 3))) & 1) << 2) |
      (((coins >>> (4 + (digit >>> 2))) & 1) << 1) |
      ((coins >>> (8 + (digit >>> 1))) & 1);
    scrambled |= (digit ^ flips) << shift;
    leading = (leading << 4) | digit;
  }
  const lowerCoins = hash(hash(leading ^ key) + key) >>> 16;
  return (scrambled | ((x & 0xffff) ^ lowerCoins)) >>> 0;
}
