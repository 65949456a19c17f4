import type { SeriesSummary } from "../../schema/series.ts";
import { defineEffectMeasure } from "./define-effect-measure.ts";
import type { EffectMeasure, VarianceType } from "./effect-measure.ts";
import { differenceScale } from "./natural-scales.ts";
import { smallSampleCorrection } from "./small-sample-correction.ts";
import { pooledVariance, twoGroupMeans, twoGroups } from "./two-group-means.ts";

interface Sizes {
  /** 1/n + 1/n of the control group. */
  sum: number;
  total: number;
  correction: number;
}

function sizes(summary: SeriesSummary): Sizes {
  const { n, nControl } = twoGroups(summary);
  const total = n + nControl;
  return { sum: 1 / n + 1 / nControl, total, correction: smallSampleCorrection(total - 2) };
}

function uncorrected(summary: SeriesSummary): number {
  const groups = twoGroups(summary);
  return (groups.mean - groups.meanControl) / Math.sqrt(pooledVariance(groups));
}

const varianceTypes: readonly VarianceType[] = [
  {
    name: "LS",
    label: "Large-sample, at the estimate",
    reference: "Hedges (1982), Psychol Bull 92:490–499, equation 8",
    variance: (summary, estimate) => {
      const { sum, total } = sizes(summary);
      return sum + estimate ** 2 / (2 * total);
    },
  },
  {
    name: "LS2",
    label: "Large-sample, at the uncorrected difference",
    reference: "Borenstein (2009), in Cooper et al., Handbook of Research Synthesis, 2nd ed., chapter 12",
    variance: (summary, _, __, corrected) => {
      const { sum, total, correction } = sizes(summary);
      return (corrected ? correction ** 2 : 1) * (sum + uncorrected(summary) ** 2 / (2 * total));
    },
  },
  {
    name: "UB",
    label: "Unbiased",
    reference: "Hedges (1983), Psychol Bull 93:388–395, equation 9",
    variance: (summary, _, __, corrected) => {
      const { sum, total, correction } = sizes(summary);
      const g = correction * uncorrected(summary);
      const ofCorrected = sum + (1 - (total - 4) / ((total - 2) * correction ** 2)) * g ** 2;
      return corrected ? ofCorrected : ofCorrected / correction ** 2;
    },
  },
  {
    name: "AV",
    label: "Large-sample, at the mean estimate of all series weighted by their patients",
    reference: "Hunter & Schmidt (2004), Methods of Meta-Analysis, 2nd ed., chapter 7",
    average: (summaries, estimates) => {
      const totals = summaries.map((summary) => sizes(summary).total);
      const weighted = estimates.reduce((sum, estimate, i) => sum + totals[i]! * estimate, 0);
      return [weighted / totals.reduce((sum, total) => sum + total, 0)];
    },
    variance: (summary, _, [mean]) => {
      const { sum, total } = sizes(summary);
      return sum + mean! ** 2 / (2 * total);
    },
  },
];

/**
 * Standardized mean difference: Hedges' g with one standard deviation for both groups; Cohen's d without correction.
 *
 * @see Hedges (1981), J Educ Stat 6:107–128, equation 6e. doi:10.3102/10769986006002107
 * @example
 * standardizedMeanDifference.compute({ n: 5, mean: 3.1, sd: 1.2, n_control: 6, mean_control: 6.7, sd_control: 1.5 })
 *   .estimate; // -2.3930862099194
 */
export const standardizedMeanDifference: EffectMeasure = defineEffectMeasure({
  ...twoGroupMeans,
  name: "SMD",
  label: "Standardized mean difference",
  reference: "Hedges (1981), J Educ Stat 6:107–128, equation 6e",
  backTransform: "identity",
  natural: differenceScale("Standardized mean difference", "SD"),
  biasCorrection: "Hedges' exact factor, which turns d into g",
  estimate: (summary, { biasCorrection }) =>
    uncorrected(summary) * (biasCorrection ? sizes(summary).correction : 1),
  varianceTypes,
});
