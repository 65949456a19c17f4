/** One order of n things, as the enumeration leaves it. */
export interface PermutationStep {
  /** Which thing stands at each place; the same array at every step, not to be changed. */
  readonly order: Uint16Array;
  /** The first of the two neighbouring places that were just exchanged; −1 at the start. */
  swapped: number;
}

/**
 * Enumerates all n! orders, each from the one before by exchanging two neighbours, so that a statistic need only be
 * brought up to date.
 *
 * @param n Number of things, 0 to 65,535; no others are enumerable.
 * @returns A generator of one object that is updated in place. How many steps: `countPermutations(n)`.
 * @throws {RangeError} when n is not a whole number in that range.
 * @see Knuth (2011), The Art of Computer Programming 4A, section 7.2.1.2, algorithm P (plain changes; Steinhaus,
 * Johnson & Trotter).
 * @example
 * Array.from(permutations(3), ({ order }) => order.join("")); // 012, 021, 201, 210, 120, 102
 */
export function* permutations(n: number): Generator<PermutationStep, void, undefined> {
  if (!(Number.isInteger(n) && n >= 0 && n <= 65_535)) {
    throw new RangeError(`permutations needs a whole n from 0 to 65535, got ${n}`);
  }
  const order = Uint16Array.from({ length: n }, (_, i) => i);
  const step: PermutationStep = { order, swapped: -1 };
  const inversions = new Int32Array(n + 1); // c in Knuth: how far each thing has moved
  const direction = new Int8Array(n + 1).fill(1);
  yield step;
  for (;;) {
    let moving = n;
    let atEnd = 0; // s in Knuth: how many of the larger ones stand in front
    let next = inversions[moving]! + direction[moving]!;
    while (moving > 1 && (next < 0 || next === moving)) {
      if (next === moving) atEnd++;
      direction[moving] = -direction[moving]!;
      moving--;
      next = inversions[moving]! + direction[moving]!;
    }
    if (moving <= 1) return;
    const from = moving - inversions[moving]! + atEnd - 1;
    const to = moving - next + atEnd - 1;
    const thing = order[from]!;
    order[from] = order[to]!;
    order[to] = thing;
    inversions[moving] = next;
    step.swapped = Math.min(from, to);
    yield step;
  }
}
