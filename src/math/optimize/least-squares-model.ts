import { type Dual, variables } from "../derivatives/dual.ts";
import type { Matrix } from "../linear/matrix.ts";

/** Residuals as a function of parameters: what `leastSquares` makes small. */
export interface LeastSquaresModel {
  /** How many residuals. */
  size: number;
  /** Fills `out` with the residuals at `parameters`; a number that isn't finite says "outside my domain". */
  residuals(parameters: Float64Array, out: Float64Array): void;
  /**
   * Fills `out`, size × p, with ∂ residual i / ∂ parameter j in row i, column j. Central differences serve where it is
   * left out.
   */
  jacobian?(parameters: Float64Array, out: Matrix): void;
}

/**
 * A model whose residuals are written with dual numbers, which gives the Jacobian without differences.
 *
 * @param size How many residuals.
 * @param residuals Residuals at the parameters, in the same order each time.
 * @see Griewank & Walther (2008), Evaluating Derivatives, 2nd ed., section 3.1.
 * @example
 * leastSquares(dualModel(2, ([a]) => [a!.minus(1), a!.times(2).minus(2)]), [5]).parameters; // [1], to rounding
 */
export function dualModel(size: number, residuals: (parameters: Dual[]) => Dual[]): LeastSquaresModel {
  return {
    size,
    residuals: (parameters, out) => {
      residuals(variables(parameters, 1)).forEach((residual, i) => {
        out[i] = residual.value;
      });
    },
    jacobian: (parameters, out) => {
      residuals(variables(parameters, 1)).forEach((residual, i) => {
        out.values.set(residual.gradient, i * out.columns);
      });
    },
  };
}
