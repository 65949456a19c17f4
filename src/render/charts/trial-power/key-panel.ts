import type { Panel } from "../panels.ts";
import { pixels } from "../pixels.ts";
import { textWidth, truncateToWidth } from "../text-width.ts";
import { color, fontSize } from "../theme.ts";
import type { ChartRows } from "../vega-lite-spec.ts";
import { dash, hue, type Series, shape } from "./power-series.ts";

/** Height of a line of the key, length of its sign, and what stands beside a name. */
const [LINE, SIGN, BESIDE] = [18, 26, 28];

/** Columns of the key: as many as hold the longest name. */
function columnsOf(series: readonly Series[], width: number): { count: number; each: number } {
  const longest = Math.max(...series.map(({ name }) => textWidth(name, fontSize.label)));
  const count = Math.max(1, Math.min(series.length, Math.floor(width / (SIGN + longest + BESIDE))));
  const rows = Math.ceil(series.length / count);
  return { count: Math.ceil(series.length / rows), each: width / Math.ceil(series.length / rows) };
}

/** Where every entry stands, from above to below and then from left to right. */
function placed(series: readonly Series[], width: number): { rows: ChartRows; height: number } {
  const { count, each } = columnsOf(series, width);
  const nRows = Math.ceil(series.length / count);
  const rows = series.map(({ name, hue: own, shape: sign, dash: pattern }, i) => {
    const x = each * Math.floor(i / nRows);
    return {
      x,
      to: x + SIGN,
      middle: x + 0.5 * SIGN,
      name: x + SIGN + 8,
      y: LINE * ((i % nRows) + 0.5),
      hue: own,
      shape: sign,
      dash: pattern,
      series: truncateToWidth(name, fontSize.label, each - SIGN - 14),
    };
  });
  return { rows, height: LINE * nRows };
}

/** Which line is which. */
export function keyPanel(series: readonly Series[], width: number): Panel {
  const { rows, height } = placed(series, width);
  const data = { values: rows };
  const y = pixels("y");
  const text = {
    type: "text",
    align: "left",
    baseline: "middle",
    fontSize: fontSize.label,
    color: color.ink,
  };
  return {
    width,
    height,
    layer: [
      {
        name: "keyLines",
        data,
        mark: { type: "rule", strokeWidth: 2 },
        encoding: { x: pixels("x"), x2: { field: "to" }, y, color: hue, strokeDash: dash },
      },
      {
        name: "keyPoints",
        data,
        mark: { type: "point", filled: true, opacity: 1, size: 46 },
        encoding: { x: pixels("middle"), y, color: hue, shape },
      },
      {
        name: "keyNames",
        data,
        mark: text,
        encoding: { x: pixels("name"), y, text: { field: "series", type: "nominal" } },
      },
    ],
  };
}
