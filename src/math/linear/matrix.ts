/** A dense matrix by rows: `rows × columns` numbers in one array. */
export interface Matrix {
  rows: number;
  columns: number;
  values: Float64Array;
}

/** A matrix of zeros. */
export function zeros(rows: number, columns: number): Matrix {
  return { rows, columns, values: new Float64Array(rows * columns) };
}

/** A matrix of its own with the same numbers. */
export function copyOf(matrix: Matrix): Matrix {
  return { ...matrix, values: Float64Array.from(matrix.values) };
}

/** The same numbers as an array of rows, for JSON. */
export function toRows(matrix: Matrix): number[][] {
  return Array.from({ length: matrix.rows }, (_, i) =>
    Array.from(matrix.values.subarray(i * matrix.columns, (i + 1) * matrix.columns)),
  );
}

/** uᵀ A v for a square matrix. */
export function bilinear(u: ArrayLike<number>, a: Matrix, v: ArrayLike<number>): number {
  let sum = 0;
  for (let i = 0; i < a.rows; i++) {
    for (let j = 0; j < a.columns; j++) sum += u[i]! * a.values[i * a.columns + j]! * v[j]!;
  }
  return sum;
}

/** uᵀ v */
export function dot(u: ArrayLike<number>, v: ArrayLike<number>): number {
  let sum = 0;
  for (let i = 0; i < u.length; i++) sum += u[i]! * v[i]!;
  return sum;
}

/** A v */
export function times(a: Matrix, v: ArrayLike<number>): Float64Array {
  const result = new Float64Array(a.rows);
  for (let i = 0; i < a.rows; i++) result[i] = dot(a.values.subarray(i * a.columns, (i + 1) * a.columns), v);
  return result;
}
