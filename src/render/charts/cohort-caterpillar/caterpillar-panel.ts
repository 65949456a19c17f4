import { layer } from "../layer.ts";
import { type Panel, panelTitle } from "../panels.ts";
import { pixels } from "../pixels.ts";
import { dayTicks } from "../response-curve/ticks.ts";
import { textWidth, truncateToWidth } from "../text-width.ts";
import { color, fontSize } from "../theme.ts";
import type { ChartRows, VegaLitePart } from "../vega-lite-spec.ts";
import { withEnding } from "../with-ending.ts";
import type { CaterpillarRow } from "./caterpillar-rows.ts";
import { type CaterpillarAxis, caterpillarDomain, caterpillarSpans, HUES } from "./caterpillar-spans.ts";

interface PanelShape {
  /** Before the names of the layers. */
  name: string;
  title: string;
  axis: CaterpillarAxis;
  width: number;
  height: number;
  places: readonly number[];
  hasNumbers: boolean;
  /** Room for names to the left; absent where they stand in another panel. */
  names?: number;
}

/** Between names and plot, and between plot and numbers. */
const GAP = 10;

const asIs = (field: string, type = "nominal"): VegaLitePart => ({ field, type, scale: null, legend: null });

function axisOf(axis: CaterpillarAxis, [low, high]: [number, number], width: number): VegaLitePart {
  return axis.kind === "share"
    ? {
        title: "Share of baseline",
        values: width < 120 ? [0, 1] : [0, 0.25, 0.5, 0.75, 1],
        labelExpr: "format(100 * datum.value, '~g') + ' %'",
        grid: true,
      }
    : {
        title: "Days since the course",
        values: dayTicks(low, high, Math.max(2, width / 44)),
        grid: true,
      };
}

function spanLayers(
  rows: readonly CaterpillarRow[],
  { name, places, axis, width }: PanelShape,
): VegaLitePart[] {
  const domain = caterpillarDomain(rows, axis);
  const { lines, arrows, points } = caterpillarSpans(rows, places, domain);
  const x = (field: string): VegaLitePart => ({
    field,
    type: "quantitative",
    scale: { domain, nice: false },
    axis: axisOf(axis, domain, width),
  });
  return [
    ...layer(
      `${name}Intervals`,
      lines,
      { type: "rule" },
      {
        x: x("from"),
        x2: { field: "to" },
        y: pixels("y"),
        color: asIs("hue"),
        strokeWidth: asIs("thick", "quantitative"),
      },
    ),
    ...layer(
      `${name}Arrows`,
      arrows,
      { type: "point", filled: true, size: 52, opacity: 1 },
      { x: x("x"), y: pixels("y"), fill: asIs("hue"), shape: asIs("shape") },
    ),
    ...layer(
      `${name}Points`,
      points,
      { type: "point", shape: "circle", filled: true, opacity: 1 },
      { x: x("x"), y: pixels("y"), color: asIs("hue"), size: asIs("size", "quantitative") },
    ),
  ];
}

/** A name cut so that its ending fits, too. */
function nameIn({ label, ending }: CaterpillarRow, room: number): string {
  const ended = textWidth(ending, fontSize.label);
  return withEnding(truncateToWidth(label, fontSize.label, Math.max(30, room - ended)), ending);
}

function texts(name: string, at: number, values: ChartRows): VegaLitePart[] {
  return layer(
    name,
    values,
    { type: "text", align: "left", baseline: "middle", fontSize: fontSize.label },
    { x: { value: at }, y: pixels("y"), text: { field: "text", type: "nominal" }, color: asIs("hue") },
  );
}

/** Sets the lines of one quantity below each other, each patient alone above with the others. */
export function caterpillarPanel(rows: readonly CaterpillarRow[], shape: PanelShape): Panel {
  const { name, width, height, places, names, hasNumbers } = shape;
  const named =
    names === undefined
      ? []
      : rows.map((row, i) => ({ text: nameIn(row, names - GAP), y: places[i]!, hue: color.ink }));
  const numbered = hasNumbers
    ? rows.map(({ numbers, tone }, i) => ({ text: numbers, y: places[i]!, hue: HUES[tone] }))
    : [];
  return {
    width,
    height,
    title: panelTitle(shape.title),
    layer: [
      ...spanLayers(rows, shape),
      ...texts(`${name}Names`, -(names ?? 0), named),
      ...texts(`${name}Numbers`, width + GAP, numbered),
    ],
  };
}
