import { layer } from "../layer.ts";
import { pixels } from "../pixels.ts";
import { color, fontSize } from "../theme.ts";
import type { ChartRows, VegaLitePart } from "../vega-lite-spec.ts";
import type { ForestAxis } from "./forest-axis.ts";
import type { ForestLayout } from "./forest-layout.ts";
import type { ForestLine, ForestMark, ForestTable } from "./forest-rows.ts";
import { cutSpan, diamond } from "./forest-shapes.ts";

/** Side of the square of the heaviest and of the lightest series, in pixels. */
const [LARGEST, SMALLEST] = [15, 5];
/** Half of the height of the headline's diamond, and of one beside it. */
const HALF_HEIGHTS: Partial<Record<ForestMark, number>> = { mean: 7, companion: 4, prior: 2.5 };

const y: VegaLitePart = pixels("y");
const hue: VegaLitePart = { field: "hue", type: "nominal", scale: null, legend: null };

const HUES: Readonly<Record<ForestMark, string>> = {
  series: color.ink,
  mean: color.curve,
  companion: color.quiet,
  prior: color.rescue,
  prediction: color.relapse,
};

/** A line of the table with its height. */
type Placed = ForestLine & { y: number };

function placed({ lines }: ForestTable, layout: ForestLayout): Placed[] {
  return lines.map((line, i) => ({ ...line, y: layout.y[i]! }));
}

/** The line of no effect, and a thin one through the mean. */
function uprightLines(
  lines: readonly Placed[],
  axis: ForestAxis,
  layout: ForestLayout,
  noEffect: number | null,
) {
  const on = (value: number | null): value is number =>
    value !== null && value >= axis.low && value <= axis.high;
  const top = Math.min(...layout.y) - 11;
  const mean = lines.find(({ mark }) => mark === "mean");
  const spans = { x: axis.x("x"), y, y2: { field: "bottom" } };
  const rows = (x: number | null, bottom: number): ChartRows => (on(x) ? [{ x, y: top, bottom }] : []);
  return [
    ...layer("noEffect", rows(noEffect, layout.height), { type: "rule", color: color.quiet }, spans),
    ...layer(
      "meanLine",
      rows(mean?.estimate ?? null, mean?.y ?? 0),
      { type: "rule", color: color.curve, strokeDash: [2, 3] },
      spans,
    ),
  ];
}

/** Whiskers, the bar of the prediction, and arrows where they leave the axis. */
function intervalLayers(lines: readonly Placed[], axis: ForestAxis): VegaLitePart[] {
  const cut = lines.flatMap((line) => {
    const span = cutSpan(line, axis);
    return span === null ? [] : [{ ...span, y: line.y, mark: line.mark, hue: HUES[line.mark] }];
  });
  const rows = (mark: ForestMark): ChartRows =>
    cut
      .filter((one) => one.mark === mark)
      .map(({ from, to, y: at, hue: own }) => ({ from, to, y: at, hue: own }));
  const encoding = { x: axis.x("from"), x2: { field: "to" }, y, color: hue };
  const arrows = cut.flatMap(({ from, to, goesBelow, goesAbove, y: at, hue: own }) => [
    ...(goesBelow ? [{ x: from, y: at, hue: own, shape: "triangle-left" }] : []),
    ...(goesAbove ? [{ x: to, y: at, hue: own, shape: "triangle-right" }] : []),
  ]);
  return [
    ...layer("whiskers", rows("series"), { type: "rule", strokeWidth: 1.3 }, encoding),
    ...layer("predictionBar", rows("prediction"), { type: "rule", strokeWidth: 6, opacity: 0.75 }, encoding),
    ...layer(
      "arrows",
      arrows,
      { type: "point", filled: true, size: 52, opacity: 1 },
      { x: axis.x("x"), y, fill: hue, shape: { field: "shape", type: "nominal", scale: null, legend: null } },
    ),
  ];
}

/** Squares whose area is the weight. */
function squares(lines: readonly Placed[], axis: ForestAxis): VegaLitePart[] {
  const series = lines.filter(({ mark }) => mark === "series");
  const most = Math.max(...series.map(({ weight }) => weight ?? 0), Number.MIN_VALUE);
  const rows = series
    .filter(({ estimate }) => estimate !== null && estimate >= axis.low && estimate <= axis.high)
    .map(({ estimate, weight, y: at }) => ({
      x: estimate,
      y: at,
      size: Math.max(SMALLEST ** 2, (LARGEST ** 2 * (weight ?? 0)) / most),
    }));
  const mark = { type: "point", shape: "square", filled: true, opacity: 1, color: color.curve };
  const size = { field: "size", type: "quantitative", scale: null, legend: null };
  return layer("squares", rows, mark, { x: axis.x("x"), y, size });
}

/** One diamond for the headline and a thinner one for each method beside it. */
function diamonds(lines: readonly Placed[], axis: ForestAxis): VegaLitePart[] {
  return lines.flatMap((line, i) => {
    const half = HALF_HEIGHTS[line.mark];
    if (half === undefined) return [];
    const mark = {
      type: "line",
      filled: true,
      interpolate: "linear-closed",
      strokeWidth: 0,
      fill: HUES[line.mark],
    };
    const order = { field: "order", type: "quantitative" };
    return layer(`diamond${i}`, diamond(line, axis, line.y, half), mark, { x: axis.x("x"), y, order });
  });
}

/** Text at a fixed place. */
function column(
  name: string,
  x: number,
  align: "left" | "right",
  rows: ChartRows,
  bold = false,
): VegaLitePart[] {
  const mark = {
    type: "text",
    align,
    baseline: "middle",
    fontSize: fontSize.label,
    ...(bold && { fontWeight: 600 }),
  };
  return layer(name, rows, mark, {
    x: { value: x },
    y,
    text: { field: "text", type: "nominal" },
    color: hue,
  });
}

function textLayers(
  { heads, differences }: ForestTable,
  lines: readonly Placed[],
  layout: ForestLayout,
): VegaLitePart[] {
  const cell = (text: string, at: number, own: string = color.ink) => ({ text, y: at, hue: own });
  const filled = (rows: readonly { text: string; y: number; hue: string }[]): ChartRows =>
    rows.filter(({ text }) => text !== "");
  const hueOf = ({ mark }: Placed): string =>
    mark === "mean" ? color.ink : mark === "series" ? color.ink : HUES[mark];
  const head = (text: string): { text: string; y: number; hue: string } =>
    cell(text, layout.heads, color.quiet);
  const labels = lines.map((line, i) => cell(layout.labels[i]!, line.y, hueOf(line)));
  const isMean = (_: unknown, i: number): boolean => lines[i]!.mark === "mean";
  const numbers = lines.map((line) => cell(line.numbers, line.y, hueOf(line)));
  const rest = (rows: typeof labels): ChartRows => rows.filter((row, i) => !isMean(row, i));
  return [
    ...column("names", -layout.left, "left", [head(heads.label), ...rest(labels)]),
    ...column("meanName", -layout.left, "left", labels.filter(isMean), true),
    ...heads.counts.flatMap((title, i) =>
      column(
        `counts${i}`,
        layout.counts[i]!,
        "right",
        filled([head(title), ...lines.map((line) => cell(line.counts[i] ?? "", line.y))]),
      ),
    ),
    ...column("numbers", layout.numbers, "left", [head(heads.numbers), ...rest(numbers)]),
    ...column("meanNumbers", layout.numbers, "left", numbers.filter(isMean), true),
    ...column(
      "differences",
      -layout.left,
      "left",
      differences.map((text, i) => cell(text, layout.height + 16 * (i + 1), color.quiet)),
    ),
    ...column(
      "weights",
      layout.weights,
      "right",
      filled([head(heads.weight), ...lines.map((line) => cell(line.weightText, line.y))]),
    ),
  ];
}

/** Thin lines under the titles and between the series and the mean, over the whole width. */
function rules({ heads, rule, left, weights }: ForestLayout): VegaLitePart[] {
  const rows = [2 * heads, ...(rule === null ? [] : [rule])].map((at) => ({ y: at }));
  const ends = { x: { value: -left }, x2: { value: weights } };
  return layer("rules", rows, { type: "rule", color: color.grid }, { ...ends, y });
}

/** Everything that a forest is made of, from the back to the front. */
export function forestLayers(
  table: ForestTable,
  axis: ForestAxis,
  layout: ForestLayout,
  noEffect: number | null,
): VegaLitePart[] {
  const lines = placed(table, layout);
  return [
    ...rules(layout),
    ...uprightLines(lines, axis, layout, noEffect),
    ...intervalLayers(lines, axis),
    ...squares(lines, axis),
    ...diamonds(lines, axis),
    ...textLayers(table, lines, layout),
  ];
}
