import type { Matrix } from "../../linear/matrix.ts";

/** A triangle S with Sᵀ S = Rᵀ R + λ I, and the right-hand side turned along with it. */
export interface DampedTriangle {
  /** p × p, upper triangular. */
  s: Matrix;
  /** Length p. */
  z: Float64Array;
  /** Room for the row being rotated in. */
  row: Float64Array;
}

/**
 * Puts √λ I beneath the triangle R and rotates it in, row by row, so that S x = z solves the damped least squares.
 *
 * @param r Its upper triangle is read; left as it was.
 * @param rotated Qᵀ b; its first p entries are read.
 * @param damping λ ≥ 0.
 * @param into Filled in. A direction that neither R nor the damping determines gets 1 on the diagonal and 0 in z.
 * @see Moré (1978), The Levenberg–Marquardt algorithm, Lecture Notes in Mathematics 630:105–116, section 3 (solution of
 * the structured least-squares problem by Givens rotations). doi:10.1007/BFb0067700
 */
export function dampTriangle(r: Matrix, rotated: Float64Array, damping: number, into: DampedTriangle): void {
  const { s, z, row } = into;
  const p = s.columns;
  const root = Math.sqrt(damping);
  for (let i = 0; i < p; i++) {
    z[i] = rotated[i]!;
    for (let j = i; j < p; j++) s.values[i * p + j] = r.values[i * r.columns + j]!;
  }
  for (let j = 0; j < p; j++) {
    row[j] = root;
    for (let l = j + 1; l < p; l++) row[l] = 0;
    rotateIn(into, j);
  }
  for (let k = 0; k < p; k++) {
    if (s.values[k * p + k] !== 0) continue;
    s.values[k * p + k] = 1;
    z[k] = 0;
  }
}

/** Rotates `row`, whose entries before `from` are zero and whose right-hand side is zero, into the triangle. */
function rotateIn({ s, z, row }: DampedTriangle, from: number): void {
  const p = s.columns;
  let right = 0;
  for (let k = from; k < p; k++) {
    const below = row[k]!;
    const diagonal = s.values[k * p + k]!;
    const length = Math.sqrt(diagonal * diagonal + below * below);
    // Zero, or so small that its square is.
    if (below === 0 || length === 0) continue;
    const cosine = diagonal / length;
    const sine = below / length;
    s.values[k * p + k] = length;
    for (let l = k + 1; l < p; l++) {
      const kept = s.values[k * p + l]!;
      s.values[k * p + l] = cosine * kept + sine * row[l]!;
      row[l] = cosine * row[l]! - sine * kept;
    }
    const kept = z[k]!;
    z[k] = cosine * kept + sine * right;
    right = cosine * right - sine * kept;
  }
}
