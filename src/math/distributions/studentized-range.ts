import { atEnd, type ScaledTail, scaledTail } from "../special/scaled-tail.ts";
import type { Distribution } from "./distribution.ts";
import { inverseScaleMean, inverseScaleVariance } from "./inverse-scale.ts";
import {
  normalRangeLogCdf,
  normalRangeLogDensity,
  normalRangeLogSurvival,
  normalRangeMoment,
} from "./normal-range.ts";
import { checkDegrees, checkPoint } from "./parameter-checks.ts";
import { SURE_SCALE } from "./scale-mean.ts";
import {
  logStudentizedRangeCdf,
  logStudentizedRangeDensity,
  logStudentizedRangeSurvival,
} from "./studentized-range-tail.ts";
import { tailByLog, tailFunctions } from "./tail-functions.ts";

const NAME = "studentizedRange";

/** The integrals take steps of 1/√nGroups: a quantile of so many takes a tenth of a second. */
const MOST_GROUPS = 1000;

function checkParameters(nGroups: number, degreesOfFreedom: number): void {
  if (!(Number.isInteger(nGroups) && nGroups >= 2 && nGroups <= MOST_GROUPS)) {
    throw new RangeError(`${NAME} needs nGroups to be a whole number in [2, ${MOST_GROUPS}], got ${nGroups}`);
  }
  checkDegrees(NAME, "degreesOfFreedom", degreesOfFreedom);
}

function logTail(side: "lower" | "upper", q: number, nGroups: number, degreesOfFreedom: number): number {
  if (degreesOfFreedom > SURE_SCALE) {
    return side === "lower" ? normalRangeLogCdf(q, nGroups) : normalRangeLogSurvival(q, nGroups);
  }
  return side === "lower"
    ? logStudentizedRangeCdf(q, nGroups, degreesOfFreedom)
    : logStudentizedRangeSurvival(q, nGroups, degreesOfFreedom);
}

function tail(q: number, nGroups: number, degreesOfFreedom: number): ScaledTail {
  checkPoint(NAME, "q", q);
  checkParameters(nGroups, degreesOfFreedom);
  if (q <= 0 || q === Infinity) return atEnd(q <= 0 ? "lower" : "upper", scaledTail());
  const side = normalRangeLogCdf(q, nGroups) < -Math.LN2 ? "lower" : "upper";
  return tailByLog(side, logTail(side, q, nGroups, degreesOfFreedom));
}

function logDensity(q: number, nGroups: number, degreesOfFreedom: number): number {
  checkPoint(NAME, "q", q);
  checkParameters(nGroups, degreesOfFreedom);
  if (q < 0 || q === Infinity) return -Infinity;
  if (q === 0 && nGroups > 2) return -Infinity;
  if (degreesOfFreedom > SURE_SCALE) return normalRangeLogDensity(q, nGroups).value;
  return logStudentizedRangeDensity(q, nGroups, degreesOfFreedom);
}

function variance(nGroups: number, degreesOfFreedom: number): number {
  const mean = normalRangeMoment(1, nGroups);
  const spread = normalRangeMoment(2, nGroups) - mean * mean;
  return spread / (1 - 2 / degreesOfFreedom) + mean * mean * inverseScaleVariance(degreesOfFreedom);
}

/**
 * The studentised range: the law of the range of `nGroups` normals over an independent estimate of their standard
 * deviation, behind Tukey's honestly significant difference. Infinite degrees of freedom are the range itself.
 *
 * Beyond the median of the range itself the lower tail is a complement: for less than .1 degrees of freedom, where it
 * may be small there, it has absolute accuracy only.
 *
 * @example
 * studentizedRange.survivalQuantile(0.05, 3, 10); // 3.877676…
 */
export const studentizedRange: Distribution<[nGroups: number, degreesOfFreedom: number]> = {
  name: NAME,
  parameters: ["nGroups", "degreesOfFreedom"],
  kind: "continuous",
  reference: "Copenhaver & Holland (1988), J Stat Comput Simul 30:1–15",
  support: (nGroups, degreesOfFreedom) => {
    checkParameters(nGroups, degreesOfFreedom);
    return [0, Infinity];
  },
  density: (q, nGroups, degreesOfFreedom) => Math.exp(logDensity(q, nGroups, degreesOfFreedom)),
  logDensity,
  .../* @__PURE__ */ tailFunctions({ name: NAME, tail, position: (u) => 3 * Math.exp(u) }),
  mean: (nGroups, degreesOfFreedom) => {
    checkParameters(nGroups, degreesOfFreedom);
    if (degreesOfFreedom <= 1) return Infinity;
    return normalRangeMoment(1, nGroups) * inverseScaleMean(degreesOfFreedom);
  },
  variance: (nGroups, degreesOfFreedom) => {
    checkParameters(nGroups, degreesOfFreedom);
    return degreesOfFreedom > 2 ? variance(nGroups, degreesOfFreedom) : Infinity;
  },
};
