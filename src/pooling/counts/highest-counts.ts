import { cholesky, choleskyInverse, choleskySolve } from "../../math/linear/cholesky.ts";
import { minimizeBrent } from "../../math/optimize/minimize-brent.ts";
import { minimizeNewton } from "../../math/optimize/minimize-newton.ts";
import type { JointLikelihood } from "./joint-likelihood.ts";
import { gradientOfValues, hessianOfValues } from "./value-derivatives.ts";

/** Where the likelihood is highest. */
export interface HighestCounts {
  joint: JointLikelihood;
  mean: number;
  /** At least 0; 0 where series seem not to differ. */
  spread: number;
  /** The log likelihood there, with its penalty. */
  value: number;
  /** From the curvature in mean and spread, in the mean alone where the spread is 0; null where there is none. */
  standardError: number | null;
  converged: boolean;
}

/** How far on either side of the start a mean is looked for, on a log scale. */
const REACH = 30;

/** The highest likelihood at a given spread. */
export function highestAtSpread(joint: JointLikelihood, spread: number): { mean: number; value: number } {
  const { start } = joint;
  const { x, value } = minimizeBrent((mean) => -joint.value(mean, spread), start - REACH, start + REACH);
  return { mean: x, value: -value };
}

/** The highest likelihood at a given mean: the best of the places, then between its neighbours. */
export function highestAtMean(joint: JointLikelihood, mean: number): { spread: number; value: number } {
  const { places, largest } = joint.model.spread;
  const shared = { spread: 0, value: joint.value(mean, 0) };
  if (joint.penalty.sharedEffect) return shared;
  const values = places.map((place) => joint.value(mean, place));
  const best = values.indexOf(Math.max(...values));
  const from = best === 0 ? 0 : places[best - 1]!;
  const to = places[best + 1] ?? largest;
  const { x, value } = minimizeBrent((spread) => -joint.value(mean, spread), from, to);
  return -value > shared.value ? { spread: x, value: -value } : shared;
}

/** A search from a point of mean and, where it is free, spread to the top. */
function climb(joint: JointLikelihood, start: readonly number[]): HighestCounts {
  const negative = (x: Float64Array): number => -joint.value(x[0]!, x[1] ?? 0);
  const top = minimizeNewton(
    (x, gradient) => {
      gradient.set(gradientOfValues(negative, x));
      return negative(x);
    },
    start,
    { hessian: (x) => hessianOfValues(negative, x) },
  );
  const factor = cholesky(top.hessian);
  if (factor === null) return atTop(joint, top.x, null, top.converged);
  // Newton's search ends where a step gains nothing; one step more still brings the place itself closer.
  const step = choleskySolve(factor, gradientOfValues(negative, top.x));
  const place = top.x.map((value, i) => value - step[i]!);
  return atTop(joint, place, Math.sqrt(choleskyInverse(factor).values[0]!), top.converged);
}

function atTop(
  joint: JointLikelihood,
  place: Float64Array,
  standardError: number | null,
  converged: boolean,
): HighestCounts {
  const mean = place[0]!;
  const spread = Math.abs(place[1] ?? 0);
  return { joint, mean, spread, value: joint.value(mean, spread), standardError, converged };
}

/**
 * The mean and spread of highest likelihood. The likelihood is even in the spread and may have a peak at 0 and others beyond: it
 * is looked at from 0 to the largest spread, and the highest peak is climbed.
 */
export function highestCounts(joint: JointLikelihood): HighestCounts {
  const shared = climb(joint, [highestAtSpread(joint, 0).mean]);
  if (joint.penalty.sharedEffect) return shared;
  let best = { mean: shared.mean, spread: 0, value: shared.value };
  for (const spread of joint.model.spread.places) {
    const found = highestAtSpread(joint, spread);
    if (found.value > best.value + 1e-12 * (1 + Math.abs(best.value))) best = { spread, ...found };
  }
  if (best.spread === 0) return shared;
  const apart = climb(joint, [best.mean, best.spread]);
  return apart.value > shared.value ? apart : shared;
}
