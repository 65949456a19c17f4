import type { CurveParameter, ResponseModel } from "../response-model.ts";
import { asymptote, halfLost, onsetHalfTime, wearOffDuration } from "./curve-parameters.ts";
import { onsetShare } from "./exponential-onset.ts";
import { fallingLogistic, LOG_81, wearOffLandmarks } from "./logistic-wear-off.ts";
import { plateau } from "./plateau.ts";

const lastingShare: CurveParameter = {
  name: "lastingShare",
  label: "Share of the relief that never wears off (p)",
  unit: "fraction",
  link: "logit",
  perCourse: false,
  prior: { mean: -2, sd: 1 },
};

/**
 * Exponential onset times a logistic wear-off that leaves a share p: r(t) = R (1 − 2^(−t/h)) (p + (1 − p) W(t)),
 * W(t) = 1/(1 + exp(k (t − T50))), k = ln 81 / D. T50 and D describe the share that does wear off.
 */
export const residualRelief: ResponseModel = {
  name: "residual-relief",
  label: "Onset and logistic wear-off that leaves a share of the relief",
  formula:
    "r(t) = R · (1 − 2^(−t/h)) · (p + (1 − p) · W(t)), W(t) = 1 / (1 + exp(k · (t − T50))), k = ln 81 / D",
  reference:
    "A share that never relapses: Berkson & Gage (1952), J Am Stat Assoc 47:501–515, doi:10.2307/2281318; the rest as plateau",
  parameters: [
    asymptote,
    onsetHalfTime,
    { ...halfLost, label: "Half of the passing relief lost (T50)" },
    wearOffDuration,
    lastingShare,
  ],
  landmarks: wearOffLandmarks,

  relief(t, p) {
    const onset = onsetShare((Math.LN2 * t) / p[1]!);
    const kept = fallingLogistic((LOG_81 * (t - p[2]!)) / p[3]!);
    return p[0]! * onset * (p[4]! + (1 - p[4]!) * kept);
  },

  gradient(t, p, out) {
    const [relief, share] = [p[0]!, p[4]!];
    const delay = (Math.LN2 * t) / p[1]!;
    const remaining = Math.exp(-delay);
    const onset = onsetShare(delay, remaining);
    const steepness = LOG_81 / p[3]!;
    const z = steepness * (t - p[2]!);
    const worn = fallingLogistic(-z);
    const kept = share + (1 - share) * fallingLogistic(z);
    const r = relief * onset * kept;
    const lost = relief * onset * (1 - share) * worn * fallingLogistic(z);
    out[0] = r * (1 - relief);
    out[1] = -relief * kept * remaining * delay;
    out[2] = lost * steepness * p[2]!;
    out[3] = lost * z;
    out[4] = relief * onset * worn * share * (1 - share);
    out[5] = (relief * kept * remaining * Math.LN2) / p[1]! - lost * steepness;
    return r;
  },

  starts(point) {
    const searched = plateau.starts(point).map((start) => [...start, 0.12]);
    return [...searched, [point.relief, 4, point.halfLossDay, 40, 0.5]];
  },
};
