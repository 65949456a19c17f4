import { crossingOf, outlookLabel, outlooksOf } from "../../forecast/outlook-words.ts";
import { type Panel, panelTitle } from "../panels.ts";
import { pixels } from "../pixels.ts";
import { textWidth } from "../text-width.ts";
import { color, fontSize } from "../theme.ts";
import type { ChartRows, VegaLitePart } from "../vega-lite-spec.ts";
import { dayAxis, type Outlooks } from "./outlook-panel.ts";

const ROW_HEIGHT = 34;

/** Pixel at which a label begins: where its interval begins or, in the right half, so that both end together. */
function labelStart(label: string, from: number, to: number, width: number): number {
  const own = textWidth(label, fontSize.small);
  const start = from < 0.5 * width ? from : to - own;
  return Math.max(0, Math.min(width - own, start));
}

function crossingRows(results: Outlooks, [first, last]: readonly [number, number], width: number): ChartRows {
  const within = (day: number | null): number | null =>
    day === null ? null : Math.min(last, Math.max(first, day));
  const toX = (day: number): number => (width * (day - first)) / (last - first);
  return outlooksOf(results).map((outlook) => {
    const { name } = outlook;
    const drawn = crossingOf(outlook) ?? { lower: null, upper: null, estimate: null };
    const [lower, upper, day] = [drawn.lower, drawn.upper, drawn.estimate].map(within);
    const from = lower ?? day ?? results[0].today;
    const label = outlookLabel(outlook);
    return {
      name,
      day: day ?? null,
      lower: lower ?? null,
      upper: upper ?? null,
      label,
      labelAt: labelStart(label, toX(from), toX(upper ?? from), width),
    };
  });
}

function labels(y: VegaLitePart): VegaLitePart {
  return {
    name: "crossingLabels",
    mark: {
      type: "text",
      align: "left",
      baseline: "middle",
      dy: -6,
      color: color.relapse,
      fontSize: fontSize.small,
    },
    encoding: {
      x: pixels("labelAt"),
      y,
      text: { field: "label", type: "nominal" },
    },
  };
}

/** The day of the crossing with its interval, or what is likelier, for the courses so far and each planned course. */
export function crossingPanel(results: Outlooks, days: readonly [number, number], width: number): Panel {
  const rows = crossingRows(results, days, width);
  const day = dayAxis(days, width, "Day");
  const y = {
    field: "name",
    type: "ordinal",
    scale: { domain: rows.map(({ name }) => name) },
    title: null,
    axis: { labelLimit: 0, ticks: false },
  };
  return {
    title: panelTitle("Day on which the threshold is crossed"),
    width,
    height: ROW_HEIGHT * rows.length,
    data: { values: rows },
    layer: [
      {
        name: "crossingIntervals",
        transform: [{ filter: "isValid(datum.lower) && isValid(datum.upper)" }],
        mark: { type: "rule", color: color.relapse, strokeWidth: 3, opacity: 0.85, yOffset: 7 },
        encoding: { x: { ...day, field: "lower" }, x2: { field: "upper" }, y },
      },
      {
        name: "crossingDays",
        transform: [{ filter: "isValid(datum.day)" }],
        mark: {
          type: "point",
          shape: "diamond",
          filled: true,
          opacity: 1,
          size: 85,
          color: color.relapse,
          stroke: color.paper,
          strokeWidth: 1.25,
          yOffset: 7,
        },
        encoding: { x: { ...day, field: "day" }, y },
      },
      labels(y),
    ],
  };
}
