/** One choice of k out of n, as the enumeration leaves it. */
export interface SubsetStep {
  /** The chosen, ascending from 0; the same array at every step, not to be changed. */
  readonly members: Int32Array;
  /** Which of n just came in, and which went out; −1 at the start. */
  added: number;
  removed: number;
}

/**
 * Enumerates all ways to choose k of n things, each from the one before by exchanging one thing for another, so that a
 * sum need only be brought up to date.
 *
 * @param n Number of things.
 * @param k How many to choose, 0 to n.
 * @returns A generator of one object that is updated in place. How many steps: `countSubsets(n, k)`.
 * @throws {RangeError} when n or k is not a whole number, or k is not in [0, n].
 * @see Knuth (2011), The Art of Computer Programming 4A, section 7.2.1.3, algorithm R (revolving-door order; Payne &
 * Ives 1979, ACM Trans Math Softw 5:163–172, doi:10.1145/355826.355830).
 * @example
 * Array.from(subsets(4, 2), ({ members }) => members.join("")); // 01, 12, 02, 23, 13, 03
 */
export function* subsets(n: number, k: number): Generator<SubsetStep, void, undefined> {
  if (!(Number.isInteger(n) && Number.isInteger(k) && k >= 0 && k <= n && n < 2 ** 31)) {
    throw new RangeError(`subsets needs whole n and k with 0 <= k <= n, got n = ${n}, k = ${k}`);
  }
  const chosen = Int32Array.from({ length: k + 1 }, (_, i) => (i < k ? i : n));
  const step: SubsetStep = { members: chosen.subarray(0, k), added: -1, removed: -1 };
  yield step;
  while (k > 0 && revolve(chosen, k, step)) yield step;
}

/** Steps R3 to R5, with c_j at chosen[j − 1] and n as c_(k + 1); false where the last subset was the last. */
function revolve(chosen: Int32Array, k: number, step: SubsetStep): boolean {
  const first = chosen[0]!;
  const grows = k % 2 === 1;
  if (grows ? first + 1 < chosen[1]! : first > 0) {
    chosen[0] = grows ? first + 1 : first - 1;
    step.added = chosen[0]!;
    step.removed = first;
    return true;
  }
  let decrease = grows;
  for (let j = 2; j <= k; j++) {
    const value = chosen[j - 1]!;
    if (decrease && value >= j) {
      step.removed = value;
      chosen[j - 1] = chosen[j - 2]!;
      chosen[j - 2] = step.added = j - 2;
      return true;
    }
    if (!decrease && value + 1 < chosen[j]!) {
      step.removed = chosen[j - 2]!;
      chosen[j - 2] = value;
      chosen[j - 1] = step.added = value + 1;
      return true;
    }
    decrease = !decrease;
  }
  return false;
}
