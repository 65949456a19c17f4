import type { RandomizationResult } from "../../../schema/index.ts";
import { plainText } from "../../plain-text.ts";
import { footAxis } from "../foot-axis.ts";
import { labelExpression } from "../number-labels.ts";
import { roundTicks } from "../round-ticks.ts";
import { sideAxis } from "../side-axis.ts";
import { textWidth, truncateToWidth } from "../text-width.ts";
import { fontSize } from "../theme.ts";
import { labelRoom } from "../trial-timeline/value-ticks.ts";
import type { VegaLitePart } from "../vega-lite-spec.ts";

/** The axes of a randomization distribution. */
export interface DistributionAxes {
  low: number;
  high: number;
  /** From a value to pixels from the left. */
  toPixels(value: number): number;
  x(field: string): VegaLitePart;
  y(field: string): VegaLitePart;
}

/** Whole numbers for an axis of counts: at most six, from 0 on. */
export function countTicks(most: number): number[] {
  const power = 10 ** Math.floor(Math.log10(Math.max(1, most / 5)));
  const step = Math.max(1, [1, 2, 5, 10].map((digit) => digit * power).find((size) => most / size <= 5) ?? 1);
  return Array.from({ length: Math.floor(most / step) + 1 }, (_, i) => i * step);
}

/** Room for the vertical axis, in pixels. */
export function countRoom({ distribution }: RandomizationResult): number {
  const most = Math.max(1, ...distribution.map(({ nAssignments }) => nAssignments));
  const grouped = (count: number): string => String(count).replace(/\B(?=(\d{3})+$)/gu, ",");
  return labelRoom(countTicks(most).map(grouped));
}

/** Name of the statistic, and which way it is better; names of treatments only where they fit. */
function statisticTitle(result: RandomizationResult, width: number): string {
  const { statistic, treatment, reference, improvement } = result;
  const unit = ["score", "probability"].includes(statistic.unit) ? "" : ` (${statistic.unit})`;
  const names = [treatment, reference].map((name) => plainText(name)).join(" against ");
  const better = improvement === null ? "" : improvement === "increase" ? "; better →" : "; ← better";
  const long = `${statistic.label}${unit}, ${names}${better}`;
  if (textWidth(long, fontSize.axisTitle) <= width) return long;
  return truncateToWidth(`${statistic.label}${unit}${better}`, fontSize.axisTitle, width);
}

/**
 * The axes of a distribution.
 *
 * @param frame Width in pixels; top and bottom of the plot in its panel.
 */
export function distributionAxes(
  result: RandomizationResult,
  { width, top, bottom }: { width: number; top: number; bottom: number },
): DistributionAxes {
  const { distribution, observed, statistic } = result;
  const ends = [...distribution.flatMap(({ from, to }) => [from, to]), observed, statistic.nullValue];
  const [least, most] = [Math.min(...ends), Math.max(...ends)];
  const edge = most > least ? 0.04 * (most - least) : Math.max(1, Math.abs(most));
  const [low, high] = [least - edge, most + edge];
  const counts = distribution.map(({ nAssignments }) => nAssignments);
  const highest = Math.max(1, ...counts);
  const title = statisticTitle(result, width);
  const values = roundTicks({ low, high, length: width });
  const labelExpr = labelExpression(values);
  const counted = {
    domain: [0, highest],
    range: [bottom, top],
    title: "Assignments",
    values: countTicks(highest),
    format: ",~f",
  } as const;
  return {
    low,
    high,
    toPixels: (value) => (width * (value - low)) / (high - low),
    x: (field) => footAxis(field, [low, high], { title, values, labelExpr }),
    y: (field) => sideAxis(field, counted),
  };
}
