import type { TrialPowerResult, TrialPowerRow } from "../../../schema/index.ts";
import { seriesWords } from "../../power/power-words.ts";
import { color } from "../theme.ts";
import type { ChartRows, VegaLitePart } from "../vega-lite-spec.ts";

/** Colours of the series, after Okabe & Ito (2008); further series repeat them in other dashes. */
const HUES = [color.curve, color.relapse, color.course, color.rescue, color.band, color.ink];
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
    dash: Math.floor(i / HUES.length),
    rows: [...rows].sort((a, b) => a.size - b.size),
  }));
  return { series, nAll: groups.size };
}

/** A little beside each other, so that the limits don't cover each other. */
export function pointsOf(series: readonly Series[], result: TrialPowerResult): ChartRows {
  const sizes = [...new Set(result.rows.map(({ size }) => size))].sort((a, b) => a - b);
  const steps = sizes.slice(1).map((size, i) => size - sizes[i]!);
  const range = steps.reduce((sum, step) => sum + step, 0) || 1;
  const apart = Math.min(
    0.006 * range,
    (0.05 * range) / series.length,
    (0.3 * Math.min(range, ...steps)) / series.length,
  );
  return series.flatMap(({ name, hue, dash, rows }, s) =>
    rows.map((row) => ({
      series: name,
      hue,
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

/** Encodings of a line's colour and dashes. */
export const hue: VegaLitePart = { field: "hue", type: "nominal", scale: null, legend: null };
export const dash: VegaLitePart = {
  field: "dash",
  type: "ordinal",
  scale: { domain: [0, 1, 2], range: DASHES },
  legend: null,
};
