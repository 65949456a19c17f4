import { EstimationError } from "../errors.ts";
import type { IntervalProblem, Objective } from "../inference/interval-method.ts";
import { penalizedObjective } from "../inference/penalized-objective.ts";
import { cholesky, choleskyInverse } from "../math/linear/cholesky.ts";
import { minimizeNewton, type NewtonMinimum } from "../math/optimize/minimize-newton.ts";
import { normalQuantile } from "../math/special/normal-quantile.ts";
import { fineHessian } from "./fine-hessian.ts";
import type { LogLikelihood } from "./likelihood/relapse-likelihood.ts";
import type { RelapseParameters } from "./likelihood/relapse-parameters.ts";
import type { RelapseModel } from "./models/relapse-model.ts";

/** A model brought together with relapse times, its mode found, ready for intervals. */
export interface RelapseProblem {
  model: RelapseModel;
  parameters: RelapseParameters;
  logLikelihood: LogLikelihood;
  intervals: IntervalProblem;
}

/** How intervals are to be made. */
export interface ProblemSettings {
  level: number;
  seed: number;
}

/** A working parameter whose standard error is above this, on the log scale, has run off to infinity. */
const NO_LIMIT = 30;
/** Weibull shapes from which the search starts. */
const FIRST_SHAPES = [2.5, 1, 6];

function startingValues(
  { shape: working }: RelapseModel,
  parameters: RelapseParameters,
  typicalTime: number,
): Float64Array[] {
  const { names, shape, frailty } = parameters;
  const start = new Float64Array(names.length);
  start[0] = Math.log(typicalTime);
  if (frailty !== null) start[frailty] = -1;
  if (!working || shape === null) return [start];
  return FIRST_SHAPES.map((k) => {
    const own = start.slice();
    own[shape] = working.fromWeibull.shift + working.fromWeibull.slope * Math.log(k);
    return own;
  });
}

/** The mode: the first search that ends at one, else the lowest end. */
function searchMode(objective: Objective, starts: readonly Float64Array[]): NewtonMinimum | null {
  let best: NewtonMinimum | null = null;
  for (const start of starts) {
    const end = minimizeNewton(objective, start);
    if (!Number.isFinite(end.value)) continue;
    if (!best || (end.converged && !best.converged) || end.value < best.value - 1e-9) best = end;
    if (best.converged) break;
  }
  return best;
}

/**
 * Compiles the posterior, or the likelihood where the priors are flat, and finds its mode.
 *
 * @param typicalTime Where the search for the median starts, > 0.
 * @throws {EstimationError} `not-converged`; `not-identifiable` where a parameter has no limit.
 */
export function locateRelapse(
  model: RelapseModel,
  parameters: RelapseParameters,
  logLikelihood: LogLikelihood,
  typicalTime: number,
  { level, seed }: ProblemSettings,
): RelapseProblem {
  const objective = penalizedObjective(logLikelihood, parameters.prior);
  const minimum = searchMode(objective, startingValues(model, parameters, typicalTime));
  if (!minimum)
    throw new EstimationError("not-converged", `Cannot fit "${model.name}": the likelihood is 0 everywhere`);
  const curvature = fineHessian(objective, minimum);
  const factor = cholesky(curvature);
  const covariance = factor && choleskyInverse(factor);
  const n = parameters.names.length;
  const runaway = parameters.names.findIndex(
    (_, k) => !covariance || !(Math.sqrt(covariance.values[k * n + k]!) < NO_LIMIT),
  );
  if (runaway >= 0) throw withoutLimit(model, covariance ? parameters.names[runaway]! : null);
  return {
    model,
    parameters,
    logLikelihood,
    intervals: {
      objective,
      prior: parameters.prior,
      minimum: { ...minimum, hessian: curvature },
      covariance,
      level,
      drop: 0.5 * normalQuantile(0.5 + 0.5 * level) ** 2,
      seed,
      nullModel: null,
    },
  };
}

function withoutLimit({ name }: RelapseModel, parameter: string | null): EstimationError {
  const what = parameter === null ? "the likelihood" : `the likelihood by "${parameter}"`;
  return new EstimationError(
    "not-identifiable",
    `Cannot fit "${name}" by maximum likelihood: ${what} has no highest point; needs priors, or courses that say more`,
  );
}
