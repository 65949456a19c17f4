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
  return { rows: matrix.rows, columns: matrix.columns, values: matrix.values.slice() };
}

/** The same numbers in an ordinary array, for JSON: a loop, since `Array.from` takes ten times as long. */
export function toNumbers(vector: Float64Array): number[] {
  const numbers: number[] = [];
  for (let i = 0; i < vector.length; i++) numbers.push(vector[i]!);
  return numbers;
}

/** The same numbers as an array of rows, for JSON. */
export function toRows({ rows, columns, values }: Matrix): number[][] {
  const made: number[][] = [];
  for (let i = 0; i < rows; i++) {
    const row: number[] = [];
    for (let j = 0; j < columns; j++) row.push(values[i * columns + j]!);
    made.push(row);
  }
  return made;
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
  for (let i = 0; i < a.rows; i++) {
    let sum = 0;
    for (let j = 0; j < a.columns; j++) sum += a.values[i * a.columns + j]! * v[j]!;
    result[i] = sum;
  }
  return result;
}
