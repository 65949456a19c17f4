/** One of all subsets, as the enumeration leaves it. */
export interface AllSubsetsStep {
  /** 1 for each thing that is in, 0 for the others; the same array at every step, not to be changed. */
  readonly members: Uint8Array;
  /** Which thing just came in or went out; −1 at the start. */
  changed: number;
}

/**
 * Enumerates all 2ⁿ subsets of n things, each from the one before by one thing that comes in or goes out: as signs of n
 * pairs, every way to exchange them.
 *
 * @param n Number of things, 0 to 52; no more than about 30 are enumerable.
 * @returns A generator of one object that is updated in place, from the empty subset on.
 * @throws {RangeError} when n is not a whole number in that range.
 * @see Knuth (2011), The Art of Computer Programming 4A, section 7.2.1.1, algorithm G (Gray binary code).
 * @example
 * Array.from(allSubsets(2), ({ members }) => members.join("")); // 00, 10, 11, 01
 */
export function* allSubsets(n: number): Generator<AllSubsetsStep, void, undefined> {
  if (!(Number.isInteger(n) && n >= 0 && n <= 52)) {
    throw new RangeError(`allSubsets needs a whole n from 0 to 52, got ${n}`);
  }
  const members = new Uint8Array(n);
  const step: AllSubsetsStep = { members, changed: -1 };
  yield step;
  for (let odd = true; ; odd = !odd) {
    // Every other change is of the first thing; between them, of the one after the first that is in.
    const changed = odd ? 0 : members.indexOf(1) + 1;
    if (changed >= n) return;
    members[changed] = 1 - members[changed]!;
    step.changed = changed;
    yield step;
  }
}
