import type { IntervalMethod } from "../../inference/interval-method.ts";
import { profile } from "../../inference/profile/profile.ts";
import { studentTQuantile } from "../../math/distributions/student-t.ts";
import { type NormalInterval, normalInterval } from "../../math/special/normal-interval.ts";
import { normalQuantile } from "../../math/special/normal-quantile.ts";

/** One score as an interval of the latent scale. */
export interface LatentScore {
  /** Ends of the latent score; infinite at the floor and the ceiling. */
  lower: number;
  upper: number;
  /** The score itself, or the middle of its range. */
  middle: number;
}

/** Log-density of one score, with its derivatives. */
export interface ErrorTerm {
  logDensity: number;
  byMean: number;
  byLogSd: number;
}

/** How a score scatters around the curve. */
export interface ScoreErrors {
  name: string;
  reference: string;
  /** Whether the residual standard deviation has a prior. */
  priorOnSd: boolean;
  /** Interval method where there is none and no other is asked for. */
  interval?: IntervalMethod;
  term(score: LatentScore, mean: number, sd: number, out: ErrorTerm): void;
  /** Drop of the log posterior that bounds a profile interval. */
  drop(level: number, nScores: number, nCurveParameters: number): number;
  /** What the inverse Hessian is multiplied by. */
  inflation(nScores: number, nCurveParameters: number): number;
}

const interval: NormalInterval = { logProbability: 0, lowerHazard: 0, upperHazard: 0 };

/** A latent normal score, read in steps, censored at the floor and the ceiling. */
export const roundedNormal: ScoreErrors = {
  name: "rounded-normal",
  reference: "Heitjan & Rubin (1991), Ann Stat 19:2244–2253. doi:10.1214/aos/1176348396",
  priorOnSd: true,
  term(score, mean, sd, out) {
    const a = (score.lower - mean) / sd;
    const b = (score.upper - mean) / sd;
    normalInterval(a, b, interval);
    out.logDensity = interval.logProbability;
    out.byMean = (interval.lowerHazard - interval.upperHazard) / sd;
    out.byLogSd =
      (a === -Infinity ? 0 : a * interval.lowerHazard) - (b === Infinity ? 0 : b * interval.upperHazard);
  },
  drop: (level) => 0.5 * normalQuantile(0.5 + 0.5 * level) ** 2,
  inflation: () => 1,
};

/**
 * Least squares: scores as exact numbers with normal errors. Profile limits follow F(1, n − p), written as a drop of
 * the log-likelihood profiled over the standard deviation: (n/2) ln(1 + F/(n − p)).
 */
export const leastSquaresErrors: ScoreErrors = {
  name: "least-squares",
  reference: "Bates & Watts (1988), Nonlinear Regression Analysis, equation 6.5",
  priorOnSd: false,
  interval: profile,
  term(score, mean, sd, out) {
    const z = (score.middle - mean) / sd;
    out.logDensity = -0.5 * z * z - Math.log(sd) - 0.9189385332046727;
    out.byMean = z / sd;
    out.byLogSd = z * z - 1;
  },
  drop(level, nScores, nCurveParameters) {
    const degreesOfFreedom = nScores - nCurveParameters;
    const f = studentTQuantile(0.5 + 0.5 * level, degreesOfFreedom) ** 2;
    return 0.5 * nScores * Math.log1p(f / degreesOfFreedom);
  },
  inflation: (nScores, nCurveParameters) => nScores / (nScores - nCurveParameters),
};

/** Every error model, the default first. */
export const scoreErrorModels: readonly ScoreErrors[] = [roundedNormal, leastSquaresErrors];
