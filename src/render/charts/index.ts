import { baujat } from "./baujat.ts";
import { bubble } from "./bubble.ts";
import { calibration } from "./calibration.ts";
import type { Chart } from "./chart.ts";
import { cohortCaterpillar } from "./cohort-caterpillar.ts";
import { cohortCurves } from "./cohort-curves.ts";
import { cohortHeterogeneity } from "./cohort-heterogeneity.ts";
import { cohortSpaghetti } from "./cohort-spaghetti.ts";
import { forest } from "./forest.ts";
import { funnel } from "./funnel.ts";
import { modelComparison } from "./model-comparison.ts";
import { multilevel } from "./multilevel.ts";
import { nextCourse } from "./next-course.ts";
import { nextScore } from "./next-score.ts";
import { pairedDots } from "./paired-dots.ts";
import { influence } from "./pool-influence.ts";
import { cumulativeForest, leaveOneOutForest } from "./pool-sequence.ts";
import { pooledCounts } from "./pooled-counts.ts";
import { priorPosterior } from "./prior-and-posterior.ts";
import { priorSensitivity } from "./prior-sensitivity.ts";
import { profileLikelihood } from "./profile-likelihood.ts";
import { proportion } from "./proportion.ts";
import { randomization } from "./randomization.ts";
import { reconstructedSamples } from "./reconstructed-samples.ts";
import { relapseAverage } from "./relapse-average.ts";
import { relapseDiagnostics } from "./relapse-diagnostics.ts";
import { relapseIntervals } from "./relapse-intervals.ts";
import { responseCurve } from "./response-curve.ts";
import { responseDiagnostics } from "./response-diagnostics.ts";
import { shrinkage } from "./shrinkage.ts";
import { summaryLayers } from "./summary-layers.ts";
import { summaryPool } from "./summary-pool.ts";
import { survival } from "./survival.ts";
import { trialPower } from "./trial-power.ts";
import { blindSchedule, pharmacySchedule } from "./trial-schedule.ts";
import { trialSeries } from "./trial-series.ts";
import { trialTimeline } from "./trial-timeline.ts";

/** Every chart. */
export const charts: readonly Chart[] = [
  responseCurve,
  responseDiagnostics,
  modelComparison,
  profileLikelihood,
  nextCourse,
  nextScore,
  priorPosterior,
  forest,
  bubble,
  funnel,
  leaveOneOutForest,
  cumulativeForest,
  influence,
  baujat,
  pooledCounts,
  summaryPool,
  multilevel,
  shrinkage,
  priorSensitivity,
  proportion,
  summaryLayers,
  reconstructedSamples,
  survival,
  relapseIntervals,
  relapseDiagnostics,
  relapseAverage,
  trialTimeline,
  randomization,
  pairedDots,
  pharmacySchedule,
  blindSchedule,
  trialPower,
  trialSeries,
  cohortSpaghetti,
  cohortCurves,
  cohortCaterpillar,
  cohortHeterogeneity,
  calibration,
];

export { toSvg } from "../svg.ts";
export { baujatChart } from "./baujat.ts";
export { bubbleChart } from "./bubble.ts";
export { calibrationChart } from "./calibration.ts";
export type { Chart, ChartableResult, ChartOptions } from "./chart.ts";
export { cohortCaterpillarChart } from "./cohort-caterpillar.ts";
export { cohortCurvesChart } from "./cohort-curves.ts";
export { cohortHeterogeneityChart } from "./cohort-heterogeneity.ts";
export { cohortSpaghettiChart } from "./cohort-spaghetti.ts";
export { forecastChart } from "./forecast.ts";
export { forestChart } from "./forest.ts";
export { funnelChart } from "./funnel.ts";
export { modelComparisonChart } from "./model-comparison.ts";
export { multilevelChart } from "./multilevel.ts";
export { nextCourseChart } from "./next-course.ts";
export { nextScoreChart } from "./next-score.ts";
export { pairedDotsChart } from "./paired-dots.ts";
export { poolInfluenceChart } from "./pool-influence.ts";
export { poolSequenceChart } from "./pool-sequence.ts";
export { pooledCountsChart } from "./pooled-counts.ts";
export { priorAndPosteriorChart } from "./prior-and-posterior.ts";
export { priorSensitivityChart } from "./prior-sensitivity.ts";
export { profileLikelihoodChart } from "./profile-likelihood.ts";
export { proportionChart } from "./proportion.ts";
export { randomizationChart } from "./randomization.ts";
export { reconstructedSamplesChart } from "./reconstructed-samples.ts";
export { relapseAverageChart } from "./relapse-average.ts";
export { relapseDiagnosticsChart } from "./relapse-diagnostics.ts";
export { relapseIntervalsChart } from "./relapse-intervals.ts";
export { responseCurveChart } from "./response-curve.ts";
export { responseDiagnosticsChart } from "./response-diagnostics.ts";
export { shrinkageChart } from "./shrinkage.ts";
export { type SummaryLayersOptions, summaryLayersChart } from "./summary-layers.ts";
export { summaryPoolChart } from "./summary-pool.ts";
export { survivalChart } from "./survival.ts";
export { type ChartTheme, type ColorRole, chartThemes, lightTheme, printTheme } from "./theme.ts";
export { trialPowerChart } from "./trial-power.ts";
export { scheduleChart } from "./trial-schedule.ts";
export { trialSeriesChart } from "./trial-series.ts";
export { trialChart } from "./trial-timeline.ts";
export type { VegaLiteSpec } from "./vega-lite-spec.ts";
export { withTheme } from "./with-theme.ts";
