/** One linear equation over the gaps: coefficients by gap, then the right side. */
export type GapRow = Float64Array;

/** A solved system: pivot column of each row, columns that stay free, and the reduced rows. */
export interface ReducedRows {
  rows: Float64Array[];
  pivots: number[];
  free: number[];
  /** False where an equation says 0 = something else. */
  consistent: boolean;
}

const TINY = 1e-11;

function largestRow(rows: readonly Float64Array[], from: number, column: number): number {
  let best = from;
  for (let i = from + 1; i < rows.length; i++) {
    if (Math.abs(rows[i]![column]!) > Math.abs(rows[best]![column]!)) best = i;
  }
  return best;
}

function eliminate(rows: readonly Float64Array[], pivotRow: number, column: number): void {
  const pivot = rows[pivotRow]!;
  const scale = pivot[column]!;
  for (let j = 0; j < pivot.length; j++) pivot[j]! /= scale;
  for (const [i, row] of rows.entries()) {
    const factor = row[column]!;
    if (i === pivotRow || factor === 0) continue;
    for (let j = 0; j < row.length; j++) row[j]! -= factor * pivot[j]!;
    row[column] = 0;
  }
}

/**
 * Gauss–Jordan elimination with row pivoting, on the columns asked for.
 *
 * @param system Rows of coefficients with the right side last.
 * @param columns Columns that may be unequal to zero.
 * @param tolerance Largest right side of 0 = b that counts as zero.
 * @returns Rows over `columns` in their order, right side last.
 */
export function reduceRows(
  system: readonly GapRow[],
  columns: readonly number[],
  tolerance: number,
): ReducedRows {
  const rows = system.map((row) => Float64Array.from([...columns.map((c) => row[c]!), row[row.length - 1]!]));
  const pivots: number[] = [];
  const free: number[] = [];
  for (let column = 0; column < columns.length; column++) {
    const rank = pivots.length;
    const best = rank < rows.length ? largestRow(rows, rank, column) : -1;
    if (best < 0 || Math.abs(rows[best]![column]!) < TINY) {
      free.push(column);
      continue;
    }
    const held = rows[rank]!;
    rows[rank] = rows[best]!;
    rows[best] = held;
    eliminate(rows, rank, column);
    pivots.push(column);
  }
  const rest = rows.slice(pivots.length);
  const consistent = rest.every((row) => Math.abs(row[columns.length]!) <= tolerance);
  return { rows: rows.slice(0, pivots.length), pivots, free, consistent };
}

/** The same equations without those that follow from the others; undefined where they contradict each other. */
export function independentRows(system: readonly GapRow[], tolerance: number): GapRow[] | undefined {
  const width = (system[0]?.length ?? 1) - 1;
  const all = Array.from({ length: width }, (_, column) => column);
  const { rows, consistent } = reduceRows(system, all, tolerance);
  return consistent ? rows : undefined;
}
