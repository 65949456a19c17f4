import { randomStream } from "../../src/math/random/random-stream.ts";
import type { ResponseModel } from "../../src/response/response-model.ts";
import type { ResponseResult } from "../../src/schema/index.ts";
import type { PlainCurve } from "./plain-likelihood.ts";
import { syntheticResult } from "./response-results.ts";

/** Working parameters of one course, in their order. */
const ONE_COURSE = [
  "baseline",
  "log residualSd",
  "logit relief",
  "log onsetHalfTime",
  "log T50",
  "log wearOffDuration",
];

/** What a made-up result is to hold. */
export interface DrawnPatient {
  draws: readonly (readonly number[])[];
  names?: readonly string[];
  /** First days of the courses. */
  days?: readonly number[];
  doses?: readonly (number | null)[];
  lastScore?: number;
  noEffect?: number;
  change?: Partial<ResponseResult>;
}

/** A result with posterior draws as told, everything else made up. */
export function drawnResult(drawn: DrawnPatient): ResponseResult {
  const { draws, names = ONE_COURSE, days = [0], doses = [], lastScore = 90, noEffect = 0, change } = drawn;
  const result = syntheticResult({
    courses: days.map((day, j) => ({ day, dose: doses[j] ?? 2 })),
    scores: [
      { day: days[0]! - 7, score: 9 },
      { day: lastScore, score: 4 },
    ],
  });
  return {
    ...result,
    covariance: { parameters: [...names], mode: [...draws[0]!], matrix: null },
    priors: { set: "default", parameters: [] },
    posterior: {
      nDraws: 4000,
      effectiveSampleSize: 3000,
      paretoShape: 0.2,
      monteCarloError: 0.01,
      logMarginalLikelihood: -12,
      nullModel: { priorProbability: 0.2, probability: noEffect, logBayesFactor: 0 },
    },
    draws: draws.map((draw) => [...draw]),
    ...change,
  };
}

/** The curve of working parameters of one course. */
export function curveOf(draw: readonly number[]): PlainCurve {
  const [baseline, logSd, logit, h, T50, D] = draw as [number, number, number, number, number, number];
  return {
    baseline,
    sd: Math.exp(logSd),
    relief: 1 / (1 + Math.exp(-logit)),
    onsetHalfTime: Math.exp(h),
    T50: Math.exp(T50),
    wearOffDuration: Math.exp(D),
  };
}

/** Draws such as the posterior of a patient seen a few times. */
export function plausibleDraws(n: number, seed: number): number[][] {
  const center = [9, Math.log(0.8), 1.2, Math.log(4), Math.log(105), Math.log(60)];
  const sds = [0.4, 0.25, 0.5, 0.4, 0.2, 0.35];
  const random = randomStream(seed);
  return Array.from({ length: n }, () => center.map((mean, k) => mean + sds[k]! * random.normal()));
}

/** Relief lost by a two-hundredth of the baseline a day. */
export const LOSS_PER_DAY = 0.005;

/** Relief that is 30 % on day T exactly and falls in a straight line: r(t) = .3 + .005 (T − t). */
export const straightLine: ResponseModel = {
  name: "straight-line",
  label: "Straight line",
  formula: "r(t) = 0.3 + 0.005 (T − t)",
  reference: "made up for tests",
  parameters: [{ name: "T", label: "T", unit: "day", link: "log", perCourse: true }],
  landmarks: [],
  relief: (t, p) => (1 - 2 ** (-t / 0.02)) * Math.max(0, 0.3 + LOSS_PER_DAY * (p[0]! - t)),
  starts: () => [],
};
