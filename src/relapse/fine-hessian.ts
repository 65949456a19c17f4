import type { Objective } from "../inference/interval-method.ts";
import { type Matrix, zeros } from "../math/linear/matrix.ts";
import type { NewtonMinimum } from "../math/optimize/minimize-newton.ts";

/** Step in units of each parameter's own standard deviation. */
const STEP = 0.02;

/**
 * The Hessian at a minimum by central differences of the gradient with one Richardson step, made symmetric. Its steps are
 * shares of each parameter's own standard deviation, so that neither rounding nor the curve's bends matter.
 *
 * @see Ridders (1982), Adv Eng Softw 4:75–76, with a single extrapolation.
 */
export function fineHessian(objective: Objective, { x, hessian: rough }: NewtonMinimum): Matrix {
  const n = x.length;
  const fine = zeros(n, n);
  const point = x.slice();
  const gradientAt = (j: number, offset: number): Float64Array => {
    const gradient = new Float64Array(n);
    point[j] = x[j]! + offset;
    objective(point, gradient);
    point[j] = x[j]!;
    return gradient;
  };
  for (let j = 0; j < n; j++) {
    const step = STEP / Math.sqrt(Math.max(rough.values[j * (n + 1)]!, 1));
    const [a, b, c, d] = [-step, -step / 2, step / 2, step].map((offset) => gradientAt(j, offset)) as [
      Float64Array,
      Float64Array,
      Float64Array,
      Float64Array,
    ];
    for (let i = 0; i < n; i++) {
      const half = (8 * (c[i]! - b[i]!) - (d[i]! - a[i]!)) / (12 * step);
      fine.values[i * n + j]! += half;
      fine.values[j * n + i]! += half;
    }
  }
  return fine;
}
