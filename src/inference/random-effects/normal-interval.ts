import { type MeanInterval, SHARED, symmetricInterval } from "./mean-interval.ts";

/**
 * The mean ± z × its standard error, as if τ² were known: too narrow with few series.
 *
 * @see DerSimonian & Laird (1986), Control Clin Trials 7:177–188. doi:10.1016/0197-2456(86)90046-2
 * @example
 * poolEstimates([{ estimate: -3.5, variance: 0.25 }, { estimate: -1, variance: 0.4 }], { interval: normalInterval }).estimates[0]?.upper; // 0.169
 */
export const normalInterval: MeanInterval = {
  name: "z",
  label: "Normal (z)",
  reference: "DerSimonian & Laird (1986), doi:10.1016/0197-2456(86)90046-2",
  estimate: (fit, level, contrast = SHARED) =>
    symmetricInterval(fit, fit.covariance, Infinity, level, contrast),
};
