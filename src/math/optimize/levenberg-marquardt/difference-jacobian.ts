import { copyOf, type Matrix } from "../../linear/matrix.ts";
import type { Bounds } from "../bounds.ts";
import type { LeastSquaresModel } from "../least-squares-model.ts";

/** Fills a matrix with derivatives at `x`, given the residuals there. */
export type Differentiate = (x: Float64Array, here: Float64Array, out: Matrix) => void;

/** Cube root of the rounding error: the step of a central difference, relative to the parameter. */
const STEP = 6e-6;

/**
 * Makes a Jacobian by differences of second order, which never step over a limit.
 *
 * Two points on either side of the parameter, or two on one side where a limit is near: the derivative of the parabola
 * through the three values. Their distances are what the computer stored, not what was asked for.
 *
 * @param model Residuals.
 * @param least Smallest absolute value of each parameter that still sets its own step; length p.
 * @param bounds Limits not to be crossed.
 * @param width Step in units of the usual one.
 * @see Abramowitz & Stegun (1964), Handbook of Mathematical Functions, 25.3.4: the derivative of the parabola through
 * three points, at the middle one (p = 0) or at an end (p = ±1).
 */
export function differenceJacobian(
  { size, residuals }: LeastSquaresModel,
  least: Float64Array,
  { lower, upper }: Bounds,
  width = 1,
): Differentiate {
  const first = new Float64Array(size);
  const second = new Float64Array(size);
  const point = new Float64Array(least.length);
  const residualsAt = (j: number, value: number, out: Float64Array): number => {
    const kept = point[j]!;
    point[j] = value;
    residuals(point, out);
    const distance = point[j]! - kept;
    point[j] = kept;
    return distance;
  };
  return (x, here, out) => {
    const n = x.length;
    point.set(x);
    for (let j = 0; j < n; j++) {
      const step = width * STEP * Math.max(Math.abs(x[j]!), least[j]!);
      const [s, t] = stepsWithin(step, x[j]! - lower[j]!, upper[j]! - x[j]!);
      const u = residualsAt(j, x[j]! + s, first);
      const v = residualsAt(j, x[j]! + t, second);
      const scale = u * v * (v - u);
      for (let i = 0; i < size; i++) {
        const [a, b] = [first[i]! - here[i]!, second[i]! - here[i]!];
        out.values[i * n + j] = scale === 0 ? 0 : (a * v * v - b * u * u) / scale;
      }
    }
  };
}

/** One step up and one down where both fit; else one and two steps, perhaps shorter, to the side with more room. */
function stepsWithin(step: number, below: number, above: number): [number, number] {
  if (below >= step && above >= step) return [step, -step];
  if (above >= below) return [Math.min(step, above / 2), Math.min(2 * step, above)];
  return [-Math.min(step, below / 2), -Math.min(2 * step, below)];
}

/**
 * The same with one Richardson step, which takes four residuals for two and makes the error one of fourth order.
 *
 * @see Ridders (1982), Adv Eng Softw 4:75–76, with a single extrapolation.
 */
export function fineDifferenceJacobian(
  model: LeastSquaresModel,
  least: Float64Array,
  bounds: Bounds,
): Differentiate {
  const narrow = differenceJacobian(model, least, bounds, 4);
  const wide = differenceJacobian(model, least, bounds, 8);
  return (x, here, out) => {
    const rough = copyOf(out);
    wide(x, here, rough);
    narrow(x, here, out);
    for (let k = 0; k < out.values.length; k++) out.values[k]! += (out.values[k]! - rough.values[k]!) / 3;
  };
}
