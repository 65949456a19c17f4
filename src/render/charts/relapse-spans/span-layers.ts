import { pixels } from "../pixels.ts";
import type { TimeAxis } from "../survival/time-axis.ts";
import { color, fontSize } from "../theme.ts";
import type { ChartRows, VegaLitePart } from "../vega-lite-spec.ts";
import { type SpanLine, VISIT_LANE } from "./span-rows.ts";

/** Length of an arrow, as a share of the axis. */
const ARROW = 0.045;

/** Bars in pixels from the top, times cut at the end of the axis. */
function spanRows(lines: readonly SpanLine[], height: number, end: number): ChartRows {
  const within = (time: number): number => Math.min(time, end);
  return lines.flatMap(({ spans }, i) =>
    spans.map(({ hue, isSeen, lane, from, to, at }) => {
      const isOpen = to === null || to > end;
      const start = within(from);
      return {
        hue,
        y: (i + lane) * height,
        zero: 0,
        from: start,
        to: to === null ? within(start + ARROW * end) : within(to),
        hasBar: to === null || to > from,
        knownUntil: isSeen ? start : 0,
        arrowAt: isOpen ? (to === null ? within(start + ARROW * end) : end) : null,
        at: at !== null && at <= end ? at : null,
        isExact: isSeen && at !== null,
        isNotYet: isSeen && to === null,
      };
    }),
  );
}

function visitRows(lines: readonly SpanLine[], height: number, end: number): ChartRows {
  return lines.flatMap(({ visits }, i) =>
    visits
      .filter(({ time }) => time <= end)
      .map(({ time, state }) => ({ time, state, y: (i + VISIT_LANE) * height })),
  );
}

const hue: VegaLitePart = { field: "hue", type: "nominal", scale: null, legend: null };

/** The part of a layer that draws only some rows. */
const when = (values: ChartRows, filter: string): VegaLitePart => ({
  data: { values },
  transform: [{ filter }],
});

function barLayers(values: ChartRows, time: VegaLitePart): VegaLitePart[] {
  const across = { x: { ...time, field: "from" }, x2: { field: "to" }, y: pixels("y"), color: hue };
  return [
    {
      name: "spanKnownWell",
      ...when(values, "datum.knownUntil > 0"),
      mark: { type: "rule", color: color.rule, strokeWidth: 1.5 },
      encoding: { x: { ...time, field: "zero" }, x2: { field: "knownUntil" }, y: pixels("y") },
    },
    {
      name: "spanBars",
      ...when(values, "datum.hasBar && !datum.isNotYet"),
      mark: { type: "rule", strokeWidth: 7, opacity: 0.5, strokeCap: "butt" },
      encoding: across,
    },
    {
      name: "spanNotYet",
      ...when(values, "datum.isNotYet"),
      mark: { type: "rule", strokeWidth: 1.5 },
      encoding: across,
    },
  ];
}

/** Arrows of what has no end, dots of what is exact, diamonds of what was computed. */
function pointLayers(values: ChartRows, time: VegaLitePart): VegaLitePart[] {
  const at = { x: { ...time, field: "at" }, y: pixels("y"), color: hue };
  const point = { type: "point", filled: true, opacity: 1 };
  const arrow = { type: "point", shape: "triangle-right", filled: false, fill: color.paper, opacity: 1 };
  return [
    {
      name: "spanArrows",
      ...when(values, "isValid(datum.arrowAt)"),
      mark: { ...arrow, strokeWidth: 1.5, size: 60, xOffset: -4 },
      encoding: { x: { ...time, field: "arrowAt" }, y: pixels("y"), stroke: hue },
    },
    {
      name: "spanExact",
      ...when(values, "datum.isExact"),
      mark: { ...point, shape: "circle", size: 70 },
      encoding: at,
    },
    {
      name: "spanEstimates",
      ...when(values, "isValid(datum.at) && !datum.isExact"),
      mark: { ...point, shape: "diamond", size: 75, stroke: color.paper, strokeWidth: 1 },
      encoding: at,
    },
  ];
}

/** Scores after a course: well, relapsed, or on both sides of the threshold. */
const VISIT_SIGNS = [
  { state: "well", shape: "circle", hue: color.course, isFilled: true },
  { state: "relapsed", shape: "triangle-up", hue: color.relapse, isFilled: true },
  { state: "undecided", shape: "circle", hue: color.quiet, isFilled: false },
] as const;

function visitLayers(values: ChartRows, time: VegaLitePart): VegaLitePart[] {
  return VISIT_SIGNS.flatMap(({ state, shape, hue: own, isFilled }) => {
    const rows = values.filter((row) => row.state === state);
    if (rows.length === 0) return [];
    return [
      {
        name: `visits${state[0]!.toUpperCase()}${state.slice(1)}`,
        data: { values: rows },
        mark: {
          type: "point",
          shape,
          size: 55,
          opacity: 1,
          strokeWidth: 1.5,
          stroke: own,
          fill: isFilled ? own : color.paper,
        },
        encoding: { x: { ...time, field: "time" }, y: pixels("y") },
      },
    ];
  });
}

/** Names to the left of the plot, and words where there is no bar. */
function wordLayers(lines: readonly SpanLine[], height: number): VegaLitePart[] {
  const rows = lines.map(({ name, words }, i) => ({
    name,
    y: (i + 0.5) * height,
    words: words?.text ?? null,
    wordsY: (i + (words?.lane ?? 0.5)) * height,
  }));
  const text = (field: string, align: string, x: number, own: string, filter: string): VegaLitePart => ({
    name: field === "name" ? "spanNames" : "spanWords",
    data: { values: rows },
    transform: [{ filter }],
    mark: { type: "text", align, baseline: "middle", fontSize: fontSize.label, color: own },
    encoding: {
      x: { value: x },
      y: pixels(field === "name" ? "y" : "wordsY"),
      text: { field, type: "nominal" },
    },
  });
  return [
    text("name", "right", -14, color.ink, "true"),
    text("words", "left", 8, color.quiet, "isValid(datum.words)"),
  ];
}

/** Everything that is drawn in the lines, each `height` pixels high. */
export function spanLayers(lines: readonly SpanLine[], height: number, axis: TimeAxis): VegaLitePart[] {
  const time = axis.encoding(true);
  const spans = spanRows(lines, height, axis.end);
  return [
    ...barLayers(spans, time),
    ...pointLayers(spans, time),
    ...visitLayers(visitRows(lines, height, axis.end), time),
    ...wordLayers(lines, height),
  ];
}
