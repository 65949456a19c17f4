import type { Objective } from "../../inference/interval-method.ts";
import { evenPoints } from "../../inference/posterior/even-points.ts";
import { normalQuantile } from "../../math/special/normal-quantile.ts";
import { thresholdOf } from "../../response/quantities/course-quantities.ts";
import type { CohortSettings } from "../fit-cohort-options.ts";
import type { PopulationLayout } from "../population-layout.ts";
import { populationMoments } from "./population-moments.ts";
import { summaryTerm } from "./summary-term.ts";
import {
  type UnobservedPatients,
  type UnobservedReading,
  unobservedPatients,
} from "./unobserved-patients.ts";

const N_POINTS = 512;

function readingOf(
  layout: PopulationLayout,
  { model, relapseAt }: Pick<CohortSettings, "model" | "relapseAt">,
  floor: number,
  baseline: number,
): UnobservedReading {
  const height = baseline - floor;
  return { layout, model, height, threshold: thresholdOf(relapseAt, height, floor).relief };
}

/** The patients behind every summary. */
export function unobservedOf(
  layout: PopulationLayout,
  settings: Pick<CohortSettings, "model" | "relapseAt" | "summaries">,
  floor: number,
  baseline: number,
): UnobservedPatients[] {
  const reading = readingOf(layout, settings, floor, baseline);
  return settings.summaries.map((summary) => unobservedPatients(summary, reading));
}

/**
 * −ln of the likelihood of what papers say of patients whose scores they do not give, integrated over these patients. Adds to
 * the gradient.
 *
 * A mean and a range of one summary belong to the same patients: given in which window each one's duration lies, the mean of
 * their reliefs is taken to be normal, with the mean and variance that the population's patients of those windows have.
 *
 * @param baseline Score before treatment that the unobserved patients are taken to have.
 * @see David & Nagaraja (2003), Order Statistics, 3rd ed., section 2.2 (the shortest and the longest, as a multinomial);
 * Dick, Kuo & Sloan (2013), Acta Numer 22:133–288 (the points). doi:10.1017/S0962492913000044
 */
export function summaryLikelihood(
  layout: PopulationLayout,
  settings: CohortSettings,
  floor: number,
  baseline: number,
): Objective {
  const reading = readingOf(layout, settings, floor, baseline);
  const nVarying = layout.parameters.filter(({ logSpread }) => logSpread !== null).length;
  const terms = settings.summaries.map((summary, i): Objective => {
    const z = evenPoints(N_POINTS, nVarying, settings.seed, i + 1).map(normalQuantile);
    const moments = populationMoments(summary, reading, z);
    const term = summaryTerm(summary, moments.marks);
    return (theta, gradient) => {
      const sd = Math.exp(theta[layout.residualSd]!) / reading.height;
      const { value, byMoments, byLogSd } = term(moments.at(theta), sd);
      if (gradient && value < Infinity) {
        moments.addSlopes(theta, byMoments, gradient);
        gradient[layout.residualSd]! += byLogSd;
      }
      return value;
    };
  });
  return (theta, gradient) => terms.reduce((sum, term) => sum + term(theta, gradient), 0);
}
