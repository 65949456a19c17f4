import { type Matrix, zeros } from "../../../math/linear/matrix.ts";
import type { MixedData } from "../mixed-data.ts";

/** Three numbers of a symmetric 2 × 2 matrix: first variance, covariance, second variance. */
export type Covariance = readonly [number, number, number];

/**
 * How a covariance of two outcomes stands in the rows of each block.
 *
 * @param outcomes 0 or 1 for every row.
 */
export function outcomeSpread(
  data: MixedData,
  outcomes: readonly number[],
): (block: number, covariance: Covariance) => Matrix {
  return (block, covariance) => {
    const { rows } = data.blocks[block]!;
    const matrix = zeros(rows.length, rows.length);
    rows.forEach((row, i) => {
      rows.forEach((column, j) => {
        matrix.values[i * rows.length + j] = covariance[outcomes[row]! + outcomes[column]!]!;
      });
    });
    return matrix;
  };
}
