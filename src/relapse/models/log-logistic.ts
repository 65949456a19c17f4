import { locationScale, type StandardLaw } from "./location-scale.ts";
import type { RelapseModel } from "./relapse-model.ts";
import { WEIBULL_QUARTILES } from "./weibull-quartiles.ts";

/** ln(1 + e^w) */
const softplus = (w: number): number => (w > 0 ? w + Math.log1p(Math.exp(-w)) : Math.log1p(Math.exp(w)));
const cdf = (w: number): number => 1 / (1 + Math.exp(-w));

const standardLogistic: StandardLaw = {
  median: 0,
  logDensity(w, out) {
    out.value = w - 2 * softplus(w);
    out.byPlace = 1 - 2 * cdf(w);
  },
  logSurvival(w, out) {
    out.value = -softplus(w);
    out.byPlace = -cdf(w);
  },
  logProbability(from, to, out) {
    // (e^b − e^a) / ((1 + e^a)(1 + e^b)), by the tail nearer to it.
    const share = -Math.expm1(from - to);
    out.value = Math.log(share) + to - softplus(from) - softplus(to);
    out.byFrom = from === -Infinity ? 0 : -1 / Math.expm1(to - from) - cdf(from);
    out.byTo = (1 - share) / share + cdf(-to);
  },
  quantile: (p) => Math.log(p) - Math.log1p(-p),
};

/** The log-logistic law S(t) = 1/(1 + (t/median)^shape), with a longer tail than the log-normal. */
export const logLogistic: RelapseModel = {
  name: "log-logistic",
  label: "Log-logistic",
  formula: "S(t) = 1/(1 + (t/median)^shape)",
  reference: "Bennett (1983), Appl Stat 32:165–171, doi:10.2307/2347295",
  shape: {
    name: "shape",
    label: "Shape",
    // 2 ln 3 / shape is ln of the ratio of the quartiles.
    fromWeibull: { shift: Math.log(2 * Math.log(3)) - WEIBULL_QUARTILES, slope: 1 },
  },
  scale: null,
  law: (workingShape) => locationScale(standardLogistic, Math.exp(workingShape), 1),
};
