/** Coarsest spacing of the nodes. */
const COARSEST = 0.6;
/** How often it is halved at most; so often only where rounding keeps two sums from agreeing. */
const HALVINGS = 7;

/**
 * Sums f·cosh v outwards from the peak until four terms in a row no longer count.
 *
 * @param total What the other nodes have summed to.
 */
function walk(f: (u: number) => number, scale: number, start: number, stride: number, total: number): number {
  let sum = 0;
  let negligible = 0;
  for (let v = start; negligible < 4 && Math.abs(v) < 50; v += stride) {
    const growth = Math.exp(v);
    const term = f(0.5 * scale * (growth - 1 / growth)) * 0.5 * (growth + 1 / growth);
    sum += term;
    negligible = Math.abs(term) <= 1e-18 * Math.abs(total + sum) ? negligible + 1 : 0;
  }
  return sum;
}

/**
 * Integrates a smooth function with one peak, at 0, over the real line.
 *
 * The trapezoidal rule after u = scale·sinh v, which spaces the nodes by `scale` at the peak and ever wider beyond. Its
 * error for an analytic integrand falls like exp(−c/h): each halving of the step about doubles the digits.
 *
 * @param f Integrand, finite everywhere; falls at least exponentially on both sides.
 * @param scale Width of the narrowest feature near the peak, > 0.
 * @see Takahasi & Mori (1974), Publ RIMS 9:721–741, doi:10.2977/prims/1195192451 (the substitution); Trefethen &
 * Weideman (2014), SIAM Rev 56:385–458, theorem 5.1, doi:10.1137/130932132 (the error).
 * @example
 * integratePeak((u) => Math.exp(-u * u), 1); // √π
 */
export function integratePeak(f: (u: number) => number, scale: number): number {
  const center = f(0);
  let total =
    center + walk(f, scale, COARSEST, COARSEST, center) + walk(f, scale, -COARSEST, -COARSEST, center);
  let integral = scale * COARSEST * total;
  for (let i = 1; i <= HALVINGS; i++) {
    const step = COARSEST * 2 ** -i;
    total += walk(f, scale, step, 2 * step, total) + walk(f, scale, -step, -2 * step, total);
    const previous = integral;
    integral = scale * step * total;
    // Two sums may agree by chance to nine digits; to twelve, they didn't in 80,000 trials.
    if (Math.abs(integral - previous) <= 1e-12 * Math.abs(integral)) break;
  }
  return integral;
}
