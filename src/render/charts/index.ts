import { bubble } from "./bubble.ts";
import type { Chart } from "./chart.ts";
import { forest } from "./forest.ts";
import { funnel } from "./funnel.ts";
import { multilevel } from "./multilevel.ts";
import { nextCourse } from "./next-course.ts";
import { nextScore } from "./next-score.ts";
import { influence } from "./pool-influence.ts";
import { cumulativeForest, leaveOneOutForest } from "./pool-sequence.ts";
import { pooledCounts } from "./pooled-counts.ts";
import { priorPosterior } from "./prior-and-posterior.ts";
import { priorSensitivity } from "./prior-sensitivity.ts";
import { proportion } from "./proportion.ts";
import { relapseAverage } from "./relapse-average.ts";
import { relapseDiagnostics } from "./relapse-diagnostics.ts";
import { relapseIntervals } from "./relapse-intervals.ts";
import { responseCurve } from "./response-curve.ts";
import { responseDiagnostics } from "./response-diagnostics.ts";
import { shrinkage } from "./shrinkage.ts";
import { survival } from "./survival.ts";

/** Every chart. */
export const charts: readonly Chart[] = [
  responseCurve,
  responseDiagnostics,
  nextCourse,
  nextScore,
  priorPosterior,
  forest,
  bubble,
  funnel,
  leaveOneOutForest,
  cumulativeForest,
  influence,
  pooledCounts,
  multilevel,
  shrinkage,
  priorSensitivity,
  proportion,
  survival,
  relapseIntervals,
  relapseDiagnostics,
  relapseAverage,
];

export { toSvg } from "../svg.ts";
export { bubbleChart } from "./bubble.ts";
export type { Chart, ChartableResult, ChartOptions } from "./chart.ts";
export { forecastChart } from "./forecast.ts";
export { forestChart } from "./forest.ts";
export { funnelChart } from "./funnel.ts";
export { multilevelChart } from "./multilevel.ts";
export { nextCourseChart } from "./next-course.ts";
export { nextScoreChart } from "./next-score.ts";
export { poolInfluenceChart } from "./pool-influence.ts";
export { poolSequenceChart } from "./pool-sequence.ts";
export { pooledCountsChart } from "./pooled-counts.ts";
export { priorAndPosteriorChart } from "./prior-and-posterior.ts";
export { priorSensitivityChart } from "./prior-sensitivity.ts";
export { proportionChart } from "./proportion.ts";
export { relapseAverageChart } from "./relapse-average.ts";
export { relapseDiagnosticsChart } from "./relapse-diagnostics.ts";
export { relapseIntervalsChart } from "./relapse-intervals.ts";
export { responseCurveChart } from "./response-curve.ts";
export { responseDiagnosticsChart } from "./response-diagnostics.ts";
export { shrinkageChart } from "./shrinkage.ts";
export { survivalChart } from "./survival.ts";
export type { VegaLiteSpec } from "./vega-lite-spec.ts";
