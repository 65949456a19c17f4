import type { LuFactors } from "./lu.ts";
import type { Matrix } from "./matrix.ts";

/** A determinant as its sign and the logarithm of its size, which neither overflow nor underflow. */
export interface LogDeterminant {
  /** 0 where the matrix is singular; its logarithm is then −∞. */
  sign: -1 | 0 | 1;
  logAbsolute: number;
}

/**
 * ln det(L Lᵀ) of a symmetric positive definite matrix.
 *
 * @param factor Lower triangular, as `cholesky` returns it.
 * @see Golub & Van Loan (2013), Matrix Computations, 4th ed., theorem 4.2.7 (A = L Lᵀ), hence det A = ∏ lᵢᵢ².
 * @example
 * choleskyLogDeterminant({ rows: 1, columns: 1, values: Float64Array.of(2) }); // 1.3862943611198906
 */
export function choleskyLogDeterminant({ rows, values }: Matrix): number {
  let sum = 0;
  for (let i = 0; i < rows; i++) sum += Math.log(values[i * rows + i]!);
  return 2 * sum;
}

/**
 * Sign and ln |det A| of any square matrix.
 *
 * @param factors What `luFactor` returned.
 * @see Golub & Van Loan (2013), theorem 3.2.1, with the sign of the row exchanges: det A = det P · ∏ uᵢᵢ.
 */
export function luLogDeterminant({ packed, sign }: LuFactors): LogDeterminant {
  const n = packed.rows;
  let logAbsolute = 0;
  let negative = sign === -1;
  for (let i = 0; i < n; i++) {
    const pivot = packed.values[i * n + i]!;
    if (pivot === 0) return { sign: 0, logAbsolute: Number.NEGATIVE_INFINITY };
    if (pivot < 0) negative = !negative;
    logAbsolute += Math.log(Math.abs(pivot));
  }
  return { sign: negative ? -1 : 1, logAbsolute };
}
