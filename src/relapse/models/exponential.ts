import { locationScale } from "./location-scale.ts";
import type { RelapseModel } from "./relapse-model.ts";
import { smallestExtremeValue } from "./smallest-extreme-value.ts";

const law = locationScale(smallestExtremeValue, 1, 0);

/** The exponential law S(t) = 2^(−t/median): relapse as likely on one day as on any other. */
export const exponential: RelapseModel = {
  name: "exponential",
  label: "Exponential",
  formula: "S(t) = 2^(−t/median)",
  reference: "Kalbfleisch & Prentice (2002), The Statistical Analysis of Failure Time Data, section 2.2.1",
  shape: null,
  scale: { name: "mean", label: "Mean", overMedian: () => [-Math.log(Math.LN2), 0] },
  law: () => law,
};
