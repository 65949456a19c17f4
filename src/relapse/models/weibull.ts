import { locationScale } from "./location-scale.ts";
import type { RelapseModel } from "./relapse-model.ts";
import { smallestExtremeValue } from "./smallest-extreme-value.ts";

const logOverMedian = -Math.log(Math.LN2);

/**
 * The Weibull law S(t) = 2^(−(t/median)^shape): with a shape above 1 relapse grows likelier the longer the patient has
 * been well.
 */
export const weibull: RelapseModel = {
  name: "weibull",
  label: "Weibull",
  formula: "S(t) = 2^(−(t/median)^shape)",
  reference: "Kalbfleisch & Prentice (2002), The Statistical Analysis of Failure Time Data, section 2.2.2",
  shape: { name: "shape", label: "Shape", fromWeibull: { shift: 0, slope: 1 } },
  scale: {
    name: "scale",
    label: "Scale: by then 63 % of courses have relapsed",
    overMedian(workingShape) {
      const value = logOverMedian * Math.exp(-workingShape);
      return [value, -value];
    },
  },
  law: (workingShape) => locationScale(smallestExtremeValue, Math.exp(workingShape), 1),
};
