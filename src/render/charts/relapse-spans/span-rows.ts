import type { Estimate, RelapseResult, RelapseRow } from "../../../schema/index.ts";
import { courseName, onlyPatient } from "../../relapse/relapse-name.ts";
import { rangeOf } from "../../relapse/relapse-range.ts";
import { color } from "../theme.ts";

/** A relapse as it is drawn: within a span, at a time, or not yet. */
export interface DrawnSpan {
  hue: string;
  /** Whether it was seen, rather than computed. */
  isSeen: boolean;
  /** Where it lies in its line, from 0 at the top to 1. */
  lane: number;
  /** Earliest and latest time; null where there is no latest. */
  from: number;
  to: number | null;
  /** The one time where there is one. */
  at: number | null;
}

/** Where visits lie in their line. */
export const VISIT_LANE = 0.2;

/** A visit as it is drawn. */
export interface DrawnVisit {
  time: number;
  state: "well" | "relapsed" | "undecided";
}

/** One line of the picture: a name, and what is drawn behind it. */
export interface SpanLine {
  name: string;
  /** What stands in the plot, and how far down in its line, from 0 to 1. */
  words: { text: string; lane: number } | null;
  spans: DrawnSpan[];
  visits: DrawnVisit[];
}

/**
 * A line for each row as it was analysed.
 *
 * @param hueOf Color of a row, by its place.
 */
export function linesOfRows(rows: readonly RelapseRow[], hueOf: (index: number) => string): SpanLine[] {
  const isOne = onlyPatient(rows) !== null;
  return rows.map((row, i) => {
    const { lower, upper } = row;
    const at = upper === lower ? lower : null;
    return {
      name: courseName(row, i, isOne),
      words: null,
      spans: [{ hue: hueOf(i), isSeen: true, lane: 0.5, from: lower, to: upper, at }],
      visits: [],
    };
  });
}

/** A line for the predicted next relapse. */
export function linesOfNext(next: Estimate | undefined): SpanLine[] {
  if (!next || next.estimate === null) return [];
  const { estimate, lower, upper } = next;
  const span: DrawnSpan = {
    hue: color.relapse,
    isSeen: false,
    lane: 0.5,
    from: lower ?? 0,
    to: upper,
    at: estimate,
  };
  return [{ name: "next course", words: null, spans: [span], visits: [] }];
}

/** Lines for the earliest and the latest of several times, where these two are all that is known. */
export function linesOfRange(results: readonly RelapseResult[]): SpanLine[] {
  return results.flatMap((result) => {
    const range = rangeOf(result);
    if (!range) return [];
    const { n, minimum, maximum } = range;
    return [[`earliest of ${n}`, minimum] as const, [`latest of ${n}`, maximum] as const].map(
      ([name, time]) => ({
        name,
        words: null,
        spans: [{ hue: color.ink, isSeen: true, lane: 0.5, from: time, to: time, at: time }],
        visits: [],
      }),
    );
  });
}
