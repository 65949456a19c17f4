import type { ComparedModel } from "../../../schema/index.ts";
import { formatFixed } from "../../format-number.ts";
import type { Panel } from "../panels.ts";
import { pixels } from "../pixels.ts";
import { truncateToWidth } from "../text-width.ts";
import { color, fontSize } from "../theme.ts";
import type { ChartRows, VegaLitePart } from "../vega-lite-spec.ts";
import { type ModelStyle, styled } from "./model-styles.ts";

const [HEADING, ROW] = [24, 21];
/** Length of the sign of a curve, and the room for the number behind a bar. */
const [SIGN, NUMBER, GAP] = [30, 34, 12];

/** One column of bars. */
interface Column {
  name: string;
  heading: string;
  of(model: ComparedModel): number | null;
}

const columns: readonly Column[] = [
  { name: "Stacking", heading: "Weight", of: ({ stackingWeight }) => stackingWeight },
  { name: "Probability", heading: "Probability", of: ({ posteriorProbability }) => posteriorProbability },
];

/** Where everything stands, in pixels from the left edge of the plot. */
interface Places {
  left: number;
  names: number;
  starts: readonly number[];
  longest: number;
}

function placesOf(width: number, left: number): Places {
  const column = Math.max(84, Math.min(150, 0.22 * width));
  const starts = columns.map((_, i) => width - (columns.length - i) * (column + GAP) + GAP);
  const names = -left + SIGN + 8;
  return { left, names, starts, longest: column - NUMBER };
}

function texts(name: string, rows: ChartRows, style: VegaLitePart = {}): VegaLitePart {
  return {
    name,
    data: { values: rows },
    mark: {
      type: "text",
      align: "left",
      baseline: "middle",
      fontSize: fontSize.label,
      color: color.ink,
      ...style,
    },
    encoding: { x: pixels("x"), y: pixels("y"), text: { field: "text", type: "nominal" } },
  };
}

function barLayers(
  { name, of }: Column,
  models: readonly ComparedModel[],
  start: number,
  longest: number,
): VegaLitePart[] {
  const rows = models.map((model, i) => {
    const weight = of(model);
    const y = HEADING + (i + 0.5) * ROW;
    const end = start + Math.max(1, longest * (weight ?? 0));
    return {
      weight,
      y,
      top: y - 6,
      foot: y + 6,
      start,
      end,
      text: weight === null ? "–" : formatFixed(weight, 2),
    };
  });
  const known = rows.filter(({ weight }) => weight !== null);
  return [
    {
      name: `compared${name}Bars`,
      data: { values: known },
      mark: { type: "rect", color: color.curve },
      encoding: { x: pixels("start"), x2: { field: "end" }, y: pixels("top"), y2: { field: "foot" } },
    },
    texts(
      `compared${name}Numbers`,
      rows.map(({ weight, y, end, text }) => ({ x: (weight === null ? start : end) + 5, y, text })),
    ),
  ];
}

/** The models with the signs of their curves, and what each weighs. */
export function weightsPanel(
  models: readonly ComparedModel[],
  styles: readonly ModelStyle[],
  width: number,
  left: number,
): Panel {
  const { names, starts, longest } = placesOf(width, left);
  const room = starts[0]! - GAP - names;
  const rows = models.map(({ label, elpd }, i) => ({
    ...styles[i]!,
    y: HEADING + (i + 0.5) * ROW,
    from: -left,
    to: -left + SIGN,
    isDrawn: elpd !== null,
    text: truncateToWidth(label, fontSize.label, room),
  }));
  return {
    width,
    height: HEADING + ROW * models.length,
    layer: [
      texts(
        "comparedHeadings",
        [
          { x: -left, y: HEADING / 2 - 4, text: "Model" },
          ...columns.map(({ heading }, i) => ({ x: starts[i]!, y: HEADING / 2 - 4, text: heading })),
        ],
        { fontSize: fontSize.small, color: color.quiet },
      ),
      {
        name: "comparedSigns",
        data: { values: rows.map(({ text: _, ...row }) => row) },
        mark: { type: "rule" },
        encoding: { x: pixels("from"), x2: { field: "to" }, y: pixels("y"), ...styled },
      },
      texts(
        "comparedNames",
        rows.map(({ y, text }) => ({ x: names, y, text })),
      ),
      ...columns.flatMap((column, i) => barLayers(column, models, starts[i]!, longest)),
    ],
  };
}
