import type { TrialPowerResult, TrialPowerRow } from "../../../schema/index.ts";
import { seriesWords } from "../../power/power-words.ts";
import { seriesColors } from "../theme.ts";
import type { ChartRows, VegaLitePart } from "../vega-lite-spec.ts";

/** Colours of the series; further series repeat them in other dashes. */
const HUES = seriesColors;
/** Shapes of the points, one for each colour, for those who see none. */
const SHAPES = ["circle", "square", "triangle-up", "diamond", "cross", "triangle-down"];
const DASHES = [
  [1, 0],
  [5, 3],
  [1.5, 2.5],
];
/** More lines than this can't be told apart. */
const MOST = HUES.length * DASHES.length;

/** One line of the picture. */
export interface Series {
  name: string;
  hue: string;
  shape: string;
  dash: number;
  rows: TrialPowerRow[];
}

/** The lines that are drawn, and how many there would be. */
export function seriesOf(result: TrialPowerResult): { series: Series[]; nAll: number } {
  const groups = new Map<string, TrialPowerRow[]>();
  for (const row of result.rows) {
    const name = seriesWords(result, row);
    groups.set(name, [...(groups.get(name) ?? []), row]);
  }
  const series = [...groups].slice(0, MOST).map(([name, rows], i) => ({
    name,
    hue: HUES[i % HUES.length]!,
    shape: SHAPES[i % SHAPES.length]!,
    dash: Math.floor(i / HUES.length),
    rows: [...rows].sort((a, b) => a.size - b.size),
  }));
  return { series, nAll: groups.size };
}

/** Between the limits of two lines in pixels, and how much of the way to the next size so many may take. */
const [APART, MOST_SHARE, MANY] = [6, 0.4, 12];

/** How much of the way from one size to the next the lines of one size may take beside each other. */
export function shareBeside(nSeries: number): number {
  return MOST_SHARE * Math.min(1, nSeries / MANY);
}

/**
 * A little beside each other, so that the limits don't cover each other.
 *
 * @param perPixel Sizes in one pixel.
 */
export function pointsOf(series: readonly Series[], result: TrialPowerResult, perPixel: number): ChartRows {
  const sizes = [...new Set(result.rows.map(({ size }) => size))].sort((a, b) => a - b);
  const steps = sizes.slice(1).map((size, i) => size - sizes[i]!);
  const nearest = steps.length > 0 ? Math.min(...steps) : 1;
  const apart = Math.min(APART * perPixel, (shareBeside(series.length) * nearest) / series.length);
  return series.flatMap(({ name, hue, shape, dash, rows }, s) =>
    rows.map((row) => ({
      series: name,
      hue,
      shape,
      dash,
      x: row.size + (s - 0.5 * (series.length - 1)) * apart,
      power: row.power,
      powerLower: row.powerLower,
      powerUpper: row.powerUpper,
      typeOne: row.typeOneError,
      typeOneLower: row.typeOneLower,
      typeOneUpper: row.typeOneUpper,
    })),
  );
}

/** Encodings of a line's points, colour and dashes. */
export const shape: VegaLitePart = { field: "shape", type: "nominal", scale: null, legend: null };
export const hue: VegaLitePart = { field: "hue", type: "nominal", scale: null, legend: null };
export const dash: VegaLitePart = {
  field: "dash",
  type: "ordinal",
  scale: { domain: [0, 1, 2], range: DASHES },
  legend: null,
};
