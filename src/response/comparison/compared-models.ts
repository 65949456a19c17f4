import type { ComparedModel, LeftOutDensity } from "../../schema/model-comparison.ts";
import { describeFit } from "../response-problem.ts";
import { type Candidate, type FittedCandidate, isFitted } from "./candidate.ts";
import { elpdDifference, sumOverScores } from "./elpd-difference.ts";

/** Weights of the models, in their order; null where a model has none. */
export interface ModelWeights {
  stackingWeight: readonly (number | null)[];
  posteriorProbability: readonly (number | null)[];
}

/**
 * One row for each model.
 *
 * @param noEffect The model without an effect; null where it could not be fitted.
 */
export function comparedModels(
  candidates: readonly Candidate[],
  { stackingWeight, posteriorProbability }: ModelWeights,
  noEffect: FittedCandidate | null,
): ComparedModel[] {
  const totals = candidates.map((candidate) =>
    isFitted(candidate) && candidate.elpds ? sumOverScores(candidate.elpds).value : -Infinity,
  );
  const best = candidates[totals.indexOf(Math.max(...totals))]!;
  const bestElpds = isFitted(best) ? best.elpds : null;
  return candidates.map((candidate, k) =>
    isFitted(candidate)
      ? {
          ...comparedModel(candidate, bestElpds, noEffect),
          stackingWeight: stackingWeight[k]!,
          posteriorProbability: posteriorProbability[k]!,
        }
      : failedModel(candidate.model),
  );
}

function comparedModel(
  { model, sampled, leftOut, elpds }: FittedCandidate,
  best: number[] | null,
  noEffect: FittedCandidate | null,
): Omit<ComparedModel, "stackingWeight" | "posteriorProbability"> {
  const total = elpds && sumOverScores(elpds);
  const difference = elpds && best && elpdDifference(elpds, best);
  const gain = elpds && noEffect?.elpds ? elpdDifference(elpds, noEffect.elpds) : null;
  const { logMarginal } = sampled.draws;
  const { problem, mode } = sampled.located;
  const squares = leftOut.reduce((sum, { density }) => sum + (density?.monteCarloError ?? 0) ** 2, 0);
  const shapes = leftOut.flatMap(({ paretoShape }) => (paretoShape === null ? [] : [paretoShape]));
  return {
    model: model.name,
    label: model.label,
    nParameters: problem.parameters.names.length,
    elpd: total?.value ?? null,
    standardError: total?.standardError ?? null,
    monteCarloError: total && Math.sqrt(squares),
    difference: difference?.value ?? null,
    differenceStandardError: difference?.standardError ?? null,
    differenceFromNoEffect: gain?.value ?? null,
    differenceFromNoEffectStandardError: gain?.standardError ?? null,
    largestParetoShape: shapes.length === 0 ? null : Math.max(...shapes),
    nRefits: leftOut.filter(({ refitted }) => refitted).length,
    logMarginalLikelihood: logMarginal.value,
    logMarginalLikelihoodError: logMarginal.monteCarloError,
    logBayesFactor: noEffect && logMarginal.value - noEffect.sampled.draws.logMarginal.value,
    aicc: describeFit(problem, mode).aicc,
  };
}

function failedModel({ name, label }: Candidate["model"]): ComparedModel {
  return {
    model: name,
    label,
    nParameters: null,
    elpd: null,
    standardError: null,
    monteCarloError: null,
    difference: null,
    differenceStandardError: null,
    differenceFromNoEffect: null,
    differenceFromNoEffectStandardError: null,
    largestParetoShape: null,
    nRefits: null,
    stackingWeight: null,
    posteriorProbability: null,
    logMarginalLikelihood: null,
    logMarginalLikelihoodError: null,
    logBayesFactor: null,
    aicc: null,
  };
}

/** One row for each model and score. */
export function leftOutDensities(candidates: readonly Candidate[]): LeftOutDensity[] {
  return candidates.filter(isFitted).flatMap(({ model, sampled, leftOut }) =>
    leftOut.map(({ density, paretoShape, refitted }, i) => ({
      model: model.name,
      observation: i + 1,
      day: sampled.observations[i]!.day,
      score: sampled.observations[i]!.score,
      elpd: density?.value ?? null,
      monteCarloError: density?.monteCarloError ?? null,
      paretoShape,
      refitted,
    })),
  );
}
