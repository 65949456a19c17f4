/**
 * ln(1 − e^x) for x ≤ 0, without cancellation at either end.
 *
 * @see Mächler (2012), "Accurately computing log(1 − exp(−|a|))", equation 7, in the R package Rmpfr.
 * @example
 * logComplement(-1e-20); // ln 1e-20
 */
export function logComplement(x: number): number {
  return x > -Math.LN2 ? Math.log(-Math.expm1(x)) : Math.log1p(-Math.exp(x)) + 0;
}
