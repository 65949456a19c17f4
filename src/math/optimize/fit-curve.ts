import { type Dual, variables } from "../derivatives/dual.ts";
import { type LeastSquaresFit, type LeastSquaresOptions, leastSquares } from "./least-squares.ts";
import type { LeastSquaresModel } from "./least-squares-model.ts";

/** A curve y = value(x, parameters); x may be a number or anything else the curve knows how to read. */
export interface Curve<X> {
  value(x: X, parameters: Float64Array): number;
  /** Fills `out` with ∂ value / ∂ parameter; differences serve where it is left out. */
  gradient?(x: X, parameters: Float64Array, out: Float64Array): void;
  /** Fills `out` likewise and returns the value, for curves of which both take little more work than one. */
  valueAndGradient?(x: X, parameters: Float64Array, out: Float64Array): number;
}

/** Observations of a curve. */
export interface CurveObservations<X> {
  x: ArrayLike<X>;
  y: ArrayLike<number>;
  /** Inverse variances up to a constant, ≥ 0; 1 where left out. */
  weights?: ArrayLike<number>;
}

/**
 * A curve written once with dual numbers, which gives its value and its gradient.
 *
 * @example
 * dualCurve((x: number, [a, b]) => b!.times(-x).exp().times(a!)).value(0, Float64Array.of(2, 1)); // 2
 */
export function dualCurve<X>(curve: (x: X, parameters: Dual[]) => Dual): Curve<X> {
  return {
    value: (x, parameters) => curve(x, variables(parameters, 1)).value,
    gradient: (x, parameters, out) => out.set(curve(x, variables(parameters, 1)).gradient),
    valueAndGradient(x, parameters, out) {
      const { value, gradient } = curve(x, variables(parameters, 1));
      out.set(gradient);
      return value;
    },
  };
}

/**
 * The residuals √w (curve − y) of observations around a curve.
 *
 * @throws {RangeError} when lengths differ, or an observation or weight isn't finite.
 */
export function curveModel<X>(curve: Curve<X>, { x, y, weights }: CurveObservations<X>): LeastSquaresModel {
  const size = y.length;
  if (x.length !== size) throw new RangeError(`x and y must be equally long, got ${x.length} and ${size}`);
  if (weights && weights.length !== size)
    throw new RangeError(`weights needs ${size} entries, got ${weights.length}`);
  const roots = Float64Array.from({ length: size }, (_, i) => {
    const weight = weights?.[i] ?? 1;
    if (!Number.isFinite(y[i])) throw new RangeError(`y must be finite, got ${y[i]} at ${i}`);
    if (weight >= 0 && weight < Infinity) return Math.sqrt(weight);
    throw new RangeError(`weights must be finite and not negative, got ${weight} at ${i}`);
  });
  const { gradient } = curve;
  const model: LeastSquaresModel = {
    size,
    residuals: (parameters, out) => {
      for (let i = 0; i < size; i++) out[i] = roots[i]! * (curve.value(x[i]!, parameters) - y[i]!);
    },
  };
  if (!gradient) return model;
  return {
    ...model,
    jacobian: (parameters, out) => {
      const p = out.columns;
      for (let i = 0; i < size; i++) {
        const row = out.values.subarray(i * p, (i + 1) * p);
        gradient.call(curve, x[i]!, parameters, row);
        for (let j = 0; j < p; j++) row[j]! *= roots[i]!;
      }
    },
  };
}

/**
 * Fits a curve to observations by weighted least squares.
 *
 * @param curve Value, and gradient if known; see `dualCurve`.
 * @param observations x, y and, if they differ in accuracy, weights.
 * @param start Where to begin.
 * @see `leastSquares` for the method, the options and the errors.
 * @example
 * fitCurve({ value: (x: number, [a]) => a! * x }, { x: [1, 2], y: [3, 6] }, [1]).parameters; // [3], to rounding
 */
export function fitCurve<X>(
  curve: Curve<X>,
  observations: CurveObservations<X>,
  start: ArrayLike<number>,
  options: LeastSquaresOptions = {},
): LeastSquaresFit {
  return leastSquares(curveModel(curve, observations), start, options);
}
