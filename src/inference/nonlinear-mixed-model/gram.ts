import { type Matrix, zeros } from "../../math/linear/matrix.ts";

/** L Lᵀ of a lower triangular L. */
export function gram(factor: Matrix): Matrix {
  const n = factor.rows;
  const product = zeros(n, n);
  for (let i = 0; i < n; i++) {
    for (let j = 0; j <= i; j++) {
      let sum = 0;
      for (let k = 0; k <= j; k++) sum += factor.values[i * n + k]! * factor.values[j * n + k]!;
      product.values[i * n + j] = sum;
      product.values[j * n + i] = sum;
    }
  }
  return product;
}
