import type { IntervalProblem } from "../../src/inference/interval-method.ts";
import { type NormalPrior, negativeLogPrior } from "../../src/inference/normal-prior.ts";
import { cholesky, choleskyInverse } from "../../src/math/linear/cholesky.ts";
import { minimizeNewton } from "../../src/math/optimize/minimize-newton.ts";

/** Normal observations, one for each parameter, whose posterior and marginal likelihood are known. */
export interface Conjugate {
  priorMeans: readonly number[];
  priorSds: readonly number[];
  observed: readonly number[];
  errors: readonly number[];
}

const LOG_ROOT_TAU = 0.5 * Math.log(2 * Math.PI);

function logNormal(x: number, mean: number, sd: number): number {
  return -0.5 * ((x - mean) / sd) ** 2 - Math.log(sd) - LOG_ROOT_TAU;
}

/** ln of the marginal likelihood: each observation is normal around the prior mean. */
export function logMarginal({ priorMeans, priorSds, observed, errors }: Conjugate): number {
  return observed.reduce(
    (sum, y, i) => sum + logNormal(y, priorMeans[i]!, Math.hypot(priorSds[i]!, errors[i]!)),
    0,
  );
}

/** Mean and sd of each parameter's posterior. */
export function exactPosterior({ priorMeans, priorSds, observed, errors }: Conjugate): [number, number][] {
  return observed.map((y, i) => {
    const before = priorSds[i]! ** -2;
    const data = errors[i]! ** -2;
    return [(before * priorMeans[i]! + data * y) / (before + data), (before + data) ** -0.5];
  });
}

/** The problem that an interval method is given. */
export function conjugateProblem(conjugate: Conjugate, seed = 1, level = 0.95): IntervalProblem {
  const { priorMeans, priorSds, observed, errors } = conjugate;
  const prior: NormalPrior = {
    terms: priorMeans.map((value, index) => ({ index, center: { value }, sd: priorSds[index]! })),
  };
  const objective: IntervalProblem["objective"] = (theta, gradient) => {
    gradient?.fill(0);
    let value = negativeLogPrior(prior, theta, gradient);
    observed.forEach((y, i) => {
      value -= logNormal(y, theta[i]!, errors[i]!);
      if (gradient) gradient[i]! -= (y - theta[i]!) / errors[i]! ** 2;
    });
    return value;
  };
  const minimum = minimizeNewton((x, gradient) => objective(x, gradient), priorMeans);
  const factor = cholesky(minimum.hessian);
  return {
    objective,
    prior,
    minimum,
    covariance: factor && choleskyInverse(factor),
    level,
    drop: 1.92,
    seed,
    nullModel: null,
  };
}
