import {
  cohortCaterpillarChart,
  cohortCurvesChart,
  cohortHeterogeneityChart,
  cohortSpaghettiChart,
} from "../../render/charts/index.ts";
import {
  type CohortReportOptions,
  cohortCsv,
  cohortHtml,
  cohortMarkdown,
  cohortText,
} from "../../render/index.ts";
import type { CohortResult } from "../../schema/cohort-result.ts";
import { type DrawPicture, drawStill } from "../drawing.ts";
import type { PoolPicture, PoolWriter } from "../pool-pictures.ts";

/** Every picture of a cohort, the one that is drawn unasked first. */
export const cohortPictures: readonly PoolPicture<CohortResult>[] = [
  { name: "spaghetti", needs: "patients", chart: (result) => cohortSpaghettiChart(result) },
  { name: "curves", needs: "patients", chart: (result) => cohortCurvesChart(result) },
  { name: "caterpillar", needs: "patients", chart: (result) => cohortCaterpillarChart(result) },
  {
    name: "heterogeneity",
    needs: "a parameter that varies between patients",
    chart: (result) => (result.priors.spreads.length === 0 ? null : cohortHeterogeneityChart(result)),
  },
];

const svgOf = async (name: string, result: CohortResult, draw: DrawPicture): Promise<string | null> => {
  const spec = cohortPictures.find((picture) => picture.name === name)!.chart(result);
  return spec && draw(spec);
};

/** How a cohort is written in every format. */
export function cohortWriter(options: CohortReportOptions): PoolWriter<CohortResult> {
  return {
    text: ([result]) => cohortText(result!, options),
    results: (result) => [result],
    csv: ([result]) => cohortCsv(result!),
    markdown: ([result]) => cohortMarkdown(result!, options),
    chart: (result) => cohortSpaghettiChart(result),
    pictures: cohortPictures,
    async html(result, spaghetti, draw = drawStill) {
      const curves = await svgOf("curves", result, draw);
      const caterpillar = await svgOf("caterpillar", result, draw);
      const heterogeneity = await svgOf("heterogeneity", result, draw);
      const pictures = { spaghetti, curves: curves!, caterpillar: caterpillar!, heterogeneity };
      return cohortHtml(result, pictures, options);
    },
  };
}
