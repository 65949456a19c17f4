import type { RandomizationResult } from "../../../schema/index.ts";
import { formatValue } from "../../format-number.ts";
import { pixels } from "../pixels.ts";
import { textWidth } from "../text-width.ts";
import { color, fontSize } from "../theme.ts";
import type { ChartRows, VegaLitePart } from "../vega-lite-spec.ts";
import type { DistributionAxes } from "./distribution-axes.ts";
import { tailBars, tailEnds } from "./tail-bars.ts";

/** Height of a line of words above the plot, in pixels. */
export const WORD_LINE = 18;
/** Least width of a bar, and of the only one, in pixels. */
const [LEAST_BAR, ONLY_BAR] = [5, 40];
/** Least distance between two texts of one line, in pixels. */
const APART = 8;

const hue: VegaLitePart = { field: "hue", type: "nominal", scale: null, legend: null };

/** Bars, those of the tails dark; none is drawn narrower than can be seen. */
export function barLayer(result: RandomizationResult, axes: DistributionAxes): VegaLitePart {
  const least = (result.distribution.length === 1 ? ONLY_BAR : LEAST_BAR) / axes.toPixels(axes.low + 1);
  const rows: ChartRows = tailBars(result).map(({ from, to, low, high, isExtreme }) => {
    const half = 0.5 * Math.max(to - from, least);
    const middle = 0.5 * (from + to);
    return { from: middle - half, to: middle + half, low, high, hue: isExtreme ? color.relapse : color.rule };
  });
  return {
    name: "distributionBars",
    data: { values: rows },
    mark: { type: "rect", opacity: 1, stroke: color.paper, strokeWidth: 0.5 },
    encoding: {
      x: axes.x("from"),
      x2: { field: "to" },
      y: axes.y("low"),
      y2: { field: "high" },
      fill: hue,
    },
  };
}

/** A line across the plot with words above it, kept within the plot. */
interface Mark {
  name: string;
  value: number;
  text: string;
  line: number;
  dash: number[];
  own: string;
}

const MIRRORED = "as far the other way";

/** Middle and half of the width of a text above a value, kept within the plot, in pixels. */
function placed(
  value: number,
  text: string,
  { toPixels, high }: DistributionAxes,
): { x: number; half: number } {
  const half = 0.5 * textWidth(text, fontSize.small);
  return { x: Math.min(Math.max(toPixels(value), half), toPixels(high) - half), half };
}

function marksOf(result: RandomizationResult, axes: DistributionAxes): Mark[] {
  const { observed, statistic } = result;
  const { below, above } = tailEnds(result);
  const unit = ["score", "probability"].includes(statistic.unit) ? "" : statistic.unit;
  const mirrored = [below, above].filter((end): end is number => end !== null && end !== observed);
  const actual = {
    name: "observed",
    value: observed,
    text: `actual assignment: ${formatValue(observed, unit)}`,
    line: 0,
    dash: [1, 0],
    own: color.ink,
  };
  const none = {
    name: "noEffect",
    value: statistic.nullValue,
    text: "no difference",
    line: 1,
    dash: [2, 3],
    own: color.quiet,
  };
  const isApart = (value: number): boolean => {
    const [one, other] = [placed(value, MIRRORED, axes), placed(none.value, none.text, axes)];
    return Math.abs(one.x - other.x) >= one.half + other.half + APART;
  };
  const mirror = mirrored.map((value) => ({
    ...none,
    name: "mirrored",
    value,
    text: isApart(value) ? MIRRORED : "",
    dash: [5, 3],
    own: color.ink,
  }));
  return [...(observed === statistic.nullValue ? [] : [none]), ...mirror, actual];
}

/** The actual assignment, no effect, and where the other tail begins. */
export function markLayers(
  result: RandomizationResult,
  axes: DistributionAxes,
  { top, bottom }: { top: number; bottom: number },
): VegaLitePart[] {
  const shown = marksOf(result, axes).filter(({ value }) => value >= axes.low && value <= axes.high);
  return shown.flatMap(({ name, value, text, line, dash, own }) => {
    const y = top - WORD_LINE * (2 - line);
    const { x } = placed(value, text, axes);
    const rule = {
      name,
      data: { values: [{ value, y: y + 0.75 * WORD_LINE, bottom }] },
      mark: { type: "rule", color: own, strokeWidth: name === "observed" ? 2 : 1.2, strokeDash: dash },
      encoding: { x: axes.x("value"), y: pixels("y"), y2: { field: "bottom" } },
    };
    const words = {
      name: `${name}Words`,
      data: { values: [{ x, y: y + 0.25 * WORD_LINE, text }] },
      mark: { type: "text", align: "center", baseline: "middle", color: own, fontSize: fontSize.small },
      encoding: { x: pixels("x"), y: pixels("y"), text: { field: "text", type: "nominal" } },
    };
    return text === "" ? [rule] : [rule, words];
  });
}
