import { bilinear, type Matrix } from "../math/linear/matrix.ts";
import type { NewtonMinimum } from "../math/optimize/minimize-newton.ts";
import type { RandomStream } from "../math/random/random-stream.ts";
import type { Bound } from "../schema/estimate.ts";
import type { PosteriorSummary } from "../schema/posterior-summary.ts";
import type { Warning } from "../schema/provenance.ts";
import type { NormalPrior } from "./normal-prior.ts";

/** A quantity to be estimated: a smooth function of the working parameters. */
export interface Target {
  /** Scale on which it is estimated, and on which a symmetric interval makes sense. */
  link: "identity" | "log" | "logit";
  /**
   * Value on the link's scale.
   * @param gradient Filled with the derivatives by the working parameters, where it is given.
   * @returns null where the quantity does not exist, such as a threshold that is never reached.
   */
  evaluate(theta: ArrayLike<number>, gradient?: Float64Array): number | null;
  /** Value on the natural scale under the null model; absent where the quantity exists only without it. */
  underNull?(theta: ArrayLike<number>): number;
}

/** Something that is true or not at a set of working parameters; a posterior gives its probability. */
export interface Event {
  happens(theta: ArrayLike<number>): boolean;
  happensUnderNull(theta: ArrayLike<number>): boolean;
}

/** −ln of a density with its gradient, which is computed only where it is given. */
export type Objective = (theta: Float64Array, gradient?: Float64Array) => number;

/** A likelihood with its prior, and where they are highest. */
export interface Posterior {
  /** −ln(likelihood × prior density); Infinity outside its domain. */
  objective: Objective;
  prior: NormalPrior;
  /** The mode. */
  minimum: NewtonMinimum;
  /** Inverse Hessian at the mode; null where it is not positive definite. */
  covariance: Matrix | null;
}

/** A simpler model inside the one at hand, such as no effect, that holds with a probability above 0. */
export interface NullModel extends Posterior {
  /** Before the data, in [0, 1). */
  priorProbability: number;
}

/** Everything an interval method may use; it knows no clinical model. */
export interface IntervalProblem extends Posterior {
  level: number;
  /** Drop of the log posterior that bounds a profile interval of that level. */
  drop: number;
  seed: number;
  nullModel: NullModel | null;
  /**
   * True where the objective takes milliseconds: profile limits are then found to a few hundredths of a standard deviation, and
   * not checked for being saddles, which takes a Hessian each. Default false.
   */
  costly?: boolean;
  /**
   * −ln(likelihood × prior density) of a data set simulated at working parameters: drawn from the model and rounded as
   * the data were. All chance comes from the stream. Only a bootstrap asks for it.
   */
  resample?(theta: Float64Array, stream: RandomStream): Objective;
}

/** An estimate with its interval, on the natural scale. */
export interface Interval {
  estimate: number | null;
  standardError: number | null;
  lower: number | null;
  upper: number | null;
  bound: Bound;
  /** Of the quantity on its link's scale, where the null model does not hold. */
  linkStandardError: number | null;
}

/** What else may be asked of a method that knows the whole posterior. */
export interface FurtherQuestions {
  events?: readonly Event[];
  /** Targets of one curve, for its pointwise band. */
  curve?: readonly Target[];
}

/** What a posterior says besides its intervals. */
export interface PosteriorAnswer {
  /** One for each event. */
  probabilities: number[];
  /** One for each target of the curve. */
  band: Interval[];
  /** Monte-Carlo errors of each target's estimate, lower and upper limit; null where there is none. */
  errors: ([estimate: number, lower: number, upper: number] | null)[];
  /** For each target, the probability that it exists where the null model does not hold. */
  exists: number[];
  summary: PosteriorSummary;
}

export interface IntervalAnswer {
  /** One for each target. */
  intervals: Interval[];
  /** Equally weighted draws of the working parameters, where the method makes any. */
  draws: number[][] | null;
  posterior: PosteriorAnswer | null;
  warnings: Warning[];
}

/** A way to turn a likelihood into intervals; a value that is passed in. */
export interface IntervalMethod {
  name: string;
  reference: string;
  /** Method for the pointwise band of a curve, where this one would be too slow. */
  band?: IntervalMethod;
  /** True where the method needs proper priors. */
  needsProperPriors?: boolean;
  /** A quicker one for sensitivity analyses: the same at lower precision, or another, which then is named. */
  coarse?: IntervalMethod;
  estimate(problem: IntervalProblem, targets: readonly Target[], further?: FurtherQuestions): IntervalAnswer;
}

/** From the link's scale to the natural one. */
export function fromLink(link: Target["link"], value: number): number {
  if (link === "identity") return value;
  return link === "log" ? Math.exp(value) : 1 / (1 + Math.exp(-value));
}

/** From the natural scale to the link's one. */
export function toLink(link: Target["link"], natural: number): number {
  if (link === "identity") return natural;
  return link === "log" ? Math.log(natural) : Math.log(natural / (1 - natural));
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
    linkStandardError: standardError,
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
  linkStandardError: null,
};

/** Which ends there are. */
export function boundOf(lower: number | null, upper: number | null): Bound {
  if (lower === null) return upper === null ? "open" : "open-lower";
  return upper === null ? "open-upper" : "closed";
}
