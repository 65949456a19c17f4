import type { ParameterProfile } from "../../../schema/index.ts";
import { numberLabel } from "../number-labels.ts";
import { logTicks, roundTicks } from "../round-ticks.ts";
import { textWidth } from "../text-width.ts";
import { fontSize } from "../theme.ts";

/** From this ratio of the ends on, a quantity that is estimated on a log scale is drawn on one. */
const WIDE = 8;
/** Room on either side, as a share of what is drawn. */
const ROOM = 0.04;
/** How far a label may stand out of its plot, in pixels, so that it does not touch that of the next one. */
const OVERHANG = 9;

/** The quantity of one plot from left to right. */
export interface ValueScale {
  ticks: readonly { value: number; label: string }[];
  /** Pixels from the left edge of the plot. */
  x(value: number): number;
}

/**
 * A scale for all values of a plot.
 *
 * @param values At least one.
 * @param width Of the plot, in pixels.
 */
export function valueScale(
  values: readonly number[],
  { link, estimate: { unit } }: Pick<ParameterProfile, "link" | "estimate">,
  width: number,
): ValueScale {
  const [least, most] = [Math.min(...values), Math.max(...values)];
  const isLog = link === "log" && least > 0 && most / least >= WIDE;
  const even = isLog ? Math.log : (value: number): number => value;
  const room = ROOM * (even(most) - even(least) || 1);
  const [first, last] = [even(least) - room, even(most) + room];
  const [low, high] = isLog ? [Math.exp(first), Math.exp(last)] : [first, last];
  const x = (value: number): number => (width * (even(value) - first)) / (last - first);
  const kind = unit === "fraction" ? "share" : "number";
  const ticks = (isLog ? logTicks : roundTicks)({
    low,
    high,
    length: width,
    overhang: OVERHANG,
    kind,
    even,
  }).map((value) => ({ value, label: numberLabel(value, kind) }));
  return {
    x,
    ticks: ticks.filter(({ value, label }) => x(value) >= 0.5 * textWidth(label, fontSize.label) - OVERHANG),
  };
}
