import type { CohortResult, SpreadPoint } from "../../schema/index.ts";
import { type BetweenPatients, betweenPatients } from "../cohort/cohort-rows.ts";
import { cohortName, heterogeneitySentences, inCell, levelOf } from "../cohort/cohort-words.ts";
import type { Chart, ChartOptions } from "./chart.ts";
import { chartWidth, type Panel, panelChart, panelTitle, plotWidth } from "./panels.ts";
import { textWidth, wrapText } from "./text-width.ts";
import { color, fontSize } from "./theme.ts";
import type { ChartRows, VegaLitePart, VegaLiteSpec } from "./vega-lite-spec.ts";

const [LEFT, GAP] = [12, 36];
/** Limits beyond this many times the end of the densities are cut. */
const MOST = 1.5;
/** Heights of the limits and of the words, where the highest density is 1. */
const [LIMITS, WORDS, TOP] = [1.18, 1.42, 1.5];

/** Densities as shares of the highest one. */
function densityRows(points: readonly SpreadPoint[], end: number): ChartRows {
  const drawn = points.filter(({ value }) => value <= end);
  const highest = Math.max(...drawn.flatMap(({ prior, posterior }) => [prior, posterior]));
  return drawn.map(({ value, prior, posterior }) => ({
    value,
    prior: prior / highest,
    posterior: posterior / highest,
  }));
}

/** The highest standard deviation that is drawn. */
function endOf({ spread }: BetweenPatients, points: readonly SpreadPoint[]): number {
  const { estimate, upper } = spread;
  const drawn = points.at(-1)?.value ?? Math.max(3 * (estimate ?? 0), 1);
  return Math.min(Math.max(drawn, upper ?? 0), MOST * Math.max(drawn, estimate ?? 0));
}

interface PanelPlace {
  index: number;
  width: number;
  height: number;
}

type Encoded = (field: string) => VegaLitePart;

/** One kind of mark for some rows; nothing without rows. */
type LayerOf = (
  name: string,
  values: ChartRows,
  mark: VegaLitePart,
  encoding: VegaLitePart,
) => VegaLitePart[];

/** The densities before and after the scores. */
function densityLayers(layer: LayerOf, densities: ChartRows, x: Encoded, y: Encoded): VegaLitePart[] {
  const before = { x: x("value"), y: y("prior") };
  const after = { x: x("value"), y: y("posterior") };
  return [
    ...layer("prior", densities, { type: "area", color: color.rule, opacity: 0.5 }, before),
    ...layer("posterior", densities, { type: "area", color: color.band, opacity: 0.4 }, after),
    ...layer("posteriorLine", densities, { type: "line", color: color.curve, strokeWidth: 2 }, after),
  ];
}

/** The estimate and its limits above the densities, with an arrow where they go on. */
function limitLayers(
  layer: LayerOf,
  { spread: { estimate, lower, upper, bound } }: BetweenPatients,
  end: number,
  x: Encoded,
  y: Encoded,
): VegaLitePart[] {
  const to = Math.min(upper ?? end, end);
  const hasLimits = lower !== null || upper !== null;
  const goesOn = upper === null ? bound !== "closed" : upper > end;
  const point = { type: "point", filled: true, opacity: 1 };
  return [
    ...layer(
      "interval",
      hasLimits ? [{ from: lower ?? 0, to, density: LIMITS }] : [],
      { type: "rule", color: color.curve, strokeWidth: 4 },
      { x: x("from"), x2: { field: "to" }, y: y("density") },
    ),
    ...layer(
      "arrow",
      goesOn ? [{ value: to, density: LIMITS }] : [],
      { ...point, shape: "triangle-right", size: 70, color: color.curve },
      { x: x("value"), y: y("density") },
    ),
    ...layer(
      "estimate",
      estimate === null ? [] : [{ value: Math.min(estimate, end), density: LIMITS }],
      { ...point, shape: "circle", size: 80, color: color.ink },
      { x: x("value"), y: y("density") },
    ),
  ];
}

const WORDS_MARK: VegaLitePart = {
  type: "text",
  align: "left",
  baseline: "middle",
  fontSize: fontSize.small,
  color: color.curve,
  lineBreak: "\n",
  lineHeight: 14,
};

function spreadPanel(
  between: BetweenPatients,
  points: readonly SpreadPoint[],
  { index, width, height }: PanelPlace,
): Panel {
  const { spread, share } = between;
  const end = endOf(between, points);
  const x: Encoded = (field) => ({
    field,
    type: "quantitative",
    scale: { domain: [0, end], nice: false },
    axis: { title: `Standard deviation between patients (${spread.unit})`, tickCount: 5, grid: false },
  });
  const y: Encoded = (field) => ({
    field,
    type: "quantitative",
    scale: { domain: [0, TOP], nice: false },
    axis: null,
  });
  const layer: LayerOf = (name, values, mark, encoding) =>
    values.length === 0 ? [] : [{ name: `${name}${index}`, data: { values }, mark, encoding }];
  const words = `${inCell(spread)}${share ? `; between patients ${inCell(share)}` : ""}`;
  const text = wrapText(words, fontSize.small, width).join("\n");
  const atLeft = { x: { value: 0 }, y: y("density"), text: { field: "text", type: "nominal" } };
  return {
    width,
    height,
    title: panelTitle(fitted(between.label, width)),
    layer: [
      ...densityLayers(layer, points.length === 0 ? [] : densityRows(points, end), x, y),
      ...limitLayers(layer, between, end, x, y),
      ...layer("words", [{ text, density: WORDS }], WORDS_MARK, atLeft),
    ],
  };
}

function fitted(label: string, width: number): string {
  const text = `${label.charAt(0).toUpperCase()}${label.slice(1)}`;
  return textWidth(text, fontSize.axisTitle) <= width ? text : text.replace(/ \(.*\)$/u, "");
}

/**
 * Draws how much patients may differ: the prior of each standard deviation between patients, and what is found of it.
 *
 * @param options Width in pixels, and height of the plots.
 * @throws {RangeError} when the width is too small to read.
 * @example
 * cohortHeterogeneityChart(fitCohort(patients)).hconcat; // relief and T50
 */
export function cohortHeterogeneityChart(result: CohortResult, options: ChartOptions = {}): VegaLiteSpec {
  const width = chartWidth(options.width);
  const rows = betweenPatients(result);
  const perRow = width < 560 ? 1 : Math.min(2, rows.length);
  const plot = Math.floor((plotWidth(width, LEFT) - (perRow - 1) * GAP) / perRow);
  const panels = rows.map((row, index) => {
    const found = result.heterogeneity.find(({ parameter }) => parameter === row.spread.parameter);
    return spreadPanel(row, found?.points ?? [], { index, width: plot, height: options.height ?? 150 });
  });
  return panelChart({
    about: { patient: cohortName(result), outcome: "how patients differ" },
    words:
      `Pale: how likely each standard deviation was taken to be before the scores; blue: after them. Dot and bar: estimate with ${levelOf(result)} limits. ${heterogeneitySentences(result)[0] ?? ""}`.trim(),
    rows: Array.from({ length: Math.ceil(panels.length / perRow) }, (_, r) =>
      panels.slice(r * perRow, (r + 1) * perRow),
    ),
    width,
    left: LEFT,
    columnGap: GAP,
  });
}

/** How much patients differ, before and after the scores. */
export const cohortHeterogeneity: Chart<CohortResult> = {
  name: "cohort-heterogeneity",
  accepts: "cohort",
  suits: (result) => betweenPatients(result).length > 0,
  spec: cohortHeterogeneityChart,
};
