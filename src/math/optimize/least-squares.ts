import { EstimationError } from "../../errors.ts";
import { toNumbers } from "../linear/matrix.ts";
import { type BoundOptions, boundsOf, startWithin } from "./bounds.ts";
import type { LeastSquaresModel } from "./least-squares-model.ts";
import { covarianceOf } from "./levenberg-marquardt/covariance.ts";
import { lowerSum } from "./levenberg-marquardt/lower-sum.ts";
import { countFree, linearize, type Search, startSearch } from "./levenberg-marquardt/search.ts";
import {
  linearizeFinely,
  newtonStepIsSmall,
  ROUGH_OFFSET,
  relativeOffset,
  sharpen,
} from "./levenberg-marquardt/sharpen.ts";

/** Limits and patience; everything may be left out. */
export interface LeastSquaresOptions extends BoundOptions {
  /** How close to the minimum to come, in standard errors of the parameters (Bates & Watts's relative offset); 1e-8. */
  tolerance?: number;
  /** 2000. */
  maxIterations?: number;
}

/**
 * Why a search for least squares ended.
 *
 * - `gradient-small`: the residuals stand at right angles to every direction the parameters can take them.
 * - `exact-fit`: all residuals are zero.
 * - `step-small`, `no-further-decrease`: rounding errors stand in the way of more.
 * - `too-many-iterations`, `no-finite-start`, `no-finite-derivative`: what they say.
 */
export type LeastSquaresEnd =
  | "gradient-small"
  | "exact-fit"
  | "step-small"
  | "no-further-decrease"
  | "too-many-iterations"
  | "no-finite-start"
  | "no-finite-derivative";

/** Parameters that make a sum of squares smallest, and how well they are known: plain numbers, ready for JSON. */
export interface LeastSquaresFit {
  parameters: number[];
  /** Null where a parameter is held at a limit, or where there is no covariance. */
  standardErrors: (number | null)[];
  /**
   * σ̂² (JᵀJ)⁻¹, with zeros for parameters held at a limit; null where parameters can't be told apart, or where no degree
   * of freedom is left to estimate σ² from.
   */
  covariance: number[][] | null;
  /** The limit at which a parameter stands while the sum of squares falls beyond it. */
  held: ("lower" | "upper" | null)[];
  /** How many directions of the free parameters the data determine; null where the search couldn't look. */
  rank: number | null;
  /** Null where the start has no finite residuals. */
  residualSumOfSquares: number | null;
  /** Residuals less free parameters. */
  degreesOfFreedom: number;
  /** Empty where the start has no finite residuals. */
  residuals: number[];
  iterations: number;
  /** How often residuals were computed, apart from derivatives. */
  evaluations: number;
  ended: LeastSquaresEnd;
  /** True at a minimum: within the tolerance, or within a thousandth of a standard error where rounding rules. */
  converged: boolean;
}

/** Lowers the sum of squares until it is at a minimum or can't be lowered. */
function descend(search: Search, tolerance: number, maxIterations: number): [LeastSquaresEnd, number] {
  if (!Number.isFinite(search.sum)) return ["no-finite-start", 0];
  let little = false;
  for (let iterations = 0; ; iterations++) {
    if (!linearize(search, Math.sqrt(search.sum))) return ["no-finite-derivative", iterations];
    if (search.sum === 0) return ["exact-fit", iterations];
    if (relativeOffset(search, countFree(search)) <= tolerance) return ["gradient-small", iterations];
    if (little) return ["step-small", iterations];
    if (iterations >= maxIterations) return ["too-many-iterations", iterations];
    const outcome = lowerSum(search);
    if (outcome === "stuck") return ["no-further-decrease", iterations];
    little = outcome === "moved-little";
  }
}

/** Where the search came to, with the last digits put right, and the rank of the derivatives there. */
function settle(
  search: Search,
  end: LeastSquaresEnd,
  tolerance: number,
): [LeastSquaresEnd, number | null, boolean] {
  if (end === "no-finite-start" || end === "no-finite-derivative") return [end, null, false];
  const first = linearizeFinely(search);
  if (first === null) return ["no-finite-derivative", null, false];
  if (end === "too-many-iterations") return [end, first, false];
  if (end === "exact-fit") return [end, first, true];
  const rank = sharpen(search, first, tolerance / 100);
  const offset = relativeOffset(search, rank);
  if (offset <= tolerance) return ["gradient-small", rank, true];
  return [
    end === "gradient-small" ? "no-further-decrease" : end,
    rank,
    offset <= ROUGH_OFFSET || newtonStepIsSmall(search, rank),
  ];
}

function checkArguments(model: LeastSquaresModel, p: number, tolerance: number, maxIterations: number): void {
  if (!(Number.isInteger(model.size) && model.size > 0)) {
    throw new RangeError(`size must be a positive whole number, got ${model.size}`);
  }
  if (!(tolerance >= 0)) throw new RangeError(`tolerance must not be negative, got ${tolerance}`);
  if (!(maxIterations >= 0)) throw new RangeError(`maxIterations must not be negative, got ${maxIterations}`);
  if (model.size < p) {
    throw new EstimationError(
      "too-few-observations",
      `Cannot fit: needs at least ${p} residuals, got ${model.size}`,
    );
  }
}

/**
 * Finds the parameters that make a sum of squared residuals smallest, by the Levenberg–Marquardt method.
 *
 * Damped steps by QR of the Jacobian with scaled columns, bent by geodesic acceleration. A parameter that would cross a
 * limit stops there, and is held while the sum falls beyond it. The minimum is a local one: see `multiStart`.
 *
 * @param model Residuals, and their derivatives if known; see `curveModel` and `dualModel`.
 * @param start Where to begin, p parameters; moved inside the limits.
 * @param options Limits, tolerance, patience.
 * @throws {RangeError} when an argument is wrong.
 * @throws {EstimationError} `too-few-observations` where there are fewer residuals than parameters.
 * @see Moré (1978), The Levenberg–Marquardt algorithm: implementation and theory, Lecture Notes in Mathematics
 * 630:105–116, doi:10.1007/BFb0067700; Transtrum & Sethna (2012), arXiv:1201.5885.
 * @example
 * leastSquares({ size: 2, residuals: ([a], out) => out.set([a! - 1, a! - 3]) }, [0]).parameters; // [2]
 */
export function leastSquares(
  model: LeastSquaresModel,
  start: ArrayLike<number>,
  options: LeastSquaresOptions = {},
): LeastSquaresFit {
  const { tolerance = 1e-8, maxIterations = 2000 } = options;
  const bounds = boundsOf(options, start.length);
  const x = startWithin(start, bounds);
  checkArguments(model, x.length, tolerance, maxIterations);
  const search = startSearch(model, x, bounds);
  const [end, iterations] = descend(search, tolerance, maxIterations);
  const [ended, rank, converged] = settle(search, end, tolerance);
  const covariance = rank === null ? null : covarianceOf(search, rank);
  const started = ended !== "no-finite-start";
  return {
    parameters: toNumbers(search.x),
    standardErrors: search.held.map((limit, j) =>
      limit || !covariance ? null : Math.sqrt(covariance[j]![j]!),
    ),
    covariance,
    held: search.held,
    rank,
    residualSumOfSquares: started ? search.sum : null,
    degreesOfFreedom: model.size - countFree(search),
    residuals: started ? toNumbers(search.residuals) : [],
    iterations,
    evaluations: search.evaluations,
    ended,
    converged,
  };
}
