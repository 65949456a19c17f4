import { halfCauchy } from "./half-cauchy.ts";
import { halfNormal } from "./half-normal.ts";
import { halfT } from "./half-t.ts";
import { logNormal } from "./log-normal.ts";
import { logT } from "./log-t.ts";
import type { TauPrior, TauPriorFamily } from "./tau-prior.ts";
import { uniform } from "./uniform.ts";

export { halfCauchy } from "./half-cauchy.ts";
export { halfNormal } from "./half-normal.ts";
export { halfT } from "./half-t.ts";
export { logNormal } from "./log-normal.ts";
export { logT } from "./log-t.ts";
export { rhodesAnyOutcome, rhodesPain, turnerAnyOutcome, turnerPain } from "./published.ts";
export type { TauPrior, TauPriorFamily } from "./tau-prior.ts";
export { uniform } from "./uniform.ts";

const GELMAN = "Gelman (2006), doi:10.1214/06-BA117A";

function family(
  name: string,
  label: string,
  reference: string,
  parameters: readonly string[],
  make: (...values: number[]) => TauPrior,
): TauPriorFamily {
  return {
    name,
    label,
    reference,
    parameters,
    create(...values) {
      if (values.length !== parameters.length)
        throw new RangeError(
          `The ${name} prior of τ needs ${parameters.join(" and ")}, got ${values.length} numbers`,
        );
      return make(...values);
    },
  };
}

/** Every family of priors of τ; the command line and the contract tests read it. */
export const tauPriors: readonly TauPriorFamily[] = [
  family("half-normal", "Half-normal", "Röver et al. (2021), doi:10.1002/jrsm.1475", ["scale"], (scale) =>
    halfNormal(scale!),
  ),
  family("half-cauchy", "Half-Cauchy", GELMAN, ["scale"], (scale) => halfCauchy(scale!)),
  family("half-t", "Half-t", GELMAN, ["scale", "degreesOfFreedom"], (scale, df) => halfT(scale!, df!)),
  family("uniform", "Uniform", GELMAN, ["upper"], (upper) => uniform(upper!)),
  family(
    "log-normal",
    "Log-normal",
    "Turner et al. (2015), doi:10.1002/sim.6381",
    ["logMean", "logStandardDeviation"],
    (mean, sd) => logNormal(mean!, sd!),
  ),
  family(
    "log-t",
    "Log-t",
    "Rhodes et al. (2015), doi:10.1016/j.jclinepi.2014.08.012",
    ["location", "scale", "degreesOfFreedom"],
    (location, scale, df) => logT(location!, scale!, df!),
  ),
];
