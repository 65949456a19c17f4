import { LOG_SQRT_2PI, millsRatio } from "../../math/special/mills-ratio.ts";
import { type NormalInterval, normalInterval } from "../../math/special/normal-interval.ts";
import { normalQuantile } from "../../math/special/normal-quantile.ts";
import { normalDensity, normalLogCdf, normalSurvival } from "../../math/special/normal-tails.ts";
import { locationScale, type StandardLaw } from "./location-scale.ts";
import type { RelapseModel } from "./relapse-model.ts";
import { WEIBULL_QUARTILES } from "./weibull-quartiles.ts";

const span: NormalInterval = { logProbability: 0, lowerHazard: 0, upperHazard: 0 };

const standardNormal: StandardLaw = {
  median: 0,
  logDensity(w, out) {
    out.value = -0.5 * w * w - LOG_SQRT_2PI;
    out.byPlace = -w;
  },
  logSurvival(w, out) {
    out.value = normalLogCdf(-w);
    out.byPlace = w > 0 ? -1 / millsRatio(w) : -normalDensity(w) / normalSurvival(w);
  },
  logProbability(from, to, out) {
    normalInterval(from, to, span);
    out.value = span.logProbability;
    out.byFrom = -span.lowerHazard;
    out.byTo = span.upperHazard;
  },
  quantile: normalQuantile,
};

/** The log-normal law S(t) = Φ(−ln(t/median)/σ): relapse grows likelier at first, then ever less likely. */
export const logNormal: RelapseModel = {
  name: "log-normal",
  label: "Log-normal",
  formula: "S(t) = Φ(−ln(t/median)/σ)",
  reference: "Kalbfleisch & Prentice (2002), The Statistical Analysis of Failure Time Data, section 2.2.4",
  shape: {
    name: "logSd",
    label: "Standard deviation of log time (σ)",
    // 2 Φ⁻¹(¾) σ is ln of the ratio of the quartiles.
    fromWeibull: { shift: WEIBULL_QUARTILES - Math.log(2 * normalQuantile(0.75)), slope: -1 },
  },
  scale: null,
  law: (workingShape) => locationScale(standardNormal, Math.exp(-workingShape), -1),
};
