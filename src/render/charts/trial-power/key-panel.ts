import type { Panel } from "../panels.ts";
import { truncateToWidth } from "../text-width.ts";
import { fontSize } from "../theme.ts";
import type { ChartRows, VegaLitePart } from "../vega-lite-spec.ts";
import { dash, hue, type Series } from "./power-series.ts";

/** Height of a line of the key. */
const KEY = 18;

/** Which line is which. */
export function keyPanel(series: readonly Series[], width: number): Panel {
  const values: ChartRows = series.flatMap(({ name, hue: own, dash: pattern }, i) =>
    [0, 26].map((x) => ({
      x,
      y: KEY * (i + 0.5),
      hue: own,
      dash: pattern,
      series: truncateToWidth(name, fontSize.label, width - 40),
    })),
  );
  const x: VegaLitePart = { field: "x", type: "quantitative", scale: null, axis: null };
  const y: VegaLitePart = { field: "y", type: "quantitative", scale: null, axis: null };
  const text = { align: "left", baseline: "middle", dx: 8, fontSize: fontSize.label };
  return {
    width,
    height: KEY * series.length,
    layer: [
      {
        name: "keyLines",
        data: { values },
        mark: { type: "line", strokeWidth: 2 },
        encoding: { x, y, color: hue, strokeDash: dash, detail: { field: "y", type: "nominal" } },
      },
      {
        name: "keyNames",
        data: { values: values.filter((_, i) => i % 2 === 1) },
        mark: { type: "text", ...text },
        encoding: { x, y, text: { field: "series", type: "nominal" } },
      },
    ],
  };
}
