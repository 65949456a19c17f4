import type { NaturalScale } from "../../schema/index.ts";
import { plainText } from "../plain-text.ts";
import { type ForestAxis, forestAxis, type Span } from "./forest/forest-axis.ts";
import { cutSpan } from "./forest/forest-shapes.ts";
import { layer } from "./layer.ts";
import { EDGE, type Panel } from "./panels.ts";
import { pixels } from "./pixels.ts";
import { textWidth, truncateToWidth } from "./text-width.ts";
import { color, fontSize } from "./theme.ts";
import type { ChartRows, VegaLitePart } from "./vega-lite-spec.ts";
import { withEnding } from "./with-ending.ts";

/** What a row shows: an estimate by itself, one with the others or under a prior, their mean, or a further one. */
export type IntervalTone = "alone" | "together" | "mean" | "further";

/** One interval with its name at the left and its numbers at the right. */
export interface IntervalRow extends Span {
  /** Empty where the row belongs to the one above it. */
  label: string;
  /** Behind the label, however much of that fits. */
  ending?: string;
  numbers: string;
  tone: IntervalTone;
  /** Where an end of the interval may lie, as [from, to]; absent where it is known. */
  bands?: readonly (readonly [number, number])[];
}

const TONES: Readonly<Record<IntervalTone, { hue: string; strokeWidth: number; size: number }>> = {
  alone: { hue: color.quiet, strokeWidth: 1.3, size: 34 },
  together: { hue: color.curve, strokeWidth: 3, size: 60 },
  mean: { hue: color.ink, strokeWidth: 4, size: 80 },
  further: { hue: color.relapse, strokeWidth: 4, size: 0 },
};

/** Height of a row, of one that belongs to the one above it, and above the first. */
const [ROW, CLOSE, ABOVE] = [24, 15, 4];
const GAP = 14;
const [WIDEST_NAME, LEAST_PLOT] = [280, 120];

const widest = (texts: readonly string[]): number =>
  Math.max(0, ...texts.map((text) => textWidth(text, fontSize.label)));

const hue: VegaLitePart = { field: "hue", type: "nominal", scale: null, legend: null };

/** A name cut so that its ending fits, too. */
function nameIn({ label, ending = "" }: IntervalRow, room: number): string {
  const own = Math.max(30, room - textWidth(ending, fontSize.label));
  return withEnding(truncateToWidth(plainText(label), fontSize.label, own), ending);
}

type Placed = IntervalRow & { y: number; name: string };

function placed(rows: readonly IntervalRow[], names: number): { rows: Placed[]; height: number } {
  let y = ABOVE - 0.5 * ROW;
  const found = rows.map((row) => {
    y += row.label === "" ? CLOSE : ROW;
    return { ...row, y, name: nameIn(row, names) };
  });
  return { rows: found, height: y + 0.5 * ROW + 4 };
}

function bars(rows: readonly Placed[], axis: ForestAxis): VegaLitePart[] {
  const cut = rows.flatMap((row) => {
    const span = cutSpan(row, axis);
    return span === null ? [] : [{ ...span, y: row.y, ...TONES[row.tone] }];
  });
  const arrows = cut.flatMap(({ from, to, goesBelow, goesAbove, y, hue: own }) => [
    ...(goesBelow ? [{ x: from, y, hue: own, shape: "triangle-left" }] : []),
    ...(goesAbove ? [{ x: to, y, hue: own, shape: "triangle-right" }] : []),
  ]);
  const points = rows.flatMap(({ estimate, tone, y }) =>
    TONES[tone].size > 0 && estimate !== null && estimate >= axis.low && estimate <= axis.high
      ? [{ x: estimate, y, hue: TONES[tone].hue, size: TONES[tone].size }]
      : [],
  );
  const thick = { field: "strokeWidth", type: "quantitative", scale: null, legend: null };
  const size = { field: "size", type: "quantitative", scale: null, legend: null };
  return [
    ...layer(
      "intervals",
      cut.map(({ from, to, y, hue: own, strokeWidth }) => ({ from, to, y, hue: own, strokeWidth })),
      { type: "rule" },
      { x: axis.x("from"), x2: { field: "to" }, y: pixels("y"), color: hue, strokeWidth: thick },
    ),
    ...layer(
      "arrows",
      arrows,
      { type: "point", filled: true, size: 52, opacity: 1 },
      {
        x: axis.x("x"),
        y: pixels("y"),
        fill: hue,
        shape: { field: "shape", type: "nominal", scale: null, legend: null },
      },
    ),
    ...layer(
      "medians",
      points,
      { type: "point", shape: "circle", filled: true, opacity: 1 },
      { x: axis.x("x"), y: pixels("y"), color: hue, size },
    ),
  ];
}

/** Shades where an end of an interval may lie. */
function bandLayer(rows: readonly Placed[], axis: ForestAxis): VegaLitePart[] {
  const shaded = rows.flatMap(({ bands = [], tone, y }) =>
    bands.flatMap(([lower, upper]) => {
      const cut = cutSpan({ estimate: null, lower, upper }, axis);
      return cut === null ? [] : [{ from: cut.from, to: cut.to, y, hue: TONES[tone].hue }];
    }),
  );
  return layer(
    "bands",
    shaded,
    { type: "rule", strokeWidth: 10, opacity: 0.3 },
    { x: axis.x("from"), x2: { field: "to" }, y: pixels("y"), color: hue },
  );
}

function texts(name: string, x: number, rows: ChartRows): VegaLitePart[] {
  const mark = { type: "text", align: "left", baseline: "middle", fontSize: fontSize.label };
  return layer(name, rows, mark, {
    x: { value: x },
    y: pixels("y"),
    text: { field: "text", type: "nominal" },
    color: hue,
  });
}

/** Names at the left and numbers at the right. */
function textLayers(rows: readonly Placed[], left: number, plot: number): VegaLitePart[] {
  const named = rows.filter((row) => row.name !== "");
  return [
    ...texts(
      "names",
      -left,
      named.map(({ name: text, y }) => ({ text, y, hue: color.ink })),
    ),
    ...texts(
      "numbers",
      plot + GAP,
      rows.map(({ numbers: text, y, tone }) => ({ text, y, hue: TONES[tone].hue })),
    ),
  ];
}

/** The line of no effect, where there is one on the axis. */
function noEffectLine({ noEffect }: NaturalScale, axis: ForestAxis, height: number): VegaLitePart[] {
  const isOn = noEffect !== null && noEffect >= axis.low && noEffect <= axis.high;
  return layer(
    "noEffect",
    isOn ? [{ x: noEffect, y: 0, bottom: height }] : [],
    { type: "rule", color: color.rule },
    { x: axis.x("x"), y: pixels("y"), y2: { field: "bottom" } },
  );
}

/** What tells a panel from others of the same picture. */
interface BesidePanels {
  /** Room for the names that the others need. */
  least?: number;
  /** Room for the numbers that the others need. */
  leastNumbers?: number;
  /** Before the names of its layers, which must differ within a picture. */
  name?: string;
}

/**
 * Sets intervals below each other on one axis, each with its name and numbers; one that leaves the axis ends in an arrow.
 *
 * @param scale Of the axis.
 * @param width Of the whole picture, in pixels.
 * @param beside What the panel needs beside others of the same picture.
 * @returns The panel, the room left of it, and that for its numbers.
 */
export function intervalPanel(
  intervals: readonly IntervalRow[],
  scale: NaturalScale,
  width: number,
  { least = 0, leastNumbers = 0, name = "" }: BesidePanels = {},
): { panel: Panel; left: number; numbers: number } {
  const labels = intervals.map(({ label, ending = "" }) => plainText(label) + ending);
  const numbers = Math.max(leastNumbers, Math.ceil(widest(intervals.map((row) => row.numbers))));
  const most = width - 2 * EDGE - numbers - GAP - LEAST_PLOT;
  const left = Math.ceil(Math.min(Math.max(least, Math.min(WIDEST_NAME, widest(labels)) + GAP), most));
  const plot = Math.max(LEAST_PLOT, Math.floor(width - 2 * EDGE - left - numbers - GAP));
  const { rows, height } = placed(intervals, left - GAP);
  const isFirm = ({ tone, lower, upper }: IntervalRow): boolean =>
    (tone === "alone" || tone === "together") && (lower === null || lower !== upper);
  const axis = forestAxis(
    scale,
    intervals.filter(isFirm),
    intervals.filter((row) => !isFirm(row)),
    plot,
  );
  return {
    left,
    numbers,
    panel: {
      width: plot,
      height,
      layer: [
        ...noEffectLine(scale, axis, height),
        ...bandLayer(rows, axis),
        ...bars(rows, axis),
        ...textLayers(rows, left, plot),
      ].map((part) => ({ ...part, name: `${name}${part.name}` })),
    },
  };
}
