import { defineEffectMeasure } from "./define-effect-measure.ts";
import type { EffectMeasure } from "./effect-measure.ts";
import { ratioScale } from "./natural-scales.ts";
import { twoGroupPositiveMeans, twoGroups } from "./two-group-means.ts";

/**
 * Log of the ratio of two groups' means (log response ratio), treated over control.
 *
 * @see Hedges, Gurevitch & Curtis (1999), Ecology 80:1150–1156, equation 1. doi:10.2307/177062
 * @example
 * ratioOfMeans.compute({ n: 5, mean: 3.1, sd: 1.2, n_control: 6, mean_control: 6.7, sd_control: 1.5 }).estimate; // ln(3.1/6.7)
 */
export const ratioOfMeans: EffectMeasure = defineEffectMeasure({
  ...twoGroupPositiveMeans,
  name: "ROM",
  label: "Ratio of means",
  reference: "Hedges, Gurevitch & Curtis (1999), Ecology 80:1150–1156, equation 1",
  backTransform: "exp",
  natural: ratioScale("Ratio of means"),
  estimate: (summary) => Math.log(summary.mean! / summary.mean_control!),
  varianceTypes: [
    {
      name: "LS",
      label: "Each series with its own coefficients of variation",
      reference: "Hedges, Gurevitch & Curtis (1999), Ecology 80:1150–1156, equation 1",
      variance: (summary) => {
        const { n, mean, sd, nControl, meanControl, sdControl } = twoGroups(summary);
        return (sd / mean) ** 2 / n + (sdControl / meanControl) ** 2 / nControl;
      },
    },
    {
      name: "AV",
      label: "Each group's mean coefficient of variation over all series, weighted by their patients",
      reference: "Nakagawa et al. (2023), Ecol Lett 26:232–244",
      average: (summaries) => {
        const sums = [0, 0, 0, 0];
        for (const { n, mean, sd, nControl, meanControl, sdControl } of summaries.map(twoGroups)) {
          sums[0]! += (n * sd) / mean;
          sums[1]! += n;
          sums[2]! += (nControl * sdControl) / meanControl;
          sums[3]! += nControl;
        }
        return [sums[0]! / sums[1]!, sums[2]! / sums[3]!];
      },
      variance: (summary, _, [treated, control]) =>
        treated! ** 2 / summary.n! + control! ** 2 / summary.n_control!,
    },
  ],
});
