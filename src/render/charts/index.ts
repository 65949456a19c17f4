import type { Chart } from "./chart.ts";
import { responseCurve } from "./response-curve.ts";

/** Every chart. */
export const charts: readonly Chart[] = [responseCurve];

export { toSvg } from "../svg.ts";
export type { Chart, ChartableResult, ChartOptions } from "./chart.ts";
export { responseCurveChart } from "./response-curve.ts";
export type { VegaLiteSpec } from "./vega-lite-spec.ts";
