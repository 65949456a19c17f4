import { toRows } from "../../linear/matrix.ts";
import { inverseGram } from "../../linear/triangular.ts";
import { countFree, type Search } from "./search.ts";

/**
 * σ̂² (JᵀJ)⁻¹ of the free parameters, zeros for those held at a limit.
 *
 * @returns Null where the rank falls short of the free parameters or no degree of freedom is left.
 * @see Seber & Wild (1989), Nonlinear Regression, section 2.1.2 (linear approximation at the minimum).
 */
export function covarianceOf(search: Search, rank: number): number[][] | null {
  const { factors, scales, sum, room } = search;
  const free = countFree(search);
  const degreesOfFreedom = search.model.size - free;
  if (rank < free || degreesOfFreedom === 0) return null;
  const { damped, covariance } = room;
  const p = covariance.columns;
  const inverse = { rows: rank, columns: rank, values: damped.s.values };
  inverseGram(factors.packed, rank, inverse);
  for (let k = 0; k < rank; k++) {
    const i = factors.pivots[k]!;
    for (let l = 0; l < rank; l++) {
      const j = factors.pivots[l]!;
      const entry = (inverse.values[k * rank + l]! * sum) / degreesOfFreedom;
      covariance.values[i * p + j] = entry / (scales[i]! * scales[j]!);
    }
  }
  return toRows(covariance);
}
