import type { RandomizationResult } from "../../../schema/index.ts";
import { nExtreme } from "../../trial/test-words.ts";

/** A piece of a bar, from one height to another, in assignments. */
export interface BarPiece {
  from: number;
  to: number;
  low: number;
  high: number;
  /** Whether its assignments are as extreme as the actual one. */
  isExtreme: boolean;
}

/** Which tails count: those far from no effect on either side, or the side of improvement. */
function tailsOf({ sides, improvement }: RandomizationResult): {
  above: boolean;
  below: boolean;
  both: boolean;
} {
  const both = sides === 2;
  return { both, above: improvement === "increase", below: improvement !== "increase" };
}

/** Where the tails begin; null for a tail that does not count. */
export function tailEnds(result: RandomizationResult): { below: number | null; above: number | null } {
  const { observed, statistic } = result;
  const { both, above, below } = tailsOf(result);
  const distance = Math.abs(observed - statistic.nullValue);
  if (both) return { below: statistic.nullValue - distance, above: statistic.nullValue + distance };
  return { below: below ? observed : null, above: above ? observed : null };
}

/**
 * Bars cut into what is as extreme as the actual assignment and what is not. Bars within a tail are so as a whole; the one in
 * which a tail begins by as much as is then left of the assignments that were counted as extreme.
 */
export function tailBars(result: RandomizationResult): BarPiece[] {
  const { below, above } = tailEnds(result);
  const bars = result.distribution.filter(({ nAssignments }) => nAssignments > 0);
  const rounding = 1e-9 * Math.max(...bars.flatMap(({ from, to }) => [Math.abs(from), Math.abs(to)]), 0);
  const isWithin = ({ from, to }: { from: number; to: number }): boolean =>
    (below !== null && to < below - rounding) || (above !== null && from > above + rounding);
  const isAtEnd = ({ from, to }: { from: number; to: number }): boolean =>
    [below, above].some((end) => end !== null && from <= end + rounding && to >= end - rounding);
  const sum = (rows: typeof bars): number =>
    rows.reduce((total, { nAssignments }) => total + nAssignments, 0);
  const within = sum(bars.filter(isWithin));
  const atEnd = sum(bars.filter((bar) => !isWithin(bar) && isAtEnd(bar)));
  const share = atEnd === 0 ? 0 : Math.min(1, Math.max(0, (nExtreme(result) - within) / atEnd));
  return bars.flatMap((bar) => {
    const { from, to, nAssignments: n } = bar;
    const extreme = isWithin(bar) ? n : isAtEnd(bar) ? share * n : 0;
    const pieces: BarPiece[] = [
      { from, to, low: 0, high: extreme, isExtreme: true },
      { from, to, low: extreme, high: n, isExtreme: false },
    ];
    return pieces.filter(({ low, high }) => high > low);
  });
}
