import {
  relapseAverageChart,
  relapseDiagnosticsChart,
  relapseIntervalsChart,
  survivalChart,
  type VegaLiteSpec,
} from "../../render/charts/index.ts";
import type { RelapseStudy } from "../../render/index.ts";

/** One picture of a study. */
export interface RelapseChart {
  /** Name behind `--chart`. */
  name: string;
  /** What it needs, for where it cannot be drawn. */
  needs: string;
  /** null where the study has nothing for it. */
  chart(study: RelapseStudy): VegaLiteSpec | null;
}

/** Every picture, the main one first. */
export const relapseCharts: readonly RelapseChart[] = [
  {
    name: "survival",
    needs: "an answer",
    chart: ({ results, average }) => (average ? relapseAverageChart(average) : survivalChart(results)),
  },
  {
    name: "courses",
    needs: "a file of scores, from which the times come",
    chart: ({ intervals }) => (intervals.length > 0 ? relapseIntervalsChart(intervals) : null),
  },
  {
    name: "fit",
    needs: "one fitted law, such as --model weibull without --group",
    chart: ({ diagnostics }) => (diagnostics ? relapseDiagnosticsChart(diagnostics) : null),
  },
];

/** The picture of a name. */
export function relapseChart(name: string): RelapseChart {
  return relapseCharts.find((chart) => chart.name === name)!;
}
