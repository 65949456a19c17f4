import type { CurveParameter, ResponseModel } from "../response-model.ts";
import { asymptote, onsetHalfTime } from "./curve-parameters.ts";

const wearOffHalfTime: CurveParameter = {
  name: "wearOffHalfTime",
  label: "Wear-off half-time (h_off)",
  unit: "day",
  link: "log",
  perCourse: false,
  prior: { mean: Math.log(45), sd: 0.7 },
};

/** x/(e^x − 1), which is 1 at 0. */
function bernoulli(x: number): number {
  return x === 0 ? 1 : x / Math.expm1(Math.min(x, 700));
}

/** (bernoulli(x q) − bernoulli(x))/x, by its series where the difference would cancel. */
function bernoulliSlope(x: number, q: number): number {
  const largest = x * Math.max(1, q);
  if (largest > 0.1) return (bernoulli(x * q) - bernoulli(x)) / x;
  const [x2, q2] = [x * x, q * q];
  const cubes = (x2 * (1 + q2)) / 720;
  const fifths = (x2 * x2 * (1 + q2 + q2 * q2)) / 30_240;
  return (q - 1) * (-0.5 + x * (q + 1) * (1 / 12 - cubes + fifths));
}

/** The curve as it depends on the faster and the slower rate, in the terms that its derivatives share. */
interface Rise {
  slow: number;
  /** ln(fast/slow), at most 700. */
  ratio: number;
  /** (fast − slow) t, as a multiple of `ratio`. */
  passed: number;
  relief: number;
}

/**
 * R (e^(−slow t) − e^(−fast t)) over its own peak. With u = ln(fast/slow) and y = (fast − slow) t it is
 * R (1 − e^−y)/(1 − e^−u) exp(u/(e^u − 1) − slow t), whose limit at fast = slow is R fast t exp(1 − fast t).
 */
function rise(t: number, p: ArrayLike<number>): Rise {
  const short = Math.min(p[1]!, p[2]!);
  const long = Math.max(p[1]!, p[2]!);
  const slow = Math.LN2 / long;
  const fastTime = (Math.LN2 / short) * t;
  const ratio = Math.min(700, Math.log(long / short));
  const passed = fastTime * (ratio === 0 ? 1 : -Math.expm1(-ratio) / ratio);
  const risen = ratio === 0 ? fastTime : Math.expm1(-passed * ratio) / Math.expm1(-ratio);
  return { slow, ratio, passed, relief: p[0]! * risen * Math.exp(bernoulli(ratio) - slow * t) };
}

/**
 * The Bateman curve, scaled to its peak: r(t) = R (2^(−t/h_off) − 2^(−t/h)) / peak.
 *
 * It stays the same when the half-times change places, so it is smooth where they are equal and the search needs no limit
 * there. Which of them is the onset only the priors say: under each named set with a proper prior the mode has h < h_off,
 * and .4 % of the prior of the default set lies beyond.
 */
export const bateman: ResponseModel = {
  name: "bateman",
  label: "Bateman curve: exponential onset and wear-off",
  formula:
    "r(t) = R · (2^(−t/h_off) − 2^(−t/h)) / peak, peak: the largest value of the difference, h < h_off",
  reference: "Garrett (1994), J Pharmacokinet Biopharm 22:103–128, equations 25–27, doi:10.1007/BF02353538",
  parameters: [{ ...asymptote, label: "Relief (peak R)" }, onsetHalfTime, wearOffHalfTime],
  landmarks: [],

  relief: (t, p) => rise(t, p).relief,

  gradient(t, p, out) {
    const { slow, ratio, passed, relief } = rise(t, p);
    const perRatio = bernoulliSlope(ratio, passed);
    const byFast = relief * perRatio * bernoulli(-ratio);
    const bySlow = -relief * (perRatio + passed - 1) * bernoulli(ratio);
    const [onset, wearOff] = p[1]! <= p[2]! ? [byFast, bySlow] : [bySlow, byFast];
    out[0] = relief * (1 - p[0]!);
    out[1] = -onset;
    out[2] = -wearOff;
    out[3] = relief * (bernoulli(ratio * passed) / t - slow);
    return relief;
  },

  starts({ relief, halfLossDay }) {
    return [
      [relief, Math.min(4, 0.1 * halfLossDay), 0.7 * halfLossDay],
      [relief, Math.min(1, 0.1 * halfLossDay), halfLossDay],
      [relief, Math.min(10, 0.3 * halfLossDay), halfLossDay],
      [0.5 * relief, 4, 150],
      [0.2, 4, 45],
    ];
  },
};
