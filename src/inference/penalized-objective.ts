import type { Objective } from "./interval-method.ts";
import { type NormalPrior, negativeLogPrior } from "./normal-prior.ts";

/** ln of a likelihood; adds its derivatives to `gradient`, where it is given. */
type LogLikelihood = (theta: Float64Array, gradient?: Float64Array) => number;

/** −ln(likelihood × prior density), with its gradient where one is given; Infinity outside its domain. */
export function penalizedObjective(logLikelihood: LogLikelihood, prior: NormalPrior): Objective {
  return (theta, gradient) => {
    gradient?.fill(0);
    const value = logLikelihood(theta, gradient);
    if (gradient) for (let k = 0; k < gradient.length; k++) gradient[k] = -gradient[k]!;
    const total = negativeLogPrior(prior, theta, gradient) - value;
    return Number.isNaN(total) ? Infinity : total;
  };
}
