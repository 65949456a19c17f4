import {
  pairedDotsChart,
  randomizationChart,
  trialChart,
  type VegaLiteSpec,
} from "../../render/charts/index.ts";
import type { TrialResult } from "../../schema/trial-result.ts";

/** One picture of a trial. */
export interface TrialChart {
  /** Name behind `--chart`. */
  name: string;
  /** Name under which a page holds it. */
  place: string;
  /** What it needs, for where it cannot be drawn. */
  needs: string;
  /** null where the result has nothing for it. */
  chart(result: TrialResult): VegaLiteSpec | null;
}

/** Every picture, the main one first. */
export const trialCharts: readonly TrialChart[] = [
  { name: "timeline", place: "trial-timeline", needs: "scores", chart: (result) => trialChart(result) },
  {
    name: "randomization",
    place: "randomization",
    needs: "a randomization test, and so a --design",
    chart: (result) => (result.randomization ? randomizationChart(result) : null),
  },
  { name: "paired", place: "paired-dots", needs: "scores", chart: (result) => pairedDotsChart(result) },
];
