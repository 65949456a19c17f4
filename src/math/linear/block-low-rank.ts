import { choleskyInPlace } from "./cholesky.ts";
import { choleskyLogDeterminant } from "./log-determinant.ts";
import { copyOf, type Matrix, zeros } from "./matrix.ts";
import { solveLower, solveLowerTransposed } from "./triangular.ts";

/** A covariance V = B + U Uᵀ with B = L Lᵀ in blocks along the diagonal, factored without forming it. */
export interface BlockLowRank {
  /** Lower triangular L of each block, in order. */
  blocks: Matrix[];
  /** W = L⁻¹ U, n × r. */
  whitened: Matrix;
  /** Cholesky factor of I + Wᵀ W, r × r. */
  inner: Matrix;
}

/** Solves with L, or with Lᵀ, block by block in place. */
function solveBlocks(blocks: readonly Matrix[], solve: typeof solveLower, x: Float64Array): void {
  let from = 0;
  for (const block of blocks) {
    solve(block, x.subarray(from, from + block.rows));
    from += block.rows;
  }
}

/** L⁻¹ U */
function whiten(blocks: readonly Matrix[], u: Matrix): Matrix {
  const whitened = copyOf(u);
  const column = new Float64Array(u.rows);
  for (let k = 0; k < u.columns; k++) {
    for (let i = 0; i < u.rows; i++) column[i] = u.values[i * u.columns + k]!;
    solveBlocks(blocks, solveLower, column);
    for (let i = 0; i < u.rows; i++) whitened.values[i * u.columns + k] = column[i]!;
  }
  return whitened;
}

/** I + Wᵀ W, lower triangle. */
function innerMatrix({ rows, columns, values }: Matrix): Matrix {
  const inner = zeros(columns, columns);
  for (let k = 0; k < columns; k++) {
    for (let l = 0; l <= k; l++) {
      let sum = k === l ? 1 : 0;
      for (let i = 0; i < rows; i++) sum += values[i * columns + k]! * values[i * columns + l]!;
      inner.values[k * columns + l] = sum;
    }
  }
  return inner;
}

/**
 * Factors V = B + U Uᵀ, the covariance of observations whose errors are related within blocks and who share r effects:
 * the work grows as n r² and not as n³.
 *
 * Random effects Z with covariance Λ Λᵀ are U = Z Λ; a variance of zero is no obstacle.
 *
 * @param blocks Positive definite blocks of B in order, n rows together; a 1 × 1 block for each independent observation.
 * @param u n × r.
 * @returns Null where a block isn't positive definite.
 * @throws {RangeError} when the blocks don't have the rows of `u`.
 * @see Golub & Van Loan (2013), Matrix Computations, 4th ed., section 2.1.4 (Sherman–Morrison–Woodbury), here with
 * whitened U, so that the inner matrix has no eigenvalue below 1.
 * @example
 * const four = { rows: 1, columns: 1, values: Float64Array.of(4) };
 * blockLowRankSolve(blockLowRank([four], four)!, [40])[0]; // 2, to rounding
 */
export function blockLowRank(blocks: readonly Matrix[], u: Matrix): BlockLowRank | null {
  const n = blocks.reduce((sum, { rows }) => sum + rows, 0);
  if (n !== u.rows) throw new RangeError(`Cannot factor: blocks need ${u.rows} rows together, got ${n}`);
  const factors = blocks.map(copyOf);
  if (!factors.every(choleskyInPlace)) return null;
  const whitened = whiten(factors, u);
  const inner = innerMatrix(whitened);
  return choleskyInPlace(inner) ? { blocks: factors, whitened, inner } : null;
}

/**
 * Solves (B + U Uᵀ) x = b.
 *
 * Loses about as many digits as U Uᵀ outweighs B.
 *
 * @param b Length n; left as it was.
 * @throws {RangeError} when b doesn't have n entries.
 * @see Golub & Van Loan (2013), section 2.1.4: V⁻¹ = L⁻ᵀ (I − W (I + WᵀW)⁻¹ Wᵀ) L⁻¹.
 */
export function blockLowRankSolve(
  { blocks, whitened, inner }: BlockLowRank,
  b: ArrayLike<number>,
): Float64Array {
  const { rows, columns, values } = whitened;
  if (b.length !== rows) throw new RangeError(`Cannot solve: b needs ${rows} entries, got ${b.length}`);
  const x = new Float64Array(b);
  solveBlocks(blocks, solveLower, x);
  const shared = new Float64Array(columns);
  for (let i = 0; i < rows; i++) {
    for (let k = 0; k < columns; k++) shared[k]! += values[i * columns + k]! * x[i]!;
  }
  solveLower(inner, shared);
  solveLowerTransposed(inner, shared);
  for (let i = 0; i < rows; i++) {
    for (let k = 0; k < columns; k++) x[i]! -= values[i * columns + k]! * shared[k]!;
  }
  solveBlocks(blocks, solveLowerTransposed, x);
  return x;
}

/**
 * ln det(B + U Uᵀ) = ln det B + ln det(I + WᵀW).
 *
 * @see Harville (1997), Matrix Algebra From a Statistician's Perspective, theorem 18.1.1 (determinant of a sum).
 */
export function blockLowRankLogDeterminant({ blocks, inner }: BlockLowRank): number {
  return blocks.reduce((sum, block) => sum + choleskyLogDeterminant(block), choleskyLogDeterminant(inner));
}
