import { type IntegrateOptions, integrateVector } from "./integrate-vector.ts";

/** An integral with a bound on its error. */
export interface Integral {
  value: number;
  error: number;
  /** True where the bound is within tolerance, or down to the rounding of ∫|f|. */
  converged: boolean;
}

/**
 * Integrates a function over a range, finite or infinite, by globally adaptive Gauss–Kronrod quadrature.
 *
 * What lies between all nodes of the first panels is not seen, and then the bound knows nothing of it either: name
 * narrow peaks in `splitAt`, or say by `center` and `scale` where on the infinite line the integrand lives.
 *
 * @param f Finite inside the range; never called at a finite end.
 * @param from One end, may be infinite; above `to` the integral changes sign.
 * @param to The other end.
 * @throws {RangeError} when an argument is out of range or the integrand is not finite.
 * @see Piessens et al. (1983), QUADPACK, routines QAG and QAGI with the 7–15 rule.
 * @example
 * integrate((x) => Math.exp(-x * x), -Infinity, Infinity).value; // √π
 */
export function integrate(
  f: (x: number) => number,
  from: number,
  to: number,
  options: IntegrateOptions = {},
): Integral {
  const fill = (x: number, out: Float64Array): void => {
    out[0] = f(x);
  };
  const { values, errors, converged } = integrateVector(fill, 1, from, to, options);
  return { value: values[0]!, error: errors[0]!, converged };
}
