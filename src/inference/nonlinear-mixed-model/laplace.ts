import { symmetricEigen } from "../../math/linear/symmetric-eigen.ts";
import { LOG_SQRT_2PI } from "../../math/special/mills-ratio.ts";
import { addHalfTrace, curvatureSlopes } from "./curvature-slopes.ts";
import type { MarginalApproximation } from "./marginal-approximation.ts";

/** Below this curvature the mode of the effects is not followed any faster. */
const FLATTEST = 0.02;

/**
 * Curvature that the approximation counts along one direction. Before the data it is 1; where they curve the other way at
 * the mode, which has then nearly another beside it, less is taken off, so that it stays above 1/3.
 */
function countedCurvature(eigenvalue: number): number {
  const lack = Math.min(1, Math.max(0, 1 - eigenvalue));
  return Math.max(eigenvalue, 0) + lack ** 3 / 3;
}

/** Derivative of ln counted curvature by the eigenvalue. */
function countedSlope(eigenvalue: number): number {
  const lack = Math.min(1, Math.max(0, 1 - eigenvalue));
  return (1 - lack * lack) / countedCurvature(eigenvalue);
}

/**
 * Laplace's approximation: the effects as if they were normal around their mode, given the observations. Exact where the
 * curve is linear in them and the errors are normal.
 *
 * With very few observations the joint density can be nearly flat at its mode, where another mode is near, and the
 * approximation would be infinite: directions in which the observations take away from the effects' own curvature count
 * for less than they take. Elsewhere nothing is changed.
 *
 * @see Tierney & Kadane (1986), J Am Stat Assoc 81:82–86; Pinheiro & Bates (1995), J Comput Graph Stat 4:12–35, section 2.3.
 */
export const laplace: MarginalApproximation = {
  name: "laplace",
  label: "Laplace's approximation",
  reference: "Pinheiro & Bates (1995), J Comput Graph Stat 4:12–35. doi:10.1080/10618600.1995.10474663",
  mostEffects: Infinity,
  marginal(group, theta, mode, slopes) {
    const q = group.nEffects;
    if (!mode.differences) return Infinity;
    const { values, vectors } = symmetricEigen(mode.curvature);
    let value = mode.value - q * LOG_SQRT_2PI;
    for (let i = 0; i < q; i++) value += 0.5 * Math.log(countedCurvature(values[i]!));
    if (!slopes) return value;
    for (let k = 0; k < group.nParameters; k++) slopes[k]! += mode.slopes[k]!;
    const units = Array.from(values, (eigenvalue) => 1 / Math.sqrt(Math.max(eigenvalue, FLATTEST)));
    const directions = units.map((unit, i) =>
      Float64Array.from({ length: q }, (_, e) => unit * vectors.values[e * q + i]!),
    );
    const moving = curvatureSlopes(group, theta, mode, directions, false);
    addHalfTrace(moving, (i) => countedSlope(values[i]!) / units[i]! ** 2, slopes);
    return value;
  },
};
