import { type Matrix, zeros } from "../../math/linear/matrix.ts";
import { projectionMatrix } from "./projection-matrix.ts";
import type { WeightedFit } from "./weighted-fit.ts";

/** Where a difference is a smaller share than this of what it is taken from, too few of its digits are left. */
const LOST = 1e-6;

/** tr(A B) for square matrices. */
function traceOfProduct(a: Matrix, b: Matrix): number {
  const n = a.rows;
  let sum = 0;
  for (let i = 0; i < n; i++) {
    for (let j = 0; j < n; j++) sum += a.values[i * n + j]! * b.values[j * n + i]!;
  }
  return sum;
}

/** A B for square matrices. */
function product(a: Matrix, b: Matrix): Matrix {
  const n = a.rows;
  const values = new Float64Array(n * n);
  for (let i = 0; i < n; i++) {
    for (let j = 0; j < n; j++) {
      for (let l = 0; l < n; l++) values[i * n + j]! += a.values[i * n + l]! * b.values[l * n + j]!;
    }
  }
  return { rows: n, columns: n, values };
}

/** A diagonal; the identity where it is null. */
type Diagonal = ArrayLike<number> | null;

/** w^power · d · e of one effect. */
function powerAt(w: Float64Array, power: number, d: Diagonal, e: Diagonal, i: number): number {
  let value = (d === null ? 1 : d[i]!) * (e === null ? 1 : e[i]!);
  for (let n = 0; n < power; n++) value *= w[i]!;
  return value;
}

/** Xᵀ Wⁿ D E X: no vector is made, since that takes longer than the sums. */
function powerGram(design: Matrix, w: Float64Array, power: number, d: Diagonal, e: Diagonal = null): Matrix {
  const { rows, columns: p, values } = design;
  const product = zeros(p, p);
  for (let i = 0; i < rows; i++) {
    const diagonal = powerAt(w, power, d, e, i);
    for (let a = 0; a < p; a++)
      for (let b = 0; b < p; b++)
        product.values[a * p + b]! += values[i * p + a]! * values[i * p + b]! * diagonal;
  }
  return product;
}

/** Σ wⁿ d e. */
function powerSum(w: Float64Array, power: number, d: Diagonal, e: Diagonal = null): number {
  let total = 0;
  for (let i = 0; i < w.length; i++) total += powerAt(w, power, d, e, i);
  return total;
}

/** tr(P D) for a diagonal D, where P = W − W X (XᵀWX)⁻¹ XᵀW takes the fitted mean out. */
export function traceP(fit: WeightedFit, d: Diagonal = null): number {
  const { data, weights, covariance } = fit;
  const whole = powerSum(weights, 1, d);
  const trace = whole - traceOfProduct(covariance, powerGram(data.design, weights, 2, d));
  if (trace > LOST * whole) return trace;
  const { values, rows: k } = projectionMatrix(fit);
  let sum = 0;
  for (let i = 0; i < k; i++) sum += values[i * k + i]! * (d === null ? 1 : d[i]!);
  return sum;
}

/** Σ P² D E, entry by entry. */
function tracePPExactly(fit: WeightedFit, d: Diagonal, e: Diagonal): number {
  const { values, rows: k } = projectionMatrix(fit);
  let sum = 0;
  for (let i = 0; i < k; i++)
    for (let j = 0; j < k; j++)
      sum += values[i * k + j]! ** 2 * (d === null ? 1 : d[j]!) * (e === null ? 1 : e[i]!);
  return sum;
}

/**
 * tr(P D P E) for diagonals D and E.
 *
 * @see Harville (1977), J Am Stat Assoc 72:320–338 (P and its products). doi:10.2307/2286796
 */
export function tracePP(fit: WeightedFit, d: Diagonal = null, e: Diagonal = null): number {
  const { data, weights, covariance } = fit;
  const { design } = data;
  const both = traceOfProduct(covariance, powerGram(design, weights, 3, d, e));
  const one = product(covariance, powerGram(design, weights, 2, d));
  const other = d === e ? one : product(covariance, powerGram(design, weights, 2, e));
  const whole = powerSum(weights, 2, d, e);
  const trace = whole - 2 * both + traceOfProduct(one, other);
  return trace > LOST * whole ? trace : tracePPExactly(fit, d, e);
}
