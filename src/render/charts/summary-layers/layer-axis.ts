import type { ForestAxis, Span } from "../forest/forest-axis.ts";
import type { LayerPanel } from "./layer-rows.ts";
import { plainAxis } from "./plain-axis.ts";

/** An interval may reach this many times the width of the middle one beyond the estimates before it is cut. */
const REACH = 5;

function isLimit(value: number | null): value is number {
  return value !== null && Number.isFinite(value);
}

/** The ends that the axis should hold: all but those far beyond the others. */
function keptEnds(spans: readonly Span[]): number[] {
  const widths = spans
    .flatMap(({ lower, upper }) => (isLimit(lower) && isLimit(upper) ? [upper - lower] : []))
    .sort((a, b) => a - b);
  const usual = widths[widths.length >> 1] ?? Number.POSITIVE_INFINITY;
  const ends = spans.flatMap(({ lower, upper }) => [lower, upper]).filter(isLimit);
  const middle = ends.toSorted((a, b) => a - b)[ends.length >> 1] ?? 0;
  return ends.filter((end) => Math.abs(end - middle) <= REACH * usual);
}

/** The axis of a panel, which holds the bounds and every interval that isn't far wider than the others. */
export function layerAxis({ groups, bounds, unit, label, mean }: LayerPanel, width: number): ForestAxis {
  const spans: Span[] = groups.flatMap(({ rows }) => rows);
  const kept = [...keptEnds(spans), bounds.lower, bounds.upper, mean].filter(isLimit);
  return plainAxis({ label, unit }, spans, kept, width);
}
