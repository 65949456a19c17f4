import { EstimationError } from "../errors.ts";
import { hessian } from "../math/derivatives/central-differences.ts";
import { studentTQuantile } from "../math/distributions/student-t.ts";
import { type Matrix, zeros } from "../math/linear/matrix.ts";
import { type Curve, type CurveObservations, curveModel } from "../math/optimize/fit-curve.ts";
import type { LeastSquaresFit } from "../math/optimize/least-squares.ts";
import type { LeastSquaresModel } from "../math/optimize/least-squares-model.ts";
import {
  type CurveCoordinates,
  curveCoordinates,
  derivedTarget,
  inCoordinates,
  parameterTarget,
} from "./curve-coordinates.ts";
import type { IntervalProblem, Objective, Target } from "./interval-method.ts";

/** Options of `curveProblem`. */
export interface CurveProblemOptions {
  /** Two-sided level in (0, 1); default 0.95. */
  level?: number;
  /** Seed of interval methods that draw random numbers; default 1. */
  seed?: number;
}

/**
 * A curve fitted to observations, ready for interval methods.
 *
 * Its working parameters are distances from the fit, each in standard errors of that parameter with the others held.
 */
export interface CurveProblem extends IntervalProblem {
  /** The curve's parameters as targets, in their own units. */
  parameters: Target[];
  /**
   * A function of the curve's parameters as a target.
   *
   * @param value Its value on the link's scale; null where it does not exist.
   * @param link "identity" where it is left out.
   */
  derived(value: (parameters: Float64Array) => number | null, link?: Target["link"]): Target;
}

/**
 * Turns a curve fitted by least squares into a problem for interval methods.
 *
 * The objective is S/(2s²) for the sum of squares S and the residual variance s² = Ŝ/(n − p) at its minimum Ŝ, and the
 * drop is F(1, n − p)/2. A profile interval so holds the values for which S − Ŝ is at most F s²: those for which the
 * log-likelihood of normal errors, maximised over their scatter, falls by no more than (n/2) ln(1 + F/(n − p)).
 *
 * @param fit What `fitCurve` returned for this curve and these observations.
 * @throws {RangeError} when the level is not in (0, 1), or the fit is of other observations.
 * @throws {EstimationError} `not-converged`; `too-few-observations` without a degree of freedom for the scatter;
 * `not-identifiable` where a parameter is held at a limit, or the curve passes through every observation.
 * @see Bates & Watts (1988), Nonlinear Regression Analysis and Its Applications, section 6.1.2 (profile t).
 * @example
 * curveProblem({ value: (x: number, [a]) => a! * x }, { x: [1, 2], y: [3, 5] }, fitCurve({ value: (x: number, [a]) => a! * x }, { x: [1, 2], y: [3, 5] }, [1])).level; // 0.95
 */
export function curveProblem<X>(
  curve: Curve<X>,
  observations: CurveObservations<X>,
  fit: LeastSquaresFit,
  { level = 0.95, seed = 1 }: CurveProblemOptions = {},
): CurveProblem {
  if (!(level > 0 && level < 1)) throw new RangeError(`level must lie in (0, 1), got ${level}`);
  const model = curveModel(curve, observations);
  const center = Float64Array.from(fit.parameters);
  const lowest = lowestSum(fit, model, center, observations);
  const variance = lowest / fit.degreesOfFreedom;
  const coordinates = curveCoordinates(model, center, Math.sqrt(variance));
  const objective = halfSumOfSquares(inCoordinates(coordinates, model), center.length, variance);
  const x = new Float64Array(center.length);
  const gradient = new Float64Array(center.length);
  const { iterations, evaluations, converged } = fit;
  const t = studentTQuantile(0.5 + 0.5 * level, fit.degreesOfFreedom);
  return {
    objective,
    prior: { terms: Array.from(x, (_, index) => ({ index, center: { value: 0 }, sd: Infinity })) },
    minimum: {
      x,
      value: objective(x, gradient),
      gradient,
      hessian: hessian(objective, x),
      iterations,
      evaluations,
      ended: "gradient-small",
      converged,
    },
    covariance: workingCovariance(fit.covariance, coordinates),
    level,
    drop: 0.5 * t * t,
    seed,
    nullModel: null,
    parameters: Array.from(x, (_, j) => parameterTarget(coordinates, j)),
    derived: (value, link = "identity") => derivedTarget(coordinates, value, link),
  };
}

/** Residuals below this share of the observations are rounding errors. */
const ROUNDING = 64 * Number.EPSILON;

/** The sum of squares at the fit, where the fit is one that has intervals. */
function lowestSum(
  fit: LeastSquaresFit,
  model: LeastSquaresModel,
  center: Float64Array,
  { y, weights }: CurveObservations<unknown>,
): number {
  const refusal = (code: EstimationError["code"], reason: string): EstimationError =>
    new EstimationError(code, `Cannot give intervals: ${reason}`);
  const { size } = model;
  if (fit.residuals.length !== size)
    throw new RangeError(`fit must have ${size} residuals, got ${fit.residuals.length}`);
  if (!fit.converged) throw refusal("not-converged", `needs a fit that converged, got ${fit.ended}`);
  const held = fit.held.findIndex((limit) => limit !== null);
  if (held >= 0)
    throw refusal("not-identifiable", `parameter ${held} is held at its ${fit.held[held]} limit`);
  if (fit.degreesOfFreedom < 1) {
    const needed = center.length + 1;
    throw refusal("too-few-observations", `needs at least ${needed} observations, got ${size}`);
  }
  const residuals = new Float64Array(size);
  model.residuals(center, residuals);
  let sum = 0;
  let observed = 0;
  for (let i = 0; i < size; i++) {
    sum += residuals[i]! ** 2;
    observed += (weights?.[i] ?? 1) * y[i]! ** 2;
  }
  if (sum > ROUNDING ** 2 * observed) return sum;
  throw refusal("not-identifiable", "the curve passes through every observation");
}

/** S/(2s²), with its gradient Jᵀr/s². */
function halfSumOfSquares(model: Required<LeastSquaresModel>, p: number, variance: number): Objective {
  const n = model.size;
  const residuals = new Float64Array(n);
  const jacobian = zeros(n, p);
  return (theta, gradient) => {
    model.residuals(theta, residuals);
    let sum = 0;
    for (let i = 0; i < n; i++) sum += residuals[i]! ** 2;
    gradient?.fill(0);
    if (!Number.isFinite(sum)) return Infinity;
    if (gradient) {
      model.jacobian(theta, jacobian);
      for (let i = 0; i < n; i++) {
        const share = residuals[i]! / variance;
        for (let j = 0; j < p; j++) gradient[j]! += share * jacobian.values[i * p + j]!;
      }
    }
    return (0.5 * sum) / variance;
  };
}

/** The fit's covariance in the units of the working parameters. */
function workingCovariance(rows: number[][] | null, { units }: CurveCoordinates): Matrix | null {
  if (!rows) return null;
  const n = units.length;
  const values = Float64Array.from({ length: n * n }, (_, k) => {
    const [i, j] = [Math.floor(k / n), k % n];
    return rows[i]![j]! / (units[i]! * units[j]!);
  });
  return { rows: n, columns: n, values };
}
