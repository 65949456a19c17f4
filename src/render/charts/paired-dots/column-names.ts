import { color, fontSize } from "../theme.ts";
import type { ChartRows, VegaLitePart } from "../vega-lite-spec.ts";

/** A place in pixels from the upper left corner of a panel. */
export const pixels = (field: string): VegaLitePart => ({
  field,
  type: "quantitative",
  scale: null,
  axis: null,
});

/** From the plot to the middle of the names below it, in pixels. */
const BELOW = 14;

/** Names below the columns of a panel. */
export function columnNames(
  name: string,
  columns: readonly { x: number; text: string }[],
  height: number,
): VegaLitePart {
  const values: ChartRows = columns.map(({ x, text }) => ({ x, y: height + BELOW, text }));
  return {
    name,
    data: { values },
    mark: {
      type: "text",
      align: "center",
      baseline: "middle",
      fontSize: fontSize.label,
      color: color.ink,
    },
    encoding: { x: pixels("x"), y: pixels("y"), text: { field: "text", type: "nominal" } },
  };
}
