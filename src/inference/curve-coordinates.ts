import { numericalGradient } from "../math/derivatives/central-differences.ts";
import { zeros } from "../math/linear/matrix.ts";
import { boundsOf } from "../math/optimize/bounds.ts";
import type { LeastSquaresModel } from "../math/optimize/least-squares-model.ts";
import {
  type Differentiate,
  fineDifferenceJacobian,
} from "../math/optimize/levenberg-marquardt/difference-jacobian.ts";
import type { Target } from "./interval-method.ts";

/** A curve's parameters by way of working parameters, each of order 1 near the fit: center + units × working. */
export interface CurveCoordinates {
  center: Float64Array;
  units: Float64Array;
}

/** The model's own derivatives, or differences with steps for parameters of the given sizes. */
function jacobianOf(model: LeastSquaresModel, sizes: Float64Array): Differentiate {
  const { jacobian } = model;
  if (jacobian) return (x, _residuals, out) => jacobian.call(model, x, out);
  return fineDifferenceJacobian(model, sizes, boundsOf({}, sizes.length));
}

/**
 * Coordinates whose origin is the fit and whose units are the standard errors of each parameter with the others held,
 * or the parameter's size where no residual depends on it.
 *
 * @param center The fit, length p.
 * @param sd Residual standard deviation.
 */
export function curveCoordinates(
  model: LeastSquaresModel,
  center: Float64Array,
  sd: number,
): CurveCoordinates {
  const n = center.length;
  const sizes = center.map((v) => Math.abs(v) || 1);
  const residuals = new Float64Array(model.size);
  const jacobian = zeros(model.size, n);
  model.residuals(center, residuals);
  jacobianOf(model, sizes)(center, residuals, jacobian);
  const units = sizes.map((size, j) => {
    let square = 0;
    for (let i = 0; i < model.size; i++) square += jacobian.values[i * n + j]! ** 2;
    return square > 0 && square < Infinity ? sd / Math.sqrt(square) : size;
  });
  return { center, units };
}

/** The curve's parameters. */
function natural({ center, units }: CurveCoordinates, working: ArrayLike<number>, out: Float64Array): void {
  for (let j = 0; j < center.length; j++) out[j] = center[j]! + units[j]! * working[j]!;
}

/** The same residuals as a function of the working parameters, with derivatives. */
export function inCoordinates(
  coordinates: CurveCoordinates,
  model: LeastSquaresModel,
): Required<LeastSquaresModel> {
  const { units } = coordinates;
  const differentiate = jacobianOf(model, units);
  const parameters = new Float64Array(units.length);
  const residuals = new Float64Array(model.size);
  return {
    size: model.size,
    residuals(working, out) {
      natural(coordinates, working, parameters);
      model.residuals(parameters, out);
    },
    jacobian(working, out) {
      natural(coordinates, working, parameters);
      if (!model.jacobian) model.residuals(parameters, residuals);
      differentiate(parameters, residuals, out);
      for (let k = 0; k < out.values.length; k++) out.values[k]! *= units[k % out.columns]!;
    },
  };
}

/** One parameter of the curve as a target. */
export function parameterTarget({ center, units }: CurveCoordinates, j: number): Target {
  return {
    link: "identity",
    evaluate(working, gradient) {
      gradient?.fill(0);
      if (gradient) gradient[j] = units[j]!;
      return center[j]! + units[j]! * working[j]!;
    },
  };
}

/** A function of the curve's parameters as a target, with derivatives by differences. */
export function derivedTarget(
  coordinates: CurveCoordinates,
  value: (parameters: Float64Array) => number | null,
  link: Target["link"],
): Target {
  const valueAt = (working: ArrayLike<number>): number | null => {
    const parameters = new Float64Array(working.length);
    natural(coordinates, working, parameters);
    const found = value(parameters);
    return found !== null && Number.isFinite(found) ? found : null;
  };
  return {
    link,
    evaluate(working, gradient) {
      const slopes = gradient ? numericalGradient(valueAt, Float64Array.from(working)) : null;
      if (slopes) gradient?.set(slopes);
      return gradient && !slopes ? null : valueAt(working);
    },
  };
}
