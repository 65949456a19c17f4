import { effectData } from "../../inference/random-effects/effect-data.ts";
import type { TauSquaredEstimator } from "../../inference/random-effects/tau-squared-estimator.ts";
import { momentEstimate } from "./moment-estimate.ts";

/**
 * Estimates between-series variance from Cochran's Q, floored at 0.
 *
 * @see DerSimonian & Laird (1986), Control Clin Trials 7:177–188: (Q − (k − 1))/(Σw − Σw²/Σw). doi:10.1016/0197-2456(86)90046-2
 * @example
 * dersimonianLaird.estimate([-70, -75, -72], [36, 64, 49]).tauSquared; // 0
 */
export const dersimonianLaird: TauSquaredEstimator = {
  name: "dersimonian-laird",
  label: "DerSimonian–Laird (DL)",
  reference: "DerSimonian & Laird (1986), doi:10.1016/0197-2456(86)90046-2",
  assumed: false,
  estimate: (effects, variances, design) =>
    momentEstimate(effectData(effects, variances, design), (variance) => 1 / variance),
};
