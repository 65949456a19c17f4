import { bilinear, type Matrix, zeros } from "../../math/linear/matrix.ts";
import type { WeightedFit } from "./weighted-fit.ts";

/**
 * P = W − W X (XᵀWX)⁻¹ XᵀW, which takes the fitted mean out, kept exact where one weight is far larger than all others: w − w²h then
 * loses every digit. Since the first column of X is 1 the rows of P add up to 0, so that its diagonal is minus the sum of the rest.
 *
 * @returns k × k, symmetric.
 * @see Harville (1977), J Am Stat Assoc 72:320–338, section 2. doi:10.2307/2286796
 */
export function projectionMatrix({ data: { design }, weights, covariance }: WeightedFit): Matrix {
  const { rows: k, columns: p } = design;
  const row = (i: number): Float64Array => design.values.slice(i * p, (i + 1) * p) as Float64Array;
  const matrix = zeros(k, k);
  const add = (i: number, j: number, value: number): void => {
    matrix.values[i * k + j]! += value;
  };
  for (let i = 0; i < k; i++) {
    for (let j = 0; j < i; j++) {
      const shared = weights[i]! * weights[j]! * bilinear(row(i), covariance, row(j));
      add(i, j, -shared);
      add(j, i, -shared);
      add(i, i, shared);
      add(j, j, shared);
    }
  }
  return matrix;
}
