import type { Panel } from "../panels.ts";
import type { VegaLitePart } from "../vega-lite-spec.ts";
import { curveLayers, type SurvivalEncodings } from "./curve-layers.ts";
import type { DrawnCurve } from "./drawn-curve.ts";
import { keyHeight, keyLayers, keyRows } from "./key-layers.ts";
import { medianLayers } from "./median-layers.ts";
import type { TimeAxis } from "./time-axis.ts";

/** Height of the plot below its key. */
const PLOT = 230;

/** Percent as everywhere in nof1, with a space. */
const PERCENT = "format(100 * datum.value, '.0f') + ' %'";

/** The probability of staying well over time, with its key above it. */
export function curvePanel(curves: readonly DrawnCurve[], axis: TimeAxis, width: number): Panel {
  const key = keyRows(curves, width);
  const top = keyHeight(key);
  const survival: VegaLitePart = {
    type: "quantitative",
    title: "Still well",
    scale: { domain: [0, 1], range: [top + PLOT, top], nice: false, zero: true },
    axis: { values: [0, 0.25, 0.5, 0.75, 1], labelExpr: PERCENT, ticks: false, grid: true },
  };
  const on: SurvivalEncodings = { time: axis.encoding(true), survival };
  return {
    width,
    height: top + PLOT,
    layer: [...curveLayers(curves, on), ...medianLayers(curves, axis.end, on), ...keyLayers(key)],
  };
}
