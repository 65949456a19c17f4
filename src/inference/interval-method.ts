import type { ValueAndGradient } from "../math/derivatives/central-differences.ts";
import { bilinear, type Matrix } from "../math/linear/matrix.ts";
import type { NewtonMinimum } from "../math/optimize/minimize-newton.ts";
import type { Bound } from "../schema/estimate.ts";
import type { Warning } from "../schema/provenance.ts";
import type { NormalPrior } from "./normal-prior.ts";

/** A quantity to be estimated: a smooth function of the working parameters. */
export interface Target {
  /** Scale on which it is estimated, and on which a symmetric interval makes sense. */
  link: "identity" | "log" | "logit";
  /**
   * Value on the link's scale.
   * @param gradient Filled with the derivatives by the working parameters.
   * @returns null where the quantity does not exist, such as a threshold that is never reached.
   */
  evaluate(theta: ArrayLike<number>, gradient: Float64Array): number | null;
}

/** Everything an interval method may use; it knows no clinical model. */
export interface IntervalProblem {
  /** −ln(likelihood × prior density), with gradient; Infinity outside its domain. */
  objective: ValueAndGradient;
  prior: NormalPrior;
  /** The mode. */
  minimum: NewtonMinimum;
  /** Inverse Hessian at the mode; null where it is not positive definite. */
  covariance: Matrix | null;
  level: number;
  /** Drop of the log posterior that bounds a profile interval of that level. */
  drop: number;
  seed: number;
}

/** An estimate with its interval, on the natural scale. */
export interface Interval {
  estimate: number | null;
  standardError: number | null;
  lower: number | null;
  upper: number | null;
  bound: Bound;
}

export interface IntervalAnswer {
  /** One for each target. */
  intervals: Interval[];
  /** Equally weighted draws of the working parameters, where the method makes any. */
  draws: number[][] | null;
  warnings: Warning[];
}

/** A way to turn a likelihood into intervals; a value that is passed in. */
export interface IntervalMethod {
  name: string;
  reference: string;
  /** Method for the pointwise band of a curve, where this one would be too slow. */
  band?: IntervalMethod;
  estimate(problem: IntervalProblem, targets: readonly Target[]): IntervalAnswer;
}

/** From the link's scale to the natural one. */
function fromLink(link: Target["link"], value: number): number {
  if (link === "identity") return value;
  return link === "log" ? Math.exp(value) : 1 / (1 + Math.exp(-value));
}

/** Derivative of the natural value by the value on the link's scale. */
function linkSlope(link: Target["link"], value: number): number {
  const natural = fromLink(link, value);
  if (link === "identity") return 1;
  return link === "log" ? natural : natural * (1 - natural);
}

/** Delta-method standard error on the link's scale; null where there is no covariance. */
export function linkStandardError(covariance: Matrix | null, gradient: Float64Array): number | null {
  if (!covariance) return null;
  const variance = bilinear(gradient, covariance, gradient);
  return variance >= 0 && Number.isFinite(variance) ? Math.sqrt(variance) : null;
}

/**
 * Puts the two ends of an interval on the natural scale; null is an end that does not exist, or is beyond every number.
 */
export function naturalInterval(
  link: Target["link"],
  value: number,
  standardError: number | null,
  lower: number | null,
  upper: number | null,
): Interval {
  const estimate = fromLink(link, value);
  if (!Number.isFinite(estimate)) return noInterval;
  const low = finite(lower === null ? null : fromLink(link, lower));
  const high = finite(upper === null ? null : fromLink(link, upper));
  return {
    estimate,
    standardError: finite(standardError === null ? null : standardError * linkSlope(link, value)),
    lower: low,
    upper: high,
    bound: boundOf(low, high),
  };
}

function finite(value: number | null): number | null {
  return value !== null && Number.isFinite(value) ? value : null;
}

/** The row of a quantity that does not exist at the mode. */
export const noInterval: Interval = {
  estimate: null,
  standardError: null,
  lower: null,
  upper: null,
  bound: "open",
};

function boundOf(lower: number | null, upper: number | null): Bound {
  if (lower === null) return upper === null ? "open" : "open-lower";
  return upper === null ? "open-upper" : "closed";
}
