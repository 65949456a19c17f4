import { sideAxis } from "../side-axis.ts";
import { valueTicks } from "../trial-timeline/value-ticks.ts";
import type { VegaLitePart } from "../vega-lite-spec.ts";

/** A vertical axis from one value to another. */
export interface ValueAxis {
  low: number;
  high: number;
  /** Room for the labels and the title, in pixels. */
  room: number;
  y(field: string): VegaLitePart;
}

/** Beyond so many times the range of the dots limits are cut, with an arrow. */
const REACH = 0.8;
/** Range of the axis where all dots are equal. */
const EQUAL = 2;

/**
 * An axis that holds every value, and limits that are not far wider.
 *
 * @param values All that must be seen; at least one.
 * @param limits What may be cut.
 */
export function valueAxis(values: readonly number[], limits: readonly number[], title: string): ValueAxis {
  const [least, most] = [Math.min(...values), Math.max(...values)];
  const range = most > least ? most - least : EQUAL;
  const bottom = Math.max(least - REACH * range, Math.min(least, ...limits));
  const top = Math.min(most + REACH * range, Math.max(most, ...limits));
  const edge = most > least ? 0.07 * (top - bottom) : Math.max(0, range - 0.5 * (top - bottom));
  const [low, high] = [bottom - edge, top + edge];
  const ticks = valueTicks(low, high);
  return {
    low,
    high,
    room: ticks.room,
    y: (field) => sideAxis(field, { domain: [low, high], title, values: ticks.values }),
  };
}
