import type { Target } from "../../inference/interval-method.ts";
import { penalizedObjective } from "../../inference/penalized-objective.ts";
import type { WeightedDraws } from "../../inference/posterior/weighted-draws.ts";
import { type CurveData, curveLikelihood } from "../likelihood/curve-likelihood.ts";
import type { TimeBlock } from "../likelihood/possible-times.ts";
import { findMode } from "../response-problem.ts";
import { type SampledModel, samplerOf } from "./sampled-model.ts";

/** The same data without one score; the days of all others, and what is known of them, stay. */
export function withoutScore(data: CurveData, score: number): CurveData {
  const nCourses = data.parameters.courses.length;
  const blocks = data.blocks.flatMap((block) => {
    const place = block.scores.indexOf(score);
    if (place < 0) return [block];
    return block.scores.length === 1 ? [] : [withoutPlace(block, place, nCourses)];
  });
  return { ...data, blocks };
}

function withoutPlace({ scores, nodes }: TimeBlock, place: number, nCourses: number): TimeBlock {
  return {
    scores: scores.toSpliced(place, 1),
    nodes: nodes.map(({ weight, elapsed }) => ({
      weight,
      elapsed: elapsed.filter((_, k) => Math.floor(k / nCourses) !== place),
    })),
  };
}

/**
 * Draws from the posterior that one score has not been seen by; the prior is the same, even where it looked at that score.
 *
 * @param predictive ln of the score's probability: draws are made where it is high as well as where most are.
 * @throws {EstimationError} `not-converged`.
 */
export function refitWithout(
  model: SampledModel,
  score: number,
  predictive: (theta: ArrayLike<number>) => number,
): WeightedDraws {
  const { located, patient, settings } = model;
  const targets: Target[] = [{ link: "identity", evaluate: predictive }];
  const { prior } = located.problem.parameters;
  const logLikelihood = curveLikelihood(withoutScore(model.data, score));
  const objective = penalizedObjective(logLikelihood, prior);
  const problem = { ...located.problem, logLikelihood, objective };
  const mode = findMode(problem, patient, located.timeline, located.mode.minimum.x);
  return samplerOf({ objective, prior, ...mode }, targets, settings).draws();
}
