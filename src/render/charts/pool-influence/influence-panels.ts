import type { PoolInfluence, SeriesInfluence } from "../../../schema/index.ts";
import { plainText } from "../../plain-text.ts";
import { dffitsLimit, RESIDUAL_LIMIT } from "../../pooling/influence-words.ts";
import { COLUMN_GAP, type Panel, panelTitle } from "../panels.ts";
import { truncateToWidth } from "../text-width.ts";
import { color, fontSize } from "../theme.ts";
import type { VegaLitePart } from "../vega-lite-spec.ts";

/** Height of the line of one series, and above the first. */
const [ROW, ABOVE] = [20, 4];

/** One column of dots. */
interface Column {
  name: string;
  title: string;
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
      title: "Residual, st. errors",
      of: (one) => one.studentizedDeletedResidual,
      limits: [-RESIDUAL_LIMIT, RESIDUAL_LIMIT],
      base: 0,
    },
    {
      name: "dffits",
      title: "Shift of mean, DFFITS",
      of: (one) => one.dffits,
      limits: limit === null ? [] : [-limit, limit],
      base: 0,
    },
    { name: "cook", title: "Cook’s distance", of: (one) => one.cooksDistance, limits: [], base: 0 },
    {
      name: "tauSquared",
      title: "τ² without it",
      of: (one) => one.tauSquaredDeleted,
      limits: [],
      base: tauSquared,
    },
  ];
}

const pixels = (field: string): VegaLitePart => ({ field, type: "quantitative", scale: null, axis: null });

/** An axis that holds all values; from the value to 1 more where they are the same. */
function acrossAll(values: readonly number[]): (field: string) => VegaLitePart {
  const low = Math.min(...values);
  const high = Math.max(...values) > low ? Math.max(...values) : low + 1;
  const edge = 0.08 * (high - low);
  const scale = { domain: [low - edge, high + edge], nice: false, zero: false };
  const line = { domain: true, domainColor: color.rule };
  const axis = { title: null, tickCount: 3, grid: false, labelFlush: false, ...line };
  return (field) => ({ field, type: "quantitative", scale, axis });
}

function panelOf(column: Column, series: readonly SeriesInfluence[], width: number): Panel {
  const { name, title, of, limits, base } = column;
  const height = ABOVE + ROW * series.length;
  const rows = series.flatMap((one, i) => {
    const value = of(one);
    return value === null ? [] : [{ value, base, y: ABOVE + ROW * (i + 0.5) }];
  });
  const x = acrossAll([base, ...limits, ...rows.map(({ value }) => value)]);
  const uprights = [...limits.map((at) => ({ at, hue: color.relapse })), { at: base, hue: color.rule }];
  return {
    width,
    height,
    title: panelTitle(title),
    layer: [
      ...uprights.map(({ at, hue }, i) => ({
        name: `${name}Line${i}`,
        data: { values: [{ value: at }] },
        mark: { type: "rule", color: hue, ...(hue === color.relapse && { strokeDash: [3, 3] }) },
        encoding: { x: x("value") },
      })),
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
