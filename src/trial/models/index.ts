import type { TrialModel } from "../trial-model.ts";
import { bayesAutoregressive } from "./bayes-autoregressive.ts";
import { exactLogistic } from "./exact-logistic.ts";
import { glsAutoregressive } from "./gls-autoregressive.ts";
import { glsAutoregressiveTrend } from "./gls-autoregressive-trend.ts";
import { glsContinuousAutoregressive } from "./gls-continuous-autoregressive.ts";
import { glsIndependent } from "./gls-independent.ts";
import { mixedBlocks, mixedBlocksAutoregressive } from "./mixed-blocks.ts";
import { pairedT } from "./paired-t.ts";
import { penalizedLogistic } from "./penalized-logistic.ts";
import { penalizedProportionalOdds } from "./penalized-proportional-odds.ts";
import { piecewise, piecewiseAutoregressive } from "./piecewise.ts";
import { proportionalOdds } from "./proportional-odds.ts";
import type { ResponderModelMethod } from "./responses.ts";
import { signedRank } from "./signed-rank.ts";

/** Every model of a trial that needs nothing besides the scores, the default first. */
export const trialModels: readonly TrialModel[] = [
  pairedT,
  signedRank,
  proportionalOdds,
  penalizedProportionalOdds,
  glsIndependent,
  glsAutoregressive,
  glsAutoregressiveTrend,
  glsContinuousAutoregressive,
  mixedBlocks,
  mixedBlocksAutoregressive,
  piecewise,
  piecewiseAutoregressive,
  bayesAutoregressive,
];

/** Every model of responses; each needs the score that counts as one. */
export const responderModels: readonly ResponderModelMethod[] = [exactLogistic, penalizedLogistic];

export {
  type BayesianAutoregressionOptions,
  bayesianAutoregression,
} from "./bayesian/bayesian-autoregression.ts";
export {
  type GeneralizedLeastSquaresOptions,
  generalizedLeastSquares,
} from "./generalized-least-squares/generalized-least-squares.ts";
export { block, carryover, period, trend, trialTerms } from "./generalized-least-squares/terms/index.ts";
export type { TrialTerm } from "./generalized-least-squares/trial-term.ts";
export type { ResponderModelMethod } from "./responses.ts";
export {
  bayesAutoregressive,
  exactLogistic,
  glsAutoregressive,
  glsAutoregressiveTrend,
  glsContinuousAutoregressive,
  glsIndependent,
  mixedBlocks,
  mixedBlocksAutoregressive,
  pairedT,
  penalizedLogistic,
  penalizedProportionalOdds,
  piecewise,
  piecewiseAutoregressive,
  proportionalOdds,
  signedRank,
};
