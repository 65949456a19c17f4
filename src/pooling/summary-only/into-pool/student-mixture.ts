import { studentT } from "../../../math/distributions/student-t.ts";
import { findRoot } from "../../../math/optimize/find-root.ts";

/** One t distribution of several that are averaged. */
export interface StudentComponent {
  estimate: number;
  /** Above 0. */
  standardError: number;
  /** Infinity for the normal distribution. */
  degreesOfFreedom: number;
}

/**
 * The value below which a share of the average of several t distributions lies.
 *
 * @param components At least one.
 * @param probability In (0, 1).
 */
export function studentMixtureQuantile(components: readonly StudentComponent[], probability: number): number {
  const own = components.map(
    ({ estimate, standardError, degreesOfFreedom }) =>
      estimate + standardError * studentT.quantile(probability, degreesOfFreedom),
  );
  const [low, high] = [Math.min(...own), Math.max(...own)];
  const isUpper = probability > 0.5;
  const wanted = isUpper ? 1 - probability : probability;
  const excess = (x: number): number =>
    components.reduce((sum, { estimate, standardError, degreesOfFreedom }) => {
      const t = (x - estimate) / standardError;
      return sum + studentT.cdf(isUpper ? -t : t, degreesOfFreedom);
    }, 0) /
      components.length -
    wanted;
  return findRoot(excess, low, high, 1e-12 * (high - low)) ?? low;
}
