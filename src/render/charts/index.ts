import type { Chart } from "./chart.ts";
import { forest } from "./forest.ts";
import { nextCourse } from "./next-course.ts";
import { nextScore } from "./next-score.ts";
import { priorPosterior } from "./prior-and-posterior.ts";
import { proportion } from "./proportion.ts";
import { relapseAverage } from "./relapse-average.ts";
import { relapseDiagnostics } from "./relapse-diagnostics.ts";
import { relapseIntervals } from "./relapse-intervals.ts";
import { responseCurve } from "./response-curve.ts";
import { responseDiagnostics } from "./response-diagnostics.ts";
import { survival } from "./survival.ts";

/** Every chart. */
export const charts: readonly Chart[] = [
  responseCurve,
  responseDiagnostics,
  nextCourse,
  nextScore,
  priorPosterior,
  forest,
  proportion,
  survival,
  relapseIntervals,
  relapseDiagnostics,
  relapseAverage,
];

export { toSvg } from "../svg.ts";
export type { Chart, ChartableResult, ChartOptions } from "./chart.ts";
export { forecastChart } from "./forecast.ts";
export { forestChart } from "./forest.ts";
export { nextCourseChart } from "./next-course.ts";
export { nextScoreChart } from "./next-score.ts";
export { priorAndPosteriorChart } from "./prior-and-posterior.ts";
export { proportionChart } from "./proportion.ts";
export { relapseAverageChart } from "./relapse-average.ts";
export { relapseDiagnosticsChart } from "./relapse-diagnostics.ts";
export { relapseIntervalsChart } from "./relapse-intervals.ts";
export { responseCurveChart } from "./response-curve.ts";
export { responseDiagnosticsChart } from "./response-diagnostics.ts";
export { survivalChart } from "./survival.ts";
export type { VegaLiteSpec } from "./vega-lite-spec.ts";
