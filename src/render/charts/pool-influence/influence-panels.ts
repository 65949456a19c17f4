import type { PoolInfluence, SeriesInfluence } from "../../../schema/index.ts";
import { plainText } from "../../plain-text.ts";
import { dffitsLimit, RESIDUAL_LIMIT } from "../../pooling/influence-words.ts";
import { footAxis } from "../foot-axis.ts";
import { labelExpression } from "../number-labels.ts";
import { COLUMN_GAP, type Panel, panelTitle } from "../panels.ts";
import { pixels } from "../pixels.ts";
import { roundTicks } from "../round-ticks.ts";
import { textWidth, truncateToWidth } from "../text-width.ts";
import { color, fontSize } from "../theme.ts";
import type { VegaLitePart } from "../vega-lite-spec.ts";

/** Height of the line of one series, and above the first. */
const [ROW, ABOVE] = [20, 4];

/** One column of dots. */
interface Column {
  name: string;
  title: string;
  /** Title of its axis: what is counted, and in what; behind a semicolon what is shorter. */
  axis: string;
  of(series: SeriesInfluence): number | null;
  /** Where the field draws a line. */
  limits: readonly number[];
  /** From where the dots hang. */
  base: number;
}

function columnsOf(result: PoolInfluence): Column[] {
  const limit = dffitsLimit(result);
  const { tauSquared } = result;
  return [
    {
      name: "residual",
      title: "Residual",
      axis: "in standard errors",
      of: (one) => one.studentizedDeletedResidual,
      limits: [-RESIDUAL_LIMIT, RESIDUAL_LIMIT],
      base: 0,
    },
    {
      name: "dffits",
      title: "Shift of the mean",
      axis: "DFFITS",
      of: (one) => one.dffits,
      limits: limit === null ? [] : [-limit, limit],
      base: 0,
    },
    {
      name: "cook",
      title: "Cook’s distance",
      axis: "squared shift",
      of: (one) => one.cooksDistance,
      limits: [],
      base: 0,
    },
    {
      name: "tauSquared",
      title: "τ² without it",
      axis: "variance between series; variance",
      of: (one) => one.tauSquaredDeleted,
      limits: [],
      base: tauSquared,
    },
  ];
}

/** An axis that holds all values; from the value to 1 more where they are the same. */
function acrossAll(values: readonly number[], title: string, width: number): (field: string) => VegaLitePart {
  const low = Math.min(...values);
  const high = Math.max(...values) > low ? Math.max(...values) : low + 1;
  const edge = 0.08 * (high - low);
  const [first, last] = [low - edge, high + edge];
  const ticks = roundTicks({ low: first, high: last, length: width });
  const labelExpr = labelExpression(ticks);
  return (field) =>
    footAxis(field, [first, last], {
      title,
      values: ticks,
      labelExpr,
      labelOverlap: false,
      titleFontSize: fontSize.small,
    });
}

/** The longest of the titles that fits a panel, else the last. */
function fitting(titles: string, width: number): string {
  const all = titles.split("; ");
  return all.find((title) => textWidth(title, fontSize.small) <= width + COLUMN_GAP) ?? all.at(-1)!;
}

function panelOf(column: Column, series: readonly SeriesInfluence[], width: number): Panel {
  const { name, title, axis, of, limits, base } = column;
  const height = ABOVE + ROW * series.length;
  const rows = series.flatMap((one, i) => {
    const value = of(one);
    return value === null ? [] : [{ value, base, y: ABOVE + ROW * (i + 0.5) }];
  });
  const x = acrossAll([base, ...limits, ...rows.map(({ value }) => value)], fitting(axis, width), width);
  const uprights = [{ value: base, isLimit: false }, ...limits.map((value) => ({ value, isLimit: true }))];
  return {
    width,
    height,
    title: panelTitle(title),
    layer: [
      {
        name: `${name}Lines`,
        data: { values: uprights },
        mark: { type: "rule" },
        encoding: {
          x: x("value"),
          color: { condition: { test: "datum.isLimit", value: color.relapse }, value: color.rule },
          strokeDash: { condition: { test: "datum.isLimit", value: [3, 3] }, value: [1, 0] },
        },
      },
      {
        name: `${name}Stems`,
        data: { values: rows },
        mark: { type: "rule", color: color.curve, strokeWidth: 1.2 },
        encoding: { x: x("base"), x2: { field: "value" }, y: pixels("y") },
      },
      {
        name: `${name}Dots`,
        data: { values: rows },
        mark: { type: "point", shape: "circle", filled: true, size: 44, opacity: 1, color: color.curve },
        encoding: { x: x("value"), y: pixels("y") },
      },
    ],
  };
}

function namesLayer(series: readonly SeriesInfluence[], room: number): VegaLitePart {
  const values = series.map((one, i) => ({
    text: truncateToWidth(plainText(one.series), fontSize.label, room),
    y: ABOVE + ROW * (i + 0.5),
  }));
  return {
    name: "names",
    data: { values },
    mark: { type: "text", align: "left", baseline: "middle", fontSize: fontSize.label },
    encoding: { x: { value: -room - 12 }, y: pixels("y"), text: { field: "text", type: "nominal" } },
  };
}

/** A column of dots for each measure of influence, one line for each series. */
export function influencePanels(result: PoolInfluence, plot: number, names: number): Panel[] {
  const columns = columnsOf(result);
  const width = (plot - COLUMN_GAP * (columns.length - 1)) / columns.length;
  return columns.map((column, i) => {
    const panel = panelOf(column, result.series, width);
    const layer = panel.layer as VegaLitePart[];
    return i === 0 ? { ...panel, layer: [...layer, namesLayer(result.series, names)] } : panel;
  });
}
