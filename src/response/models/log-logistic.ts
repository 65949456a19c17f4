import type { CurveParameter, ResponseModel } from "../response-model.ts";
import { asymptote, halfLost, onsetHalfTime } from "./curve-parameters.ts";
import { onsetShare } from "./exponential-onset.ts";
import { fallingLogistic } from "./logistic-wear-off.ts";

const steepness: CurveParameter = {
  name: "wearOffSteepness",
  label: "Steepness of the wear-off (γ)",
  unit: "",
  link: "log",
  perCourse: false,
  prior: { mean: Math.log(3), sd: 0.5 },
};

/**
 * Exponential onset times log-logistic wear-off: r(t) = R (1 − 2^(−t/h)) / (1 + (t/T50)^γ), with a long tail.
 */
export const logLogistic: ResponseModel = {
  name: "log-logistic",
  label: "Onset and log-logistic wear-off, with a long tail",
  formula: "r(t) = R · (1 − 2^(−t/h)) / (1 + (t/T50)^γ)",
  reference:
    "Wear-off by the log-logistic survival function: Bennett (1983), Appl Stat 32:165–171, doi:10.2307/2347295",
  parameters: [asymptote, onsetHalfTime, halfLost, steepness],
  // No T90 = T50 · 9^(1/γ): with γ known by its logarithm only, it has neither a mean nor a standard deviation.
  landmarks: [
    { parameter: "T10", label: "Relief begins to wear off (T10)", value: (p) => p[2]! / 9 ** (1 / p[3]!) },
  ],

  relief(t, p) {
    const onset = onsetShare((Math.LN2 * t) / p[1]!);
    return p[0]! * onset * fallingLogistic(p[3]! * Math.log(t / p[2]!));
  },

  gradient(t, p, out) {
    const relief = p[0]!;
    const delay = (Math.LN2 * t) / p[1]!;
    const remaining = Math.exp(-delay);
    const z = p[3]! * Math.log(t / p[2]!);
    const kept = fallingLogistic(z);
    const r = relief * onsetShare(delay, remaining) * kept;
    const lost = r * (1 - kept);
    out[0] = r * (1 - relief);
    out[1] = -relief * kept * remaining * delay;
    out[2] = lost * p[3]!;
    out[3] = -lost * z;
    out[4] = (relief * kept * remaining * Math.LN2) / p[1]! - (lost * p[3]!) / t;
    return r;
  },

  starts({ relief, halfLossDay }) {
    return [
      [relief, 4, halfLossDay, 3],
      [relief, 1, halfLossDay, 7],
      [relief, 10, 1.6 * halfLossDay, 2],
      [0.5 * relief, 4, 200, 3],
      [0.2, 4, 105, 3],
    ];
  },
};
