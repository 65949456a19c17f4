import { minimizeBfgs } from "../math/optimize/minimize-bfgs.ts";
import { randomStream } from "../math/random/random-stream.ts";
import type { IntervalProblem } from "./interval-method.ts";

/** The modes of simulated data sets. */
export interface Replicates {
  modes: Float64Array[];
  /** Simulated data sets, with those whose mode was not found. */
  nReplicates: number;
}

/** Steps of one search; those that find a mode take about ten. */
const MOST_STEPS = 200;

/**
 * Simulates data sets at the mode and finds the mode of each, in a search that starts where the original one ended.
 *
 * @param nReplicates Each has a substream of the problem's seed to itself, so that it doesn't depend on the others.
 * @throws {RangeError} when the problem cannot simulate its data.
 */
export function bootstrapReplicates(problem: IntervalProblem, nReplicates: number): Replicates {
  const { minimum, seed } = problem;
  if (!problem.resample) {
    throw new RangeError(
      'The interval method "bootstrap" needs a problem that simulates its own data (resample), got one without',
    );
  }
  const modes: Float64Array[] = [];
  for (let i = 0; i < nReplicates; i++) {
    const objective = problem.resample(minimum.x, randomStream(seed, i));
    const { x, converged } = minimizeBfgs(objective, minimum.x, {
      firstHessian: minimum.hessian,
      maxIterations: MOST_STEPS,
    });
    if (converged) modes.push(x);
  }
  return { modes, nReplicates };
}
