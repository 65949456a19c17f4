import type { MultivariateLaw } from "../../math/random/multivariate-law.ts";

/** A proposal, and how many draws are made from it. */
export interface Proposal {
  law: MultivariateLaw;
  nDraws: number;
}

/** Below this, a sum of densities has lost digits to the smallest numbers. */
const SMALLEST_SUM = 1e-280;

/**
 * Compiles ln of the density of a mixture of proposals, each with the share of its draws.
 *
 * The densities are added as they are, in units of the highest of them; logarithms are taken one by one only where that
 * sum is too small for a double.
 */
export function mixtureLogDensity(proposals: readonly Proposal[]): (theta: Float64Array) => number {
  const n = proposals.reduce((sum, { nDraws }) => sum + nDraws, 0);
  const logUnit = Math.max(...proposals.map(({ law }) => law.logDensity(centerOf(law))));
  const shares = Float64Array.from(proposals, ({ nDraws }) => nDraws / n);
  const densities = proposals.map(({ law }) => law.densityIn(logUnit));
  return (theta) => {
    let sum = 0;
    for (let k = 0; k < densities.length; k++) sum += shares[k]! * densities[k]!(theta);
    return sum > SMALLEST_SUM ? logUnit + Math.log(sum) : logOfSum(proposals, shares, theta);
  };
}

function centerOf(law: MultivariateLaw): Float64Array {
  return law.at(new Float64Array(law.nUniforms).fill(0.5));
}

/** ln Σ share · density, safe from underflow. */
function logOfSum(proposals: readonly Proposal[], shares: Float64Array, theta: Float64Array): number {
  const logs = proposals.map(({ law }, k) => Math.log(shares[k]!) + law.logDensity(theta));
  const largest = Math.max(...logs);
  return largest + Math.log(logs.reduce((sum, log) => sum + Math.exp(log - largest), 0));
}
