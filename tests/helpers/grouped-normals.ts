import type { DensityTarget } from "../../src/inference/hamiltonian/index.ts";
import type { RandomStream } from "../../src/math/random/random-stream.ts";

/** The truth of a hierarchical normal model: groups of mean μ and spread τ, scores of spread σ about their group. */
export interface GroupedTruth {
  mu: number;
  logTau: number;
  logSigma: number;
  /** (θ − μ)/τ of each group. */
  etas: number[];
}

const LOG_TAU = { mean: Math.log(0.7), sd: 0.6 };
const LOG_SIGMA = { mean: 0, sd: 0.4 };

/** Draws a truth from the prior: μ ~ N(0, 1), ln τ and ln σ normal. */
export function drawTruth(stream: RandomStream, nGroups: number): GroupedTruth {
  return {
    mu: stream.normal(),
    logTau: LOG_TAU.mean + LOG_TAU.sd * stream.normal(),
    logSigma: LOG_SIGMA.mean + LOG_SIGMA.sd * stream.normal(),
    etas: Array.from({ length: nGroups }, () => stream.normal()),
  };
}

/** Draws `perGroup` scores for each group. */
export function drawScores(stream: RandomStream, truth: GroupedTruth, perGroup: number): number[][] {
  return truth.etas.map((eta) => {
    const theta = truth.mu + Math.exp(truth.logTau) * eta;
    return Array.from({ length: perGroup }, () => theta + Math.exp(truth.logSigma) * stream.normal());
  });
}

/** x = (μ, ln τ, ln σ, η₁ … η_k): the posterior of the truth given the scores. */
export function groupedTarget(scores: readonly (readonly number[])[]): DensityTarget {
  const k = scores.length;
  return {
    dimension: k + 3,
    logDensityAndGradient(x, gradient) {
      const mu = x[0]!;
      const tau = Math.exp(x[1]!);
      const weight = Math.exp(-2 * x[2]!);
      const fromTau = (x[1]! - LOG_TAU.mean) / LOG_TAU.sd;
      const fromSigma = (x[2]! - LOG_SIGMA.mean) / LOG_SIGMA.sd;
      let log = -0.5 * (mu * mu + fromTau * fromTau + fromSigma * fromSigma);
      gradient[0] = -mu;
      gradient[1] = -fromTau / LOG_TAU.sd;
      gradient[2] = -fromSigma / LOG_SIGMA.sd;
      for (let i = 0; i < k; i++) {
        const eta = x[i + 3]!;
        const group = scores[i]!;
        let pull = 0;
        let squares = 0;
        for (let j = 0; j < group.length; j++) {
          const residual = group[j]! - mu - tau * eta;
          pull += residual;
          squares += residual * residual;
        }
        pull *= weight;
        squares *= weight;
        log -= 0.5 * (squares + eta * eta) + group.length * x[2]!;
        gradient[0]! += pull;
        gradient[1]! += pull * tau * eta;
        gradient[2]! += squares - group.length;
        gradient[i + 3] = pull * tau - eta;
      }
      return log;
    },
  };
}
