import { labelExpression } from "./number-labels.ts";
import type { VegaLitePart } from "./vega-lite-spec.ts";

/** Where an axis stands at the side of a plot, and what it says. */
interface SideAxis {
  domain: readonly [number, number];
  /** Pixels of both ends from the upper edge of the panel, where the plot does not fill it. */
  range?: readonly [number, number];
  title: string;
  values: readonly number[];
  /** How numbers are written; default as short as they are. */
  format?: string;
}

/** Encoding of numbers from below to above: the axis at the side of a plot has a grid and no ticks. */
export function sideAxis(field: string, { domain, range, title, values, format }: SideAxis): VegaLitePart {
  return {
    field,
    type: "quantitative",
    scale: { domain, ...(range && { range }), nice: false, zero: false },
    axis: {
      title,
      values,
      ...(format === undefined ? { labelExpr: labelExpression(values) } : { format }),
      grid: true,
      ticks: false,
    },
  };
}
