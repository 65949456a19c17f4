import { EstimationError } from "../../errors.ts";
import type { RelapseAnswer } from "../relapse-answer.ts";

/** A fitted model with its share in the average. */
export interface WeighedModel {
  answer: RelapseAnswer;
  weight: number;
}

/** Weights in proportion to e^score. */
function weightsOf(scores: readonly number[]): number[] {
  const best = Math.max(...scores);
  const shares = scores.map((score) => Math.exp(score - best));
  const sum = shares.reduce((total, share) => total + share, 0);
  return shares.map((share) => share / sum);
}

/**
 * Weighs fitted models: by marginal likelihood where there is a posterior, all being as likely before the data; else by
 * exp(−AICc/2).
 *
 * @throws {EstimationError} `too-few-observations` where AICc has no value.
 * @see Burnham & Anderson (2002), Model Selection and Multimodel Inference, 2nd ed., equation 2.9 (Akaike weights).
 */
export function weighModels(answers: readonly RelapseAnswer[]): WeighedModel[] {
  const scores = answers.map(({ result: { model, posterior, fit, nObservations } }) => {
    if (posterior) return posterior.logMarginalLikelihood;
    if (fit!.aicc !== null) return -0.5 * fit!.aicc;
    throw new EstimationError(
      "too-few-observations",
      `Cannot weigh "${model}" by AICc: needs at least ${fit!.nParameters + 2} courses, got ${nObservations}; with priors there is an answer`,
    );
  });
  const weights = weightsOf(scores);
  return answers.map((answer, i) => ({ answer, weight: weights[i]! }));
}
