/** A relapse after `lower` and not after `upper`, or at `lower` where the two are equal. */
export interface KnownSpan {
  lower: number;
  /** Infinity where it is open to the right. */
  upper: number;
}

/** Rows that hold the same innermost intervals. */
export interface IntervalRange {
  /** First innermost interval inside the rows' spans. */
  first: number;
  /** Last one. */
  last: number;
  /** How many rows. */
  weight: number;
}

/** Where the likelihood can put probability, and which of it each row can be. */
export interface InnermostIntervals {
  /** In order of time; exact times are intervals of length 0. */
  intervals: KnownSpan[];
  ranges: IntervalRange[];
}

/** Order of ends at one time: an exact time begins, a span ends (its end belongs to it), a span begins after it. */
const EXACT_BEGINS = 0;
const ENDS = 1;
const BEGINS_AFTER = 2;

function orderedEnds(spans: readonly KnownSpan[]): { time: number; kind: number }[] {
  return spans
    .flatMap(({ lower, upper }) => [
      { time: lower, kind: lower === upper ? EXACT_BEGINS : BEGINS_AFTER },
      { time: upper, kind: ENDS },
    ])
    .sort((a, b) => (a.time === b.time ? a.kind - b.kind : a.time - b.time));
}

/** First place from which a rising condition holds. */
function firstWhere(length: number, holds: (i: number) => boolean): number {
  let low = 0;
  let high = length;
  while (low < high) {
    const middle = (low + high) >> 1;
    if (holds(middle)) high = middle;
    else low = middle + 1;
  }
  return low;
}

/**
 * Finds the innermost intervals: those that begin where some span begins, end where some span ends, and hold no other
 * begin or end. Only they can have probability in the maximum of the likelihood, and how it lies within them has no say.
 *
 * A span holds its end and not its beginning, so that (2, 4] and (4, 6] do not meet, and an exact time at 4 lies in the
 * first of them.
 *
 * @param spans At least one.
 * @see Turnbull (1976), J R Stat Soc B 38:290–295, section 2. doi:10.1111/j.2517-6161.1976.tb01597.x
 * @example
 * innermostIntervals([{ lower: 2, upper: 6 }, { lower: 4, upper: 9 }]).intervals; // [{ lower: 4, upper: 6 }]
 */
export function innermostIntervals(spans: readonly KnownSpan[]): InnermostIntervals {
  const ends = orderedEnds(spans);
  const intervals: KnownSpan[] = [];
  for (let i = 1; i < ends.length; i++) {
    if (ends[i]!.kind === ENDS && ends[i - 1]!.kind !== ENDS)
      intervals.push({ lower: ends[i - 1]!.time, upper: ends[i]!.time });
  }
  const m = intervals.length;
  const ranges = new Map<number, IntervalRange>();
  for (const { lower, upper } of spans) {
    const exact = lower === upper;
    const first = firstWhere(m, (j) => (exact ? intervals[j]!.upper >= lower : intervals[j]!.upper > lower));
    const last = firstWhere(m, (j) => intervals[j]!.upper > upper) - 1;
    const range = ranges.get(first * m + last);
    if (range) range.weight++;
    else ranges.set(first * m + last, { first, last, weight: 1 });
  }
  return { intervals, ranges: [...ranges.values()].sort((a, b) => a.first - b.first || a.last - b.last) };
}
