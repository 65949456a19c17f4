import {
  reconstructedSamplesChart,
  summaryLayersChart,
  type VegaLiteSpec,
} from "../../render/charts/index.ts";
import type { SummaryResult } from "../../schema/summary-result.ts";

/** A picture of `--chart`. */
export interface SummaryChart {
  name: string;
  /** What a report needs to have it. */
  needs: string;
  /** null where no report has what it shows. */
  chart(results: readonly SummaryResult[], method: string | undefined): VegaLiteSpec | null;
}

/** Every picture, the default first. */
export const summaryCharts: readonly SummaryChart[] = [
  {
    name: "layers",
    needs: "a report that allows an interval",
    chart: (results, method) =>
      results.some(({ estimates }) => estimates.length > 0)
        ? summaryLayersChart(results, { ...(method !== undefined && { method }) })
        : null,
  },
  {
    name: "samples",
    needs:
      "one report that says which values a patient can have (--step with --lower and --upper, or --scores), and so samples that fit",
    chart: ([result, ...others]) =>
      others.length === 0 && result?.reconstruction ? reconstructedSamplesChart(result) : null,
  },
];
