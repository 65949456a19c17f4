/** A tail of a discrete law at a whole number, by the law's parameters. */
export type DiscreteTail = (k: number, first: number, second: number, third: number) => number;

/** How far a probability may miss a step and still be that step, relatively: what a tail's own error may be. */
const FUZZ = 1e-13;

/** What a discrete quantile is searched in. */
export interface DiscreteSearch {
  /** P(X ≤ k). */
  lower: DiscreteTail;
  /** P(X > k). */
  upper: DiscreteTail;
  first: number;
  second: number;
  third: number;
  minimum: number;
  /** The largest value, or ∞. */
  maximum: number;
}

/** Whether k is large enough, given the tail that is searched and its goal. */
function reaches(search: DiscreteSearch, k: number, side: "lower" | "upper", goal: number): boolean {
  if (k >= search.maximum) return true;
  const { first, second, third } = search;
  return side === "lower"
    ? search.lower(k, first, second, third) >= goal
    : search.upper(k, first, second, third) <= goal;
}

/** Doubling steps from a guess until the answer is bracketed, then bisection. */
function smallest(search: DiscreteSearch, side: "lower" | "upper", goal: number, guess: number): number {
  const { minimum, maximum } = search;
  let high = Math.min(Math.max(Math.round(guess), minimum), maximum, Number.MAX_SAFE_INTEGER);
  let low = minimum;
  let step = 1;
  if (reaches(search, high, side, goal)) {
    for (; high > minimum; step *= 2) {
      const probe = Math.max(high - step, minimum);
      if (!reaches(search, probe, side, goal)) {
        low = probe + 1;
        break;
      }
      high = probe;
    }
  } else {
    do {
      low = high + 1;
      high = Math.min(high + step, maximum);
      step *= 2;
    } while (!reaches(search, high, side, goal));
  }
  while (low < high) {
    const middle = low + Math.floor((high - low) / 2);
    if (reaches(search, middle, side, goal)) high = middle;
    else low = middle + 1;
  }
  return high;
}

/**
 * The smallest k with P(X ≤ k) ≥ p, or with P(X > k) ≤ p for the upper side, by the smaller of the two tails.
 *
 * A tail within 1e-13 of the goal counts as equal to it, and a goal that is 1 − p carries half an ulp of 1 besides, so
 * that the quantile of a cdf is the point it came from, also of a cdf from elsewhere.
 *
 * @param p In [0, 1].
 * @param guess Where to begin, of any quality.
 */
export function discreteQuantile(
  search: DiscreteSearch,
  p: number,
  side: "lower" | "upper",
  guess: number,
): number {
  const lower = side === "lower";
  if (p === 0 || p === 1) return (p === 0) === lower ? search.minimum : search.maximum;
  if (p <= 0.5) return smallest(search, side, lower ? p * (1 - FUZZ) : p * (1 + FUZZ), guess);
  const slack = (1 - p) * FUZZ + 0.5 * Number.EPSILON;
  return smallest(search, lower ? "upper" : "lower", lower ? 1 - p + slack : 1 - p - slack, guess);
}
