/**
 * Evenly spread points of the unit cube: the additive recurrence on the generalised golden ratio.
 *
 * @param dimension Number of coordinates, at least 1.
 * @yields Point after point, each a fresh array of `dimension` numbers in [0, 1), without end.
 * @see Roberts (2018), "The unreasonable effectiveness of quasirandom sequences"; Niederreiter (1992), Random Number
 * Generation and Quasi-Monte Carlo Methods, chapter 3 (Kronecker sequences). doi:10.1137/1.9781611970081
 * @example
 * goldenPoints(1).next().value; // [0.118...]
 */
export function* goldenPoints(dimension: number): Generator<number[], never> {
  let ratio = 1.5;
  for (let i = 0; i < 100; i++) ratio = (1 + ratio) ** (1 / (dimension + 1));
  const steps = Array.from({ length: dimension }, (_, k) => ratio ** -(k + 1));
  for (let n = 1; ; n++) yield steps.map((step) => (0.5 + n * step) % 1);
}
