import { additive } from "../shifts/additive.ts";
import type { TrialStatistic } from "./trial-statistic.ts";
import { fromMeans } from "./unit-means.ts";

/** Mean score under the treatment less that under the reference. */
export const meanDifference: TrialStatistic = {
  name: "mean-difference",
  label: "Difference of means",
  unit: "score",
  nullValue: 0,
  linear: true,
  shift: additive,
  prepare: (data) => fromMeans(data, (treated, reference) => treated - reference),
};
