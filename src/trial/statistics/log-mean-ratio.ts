import { multiplicative } from "../shifts/multiplicative.ts";
import type { TrialStatistic } from "./trial-statistic.ts";
import { fromMeans } from "./unit-means.ts";

/** Logarithm of the mean score under the treatment over that under the reference; both must be above 0. */
export const logMeanRatio: TrialStatistic = {
  name: "log-mean-ratio",
  label: "Log ratio of means",
  unit: "log ratio",
  nullValue: 0,
  linear: false,
  shift: multiplicative,
  prepare: (data) =>
    fromMeans(data, (treated, reference) =>
      treated > 0 && reference > 0 ? Math.log(treated / reference) : Number.NaN,
    ),
};
