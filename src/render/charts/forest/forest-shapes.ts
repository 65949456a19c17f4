import type { ChartRows } from "../vega-lite-spec.ts";
import type { ForestAxis, Span } from "./forest-axis.ts";

/** An interval cut to the axis. */
export interface CutSpan {
  from: number;
  to: number;
  /** Whether it goes on beyond the axis, or has no end. */
  goesBelow: boolean;
  goesAbove: boolean;
}

/** Cuts an interval to the axis; null where none of it is on it. */
export function cutSpan({ lower, upper }: Span, axis: ForestAxis): CutSpan | null {
  const [low, high] = [lower ?? Number.NEGATIVE_INFINITY, upper ?? Number.POSITIVE_INFINITY];
  if (low > axis.high || high < axis.low) return null;
  return {
    from: Math.max(low, axis.low),
    to: Math.min(high, axis.high),
    goesBelow: low < axis.low,
    goesAbove: high > axis.high,
  };
}

/** Width of a diamond that would be too thin to be seen, as share of the axis. */
const LEAST_WIDTH = 0.015;

/**
 * Corners of a diamond around an estimate, cut off where it leaves the axis.
 *
 * @param y Middle, in pixels.
 * @param half Half of its height.
 */
export function diamond(span: Span, axis: ForestAxis, y: number, half: number): ChartRows {
  const cut = cutSpan(span, axis);
  const { estimate } = span;
  if (cut === null || estimate === null) return [];
  const least = LEAST_WIDTH * Math.abs(axis.even(axis.high) - axis.even(axis.low));
  if (span.lower !== null && span.upper !== null && axis.even(span.upper) - axis.even(span.lower) < least) {
    const side = (by: number): number => axis.back(axis.even(estimate) + 0.5 * by * least);
    const corners: [number, number][] = [
      [side(-1), y],
      [estimate, y - half],
      [side(1), y],
      [estimate, y + half],
    ];
    return corners.map(([x, height], order) => ({ x, y: height, order }));
  }
  const middle = Math.min(Math.max(estimate, cut.from), cut.to);
  /** Half of the height where the diamond is cut off, its outline being straight on the even scale. */
  const left = halfAt(axis.even(cut.from), axis.even(estimate), evenOrNull(span.lower, axis), half);
  const right = halfAt(axis.even(cut.to), axis.even(estimate), evenOrNull(span.upper, axis), half);
  const corners: [number, number][] = [
    [cut.from, y + left],
    [cut.from, y - left],
    [middle, y - half],
    [cut.to, y - right],
    [cut.to, y + right],
    [middle, y + half],
  ];
  return corners.map(([x, height], order) => ({ x, y: height, order }));
}

function evenOrNull(value: number | null, { even }: ForestAxis): number | null {
  return value === null ? null : even(value);
}

/** How high the diamond is at a place between its middle and its tip; the whole height where it has no tip. */
function halfAt(place: number, middle: number, tip: number | null, half: number): number {
  if (tip === null || !Number.isFinite(tip)) return half;
  if (tip === middle) return 0;
  return half * Math.min(1, Math.max(0, (tip - place) / (tip - middle)));
}
