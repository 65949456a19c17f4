import type { TrialPowerResult } from "../../../schema/index.ts";
import { type Panel, panelTitle } from "../panels.ts";
import { color } from "../theme.ts";
import type { ChartRows, VegaLitePart } from "../vega-lite-spec.ts";
import { dash, hue } from "./power-series.ts";

/** The axis of the sizes; only the last panel names them. */
export function xAxis(result: TrialPowerResult, hasTitle: boolean): VegaLitePart {
  const sizes = [...new Set(result.rows.map(({ size }) => size))].sort((a, b) => a - b);
  const units = [...new Set(result.rows.map(({ sizeUnit }) => `${sizeUnit}s`))].join(" or ");
  const room = sizes.length > 1 ? 0.06 * (sizes.at(-1)! - sizes[0]!) : 1;
  return {
    field: "x",
    type: "quantitative",
    scale: { domain: [sizes[0]! - room, sizes.at(-1)! + room], nice: false, zero: false },
    axis: hasTitle
      ? { title: `Number of ${units} in each patient`, values: sizes, format: "d", grid: false }
      : { title: null, values: sizes, labels: false, grid: false },
  };
}

/** An axis of shares. */
export function yAxis(field: string, highest: number, values: readonly number[]): VegaLitePart {
  return {
    field,
    type: "quantitative",
    scale: { domain: [0, highest], nice: false },
    axis: { title: null, values, labelExpr: "format(100 * datum.value, '~g') + ' %'", grid: true },
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
        mark: { type: "point", filled: true, opacity: 1, size: 34 },
        encoding: { x, y: y(own), color: hue },
      },
    ],
  };
}
