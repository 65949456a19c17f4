import type { TrialResult } from "../../../schema/index.ts";
import { footAxis } from "../foot-axis.ts";
import { dayTicks } from "../response-curve/ticks.ts";
import { sideAxis } from "../side-axis.ts";
import type { VegaLitePart } from "../vega-lite-spec.ts";
import type { TimelinePlaces } from "./period-bands.ts";
import { valueTicks } from "./value-ticks.ts";

/** The axes of a timeline, with what is needed to set marks by pixels. */
export interface TimelineAxes {
  low: number;
  high: number;
  /** Lowest and highest score drawn. */
  floor: number;
  ceiling: number;
  /** Horizontal units in one pixel. */
  perPixel: number;
  x(field: string): VegaLitePart;
  y(field: string): VegaLitePart;
}

/** How far limits, and a line, may leave the scores, as shares of their range, before they are cut or left out. */
const [REACH, LINE_REACH] = [0.5, 1];
/** Room above and below where all scores are equal. */
const EQUAL = 2;

/** Ends of the vertical axis: every score, and limits that are not far wider. */
export function scoreEnds({ scores, periods }: TrialResult, line: number | null): [number, number] {
  const values = scores.map(({ score }) => score);
  const [least, most] = values.reduce(
    ([low, high], value) => [Math.min(low, value), Math.max(high, value)],
    [Infinity, -Infinity],
  ) as [number, number];
  if (least === most) return [least - EQUAL, most + EQUAL];
  const range = most - least;
  const bounds = periods.flatMap(({ lower, upper }) =>
    lower === null || upper === null ? [] : [lower, upper],
  );
  const isNear = line !== null && line >= least - LINE_REACH * range && line <= most + LINE_REACH * range;
  const kept = isNear ? [line] : [];
  const low = Math.min(Math.max(least - REACH * range, Math.min(least, ...bounds)), ...kept);
  const high = Math.max(Math.min(most + REACH * range, Math.max(most, ...bounds)), ...kept);
  const edge = 0.06 * Math.max(high - low, range);
  return [low - edge, high + edge];
}

/** "Score (lower is better ↓)". */
export function scoreTitle(improvement: TrialResult["improvement"], what = "Score"): string {
  return improvement === "increase" ? `${what} (higher is better ↑)` : `${what} (lower is better ↓)`;
}

/**
 * The axes of a timeline.
 *
 * @param frame Width in pixels; top and bottom of the plot in its panel.
 * @param line A score that should be seen too; null for none.
 */
export function timelineAxes(
  result: TrialResult,
  { bands, isInDays }: TimelinePlaces,
  frame: { width: number; top: number; bottom: number },
  line: number | null,
): TimelineAxes {
  const { width, top, bottom } = frame;
  const [low, high] = [bands[0]?.from ?? 0, bands.at(-1)?.to ?? 1];
  const [floor, ceiling] = scoreEnds(result, line);
  const most = Math.max(3, Math.floor(width / 52));
  const ticks = dayTicks(low, high, most);
  const { values } = valueTicks(floor, ceiling);
  const title = isInDays ? "Day" : "Scores in their order";
  return {
    low,
    high,
    floor,
    ceiling,
    perPixel: (high - low) / width,
    x: (field) => footAxis(field, [low, high], { title, values: ticks, format: "~f" }),
    y: (field) =>
      sideAxis(field, {
        domain: [floor, ceiling],
        range: [bottom, top],
        title: scoreTitle(result.improvement),
        values,
      }),
  };
}
