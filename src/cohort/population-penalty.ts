import type { Objective } from "../inference/interval-method.ts";
import { negativeLogPrior } from "../inference/normal-prior.ts";
import type { PopulationLayout } from "./population-layout.ts";

const LOG_HALF_NORMAL = 0.5 * Math.log(2 / Math.PI);

/**
 * −ln of the prior density of the population's working parameters: normal for all but the standard deviations between
 * patients, which are half-normal. The density is that of the logarithms, so that no mode lies at a standard deviation of 0.
 *
 * @see Gelman (2006), Bayesian Anal 1:515–534, section 4 (half-normal and folded priors). doi:10.1214/06-BA117A
 */
export function populationPenalty({ prior, parameters }: PopulationLayout): Objective {
  return (theta, gradient) => {
    gradient?.fill(0);
    let sum = negativeLogPrior(prior, theta, gradient);
    for (const { logSpread, spreadScale } of parameters) {
      if (logSpread === null) continue;
      const z = Math.exp(theta[logSpread]!) / spreadScale;
      sum += 0.5 * z * z - LOG_HALF_NORMAL + Math.log(spreadScale) - theta[logSpread]!;
      if (gradient) gradient[logSpread]! += z * z - 1;
    }
    return sum;
  };
}
