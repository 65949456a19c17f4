import { EstimationError } from "../../errors.ts";
import { applyQ, applyQTransposed, householderQr, qrRank } from "../../math/linear/householder-qr.ts";
import { type Matrix, zeros } from "../../math/linear/matrix.ts";
import { solveUpper } from "../../math/linear/triangular.ts";

/** X = Q T⁻¹ with orthonormal Q, so that no fit is troubled by the units of the columns. */
export interface OrthonormalDesign {
  /** Q, n × p. */
  basis: Matrix;
  /** T, p × p: β = T γ for coefficients γ of Q. */
  transform: Matrix;
  /** ln |Xᵀ X|. */
  logDeterminant: number;
  /** y less its least-squares fit, and the γ of that fit. */
  residuals: Float64Array;
  leastSquares: Float64Array;
}

/** Smallest pivot that counts as a column of its own, as a share of the column's length. */
const SHARE = 1e-10;

function scaled(columns: readonly Float64Array[], n: number): { design: Matrix; lengths: number[] } {
  const p = columns.length;
  const design = zeros(n, p);
  const lengths = columns.map((column) => Math.hypot(...column) || 1);
  for (let i = 0; i < n; i++) {
    for (let j = 0; j < p; j++) design.values[i * p + j] = columns[j]![i]! / lengths[j]!;
  }
  return { design, lengths };
}

/**
 * Orthonormal columns for a design, by Householder QR with the longest column first.
 *
 * @param names Of the columns, for the message.
 * @throws {EstimationError} `too-few-observations` where no degree of freedom is left, `not-identifiable` where columns depend
 * on each other.
 */
export function orthonormalDesign(
  columns: readonly Float64Array[],
  names: readonly string[],
  y: Float64Array,
): OrthonormalDesign {
  const [n, p] = [y.length, columns.length];
  if (n <= p) {
    const needed = `needs at least ${p + 1} scores for ${p} ${p === 1 ? "column" : "columns"}, got ${n}`;
    throw new EstimationError("too-few-observations", `Cannot fit: ${needed}`);
  }
  const { design, lengths } = scaled(columns, n);
  const factors = householderQr(design);
  const rank = qrRank(factors, SHARE);
  if (rank < p) {
    const surplus = Array.from(factors.pivots.subarray(rank), (j) => `"${names[j]}"`).sort();
    const found = `${surplus.join(" and ")} ${surplus.length === 1 ? "follows" : "follow"} from the other columns`;
    throw new EstimationError(
      "not-identifiable",
      `Cannot fit: needs ${p} independent columns, got ${rank}; ${found}`,
    );
  }
  const [basis, transform] = [zeros(n, p), zeros(p, p)];
  let logDeterminant = 0;
  for (let k = 0; k < p; k++) {
    const column = new Float64Array(n);
    column[k] = 1;
    const solution = column.slice(0, p);
    applyQ(factors, column);
    solveUpper(factors.packed, solution, p);
    for (let i = 0; i < n; i++) basis.values[i * p + k] = column[i]!;
    for (let i = 0; i < p; i++) {
      const to = factors.pivots[i]!;
      transform.values[to * p + k] = solution[i]! / lengths[to]!;
    }
    logDeterminant +=
      2 * Math.log(Math.abs(factors.packed.values[k * p + k]!) * lengths[factors.pivots[k]!]!);
  }
  const residuals = y.slice();
  applyQTransposed(factors, residuals);
  const leastSquares = residuals.slice(0, p);
  residuals.fill(0, 0, p);
  applyQ(factors, residuals);
  return { basis, transform, logDeterminant, residuals, leastSquares };
}
