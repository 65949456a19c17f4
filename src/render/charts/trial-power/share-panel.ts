import type { TrialPowerResult } from "../../../schema/index.ts";
import { type Panel, panelTitle } from "../panels.ts";
import { color } from "../theme.ts";
import type { ChartRows, VegaLitePart } from "../vega-lite-spec.ts";
import { dash, hue, shape, shareBeside } from "./power-series.ts";

/** The sizes that were tried, and the ends of their axis. */
function sizesOf({ rows }: TrialPowerResult, nSeries: number): { sizes: number[]; domain: [number, number] } {
  const sizes = [...new Set(rows.map(({ size }) => size))].sort((a, b) => a - b);
  const steps = sizes.slice(1).map((size, i) => size - sizes[i]!);
  const range = sizes.at(-1)! - sizes[0]!;
  const room = range > 0 ? 0.06 * range + 0.5 * shareBeside(nSeries) * Math.min(...steps) : 1;
  return { sizes, domain: [sizes[0]! - room, sizes.at(-1)! + room] };
}

/** How many sizes one pixel of a plot stands for. */
export function sizesPerPixel(result: TrialPowerResult, nSeries: number, width: number): number {
  const [low, high] = sizesOf(result, nSeries).domain;
  return (high - low) / width;
}

/** The axis of the sizes; only the last panel names them. */
export function xAxis(result: TrialPowerResult, nSeries: number, hasTitle: boolean): VegaLitePart {
  const { sizes, domain } = sizesOf(result, nSeries);
  const units = [...new Set(result.rows.map(({ sizeUnit }) => `${sizeUnit}s`))].join(" or ");
  return {
    field: "x",
    type: "quantitative",
    scale: { domain, nice: false, zero: false },
    axis: hasTitle
      ? { title: `Number of ${units} in each patient`, values: sizes, format: "d", grid: false }
      : { title: null, values: sizes, labels: false, grid: false },
  };
}

/** An axis of shares. */
export function yAxis(
  field: string,
  title: string,
  highest: number,
  values: readonly number[],
): VegaLitePart {
  return {
    field,
    type: "quantitative",
    scale: { domain: [0, highest], nice: false },
    axis: { title, values, labelExpr: "format(100 * datum.value, '~g') + ' %'", grid: true },
  };
}

/** One panel of shares. */
interface ShareOptions {
  title: string;
  height: number;
  fields: { value: string; lower: string; upper: string };
  aim: number;
  y: (field: string) => VegaLitePart;
  x: VegaLitePart;
}

/** Lines of one share by the size of the design, with the limits of the simulation and a line at the aim. */
export function sharePanel(
  values: ChartRows,
  width: number,
  { title, height, fields, aim, y, x }: ShareOptions,
): Panel {
  const own = fields.value;
  return {
    width,
    height,
    title: panelTitle(title),
    layer: [
      {
        name: `${own}Aim`,
        data: { values: [{ aim }] },
        mark: { type: "rule", color: color.quiet, strokeDash: [3, 3] },
        encoding: { y: { ...y("aim") } },
      },
      {
        name: `${own}Limits`,
        data: { values },
        mark: { type: "rule", strokeWidth: 1.5, strokeCap: "butt" },
        encoding: { x, y: y(fields.lower), y2: { field: fields.upper }, color: hue },
      },
      {
        name: `${own}Lines`,
        data: { values },
        mark: { type: "line", strokeWidth: 1.8 },
        encoding: {
          x,
          y: y(own),
          color: hue,
          strokeDash: dash,
          detail: { field: "series", type: "nominal" },
        },
      },
      {
        name: `${own}Points`,
        data: { values },
        mark: { type: "point", filled: true, opacity: 1, size: 46 },
        encoding: { x, y: y(own), color: hue, shape },
      },
    ],
  };
}
