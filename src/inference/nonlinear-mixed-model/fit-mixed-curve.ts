import type { Curve } from "../../math/optimize/fit-curve.ts";
import { type EffectCovariance, independentEffects } from "./effect-covariance.ts";
import { laplace } from "./laplace.ts";
import { marginalMaximum } from "./marginal-maximum.ts";
import type { MixedCurveFit, MixedCurveGroup, MixedCurveMethod } from "./mixed-curve.ts";

/** Options of `fitMixedCurve`. */
export interface FitMixedCurveOptions {
  /** Parameters of the curve from which the search starts. */
  start: readonly number[];
  /** Indices of the parameters that vary between groups. */
  random: readonly number[];
  /** Default `independentEffects`. */
  covariance?: EffectCovariance;
  /** Default Laplace's approximation. */
  method?: MixedCurveMethod;
}

/**
 * Fits a curve to several groups at once: some parameters vary between groups by a normal law, errors are normal.
 *
 * @param curve Value, and gradient if known; see `dualCurve`.
 * @param groups Two or more.
 * @returns Typical parameters, the covariance between groups, each group's deviations and the log-likelihood.
 * @throws {RangeError} when an option is out of range.
 * @throws {EstimationError} `too-few-observations`, `not-identifiable`, `not-converged`.
 * @see Pinheiro & Bates (2000), Mixed-Effects Models in S and S-PLUS, chapter 7.
 * @example
 * const groups = [2, 3, 5].map((a, i) => ({ group: `${i}`, x: [1, 2, 3], y: [a, 2 * a + 0.2, 3 * a - 0.1] }));
 * fitMixedCurve({ value: (x: number, [a]) => a! * x }, groups, { start: [1], random: [0] }).effects.length; // 3
 */
export function fitMixedCurve<X>(
  curve: Curve<X>,
  groups: readonly MixedCurveGroup<X>[],
  { start, random, covariance = independentEffects, method = marginalMaximum(laplace) }: FitMixedCurveOptions,
): MixedCurveFit {
  return method.fit({ curve, groups, start, random, covariance });
}
