import type { Matrix } from "../../../math/linear/matrix.ts";

/** How true effects of one block vary together, by a few parameters. */
export interface RandomStructure {
  nParameters: number;
  /** Lowest value of each parameter. */
  lower: readonly number[];
  /** Highest value of each parameter; none where absent. */
  upper?: readonly number[];
  /** Places from which a search begins, for effects that vary by about 1. */
  starts: readonly (readonly number[])[];
  /** By what each parameter is multiplied where the effects of each mean are multiplied by a unit. */
  factors(units: readonly number[]): number[];
  /** Adds the covariance of a block's true effects to a matrix. */
  addTo(matrix: Matrix, block: number, parameters: ArrayLike<number>): void;
  /** The derivative of that covariance by one parameter. */
  derivative(block: number, parameters: ArrayLike<number>, which: number): Matrix;
}
