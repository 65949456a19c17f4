import type { ResponseModel } from "../response-model.ts";
import { asymptote, halfLost, onsetHalfTime, wearOffDuration } from "./curve-parameters.ts";
import { onsetShare } from "./exponential-onset.ts";
import { fallingLogistic, LOG_81, wearOffLandmarks } from "./logistic-wear-off.ts";

/**
 * Exponential onset times logistic wear-off: r(t) = R (1 − 2^(−t/h)) / (1 + exp(k (t − T50))), k = ln 81 / D.
 *
 * A sigmoid-Emax effect of a driver that is eliminated exponentially has exactly this wear-off.
 */
export const plateau: ResponseModel = {
  name: "plateau",
  label: "Onset and logistic wear-off",
  formula: "r(t) = R · (1 − 2^(−t/h)) / (1 + exp(k · (t − T50))), k = ln 81 / D",
  reference:
    "Onset by a half-time, wear-off by the sigmoid-Emax model: Holford & Sheiner (1981), Clin Pharmacokinet 6:429–453, doi:10.2165/00003088-198106060-00002",
  parameters: [asymptote, onsetHalfTime, halfLost, wearOffDuration],
  landmarks: wearOffLandmarks,

  relief(t, p) {
    const onset = onsetShare((Math.LN2 * t) / p[1]!);
    return p[0]! * onset * fallingLogistic((LOG_81 * (t - p[2]!)) / p[3]!);
  },

  gradient(t, p, out) {
    const relief = p[0]!;
    const delay = (Math.LN2 * t) / p[1]!;
    const remaining = Math.exp(-delay);
    const onset = onsetShare(delay, remaining);
    const steepness = LOG_81 / p[3]!;
    const z = steepness * (t - p[2]!);
    const kept = fallingLogistic(z);
    const r = relief * onset * kept;
    const lost = r * (1 - kept);
    out[0] = r * (1 - relief);
    out[1] = -relief * kept * remaining * delay;
    out[2] = lost * steepness * p[2]!;
    out[3] = lost * z;
    out[4] = (relief * kept * remaining * Math.LN2) / p[1]! - lost * steepness;
    return r;
  },

  starts({ relief, halfLossDay }) {
    return [
      [relief, 4, halfLossDay, 60],
      [relief, 1, halfLossDay, 25],
      [relief, 10, 1.6 * halfLossDay, 120],
      // Partial relief that lasts, and hardly any: the modes that a search from a marked response walks past.
      [0.5 * relief, 4, 200, 60],
      [0.2, 4, 105, 60],
    ];
  },
};
