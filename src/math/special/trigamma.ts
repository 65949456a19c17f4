/** ψ′(x) for x ≥ 10. */
function asymptotic(x: number): number {
  const y = 1 / (x * x);
  const inner = 1 / 30 - y * (5 / 66 - y * (691 / 2730 - y * (7 / 6 - (y * 3617) / 510)));
  return (1 + 0.5 / x + y * (1 / 6 - y * (1 / 30 - y * (1 / 42 - y * inner)))) / x;
}

/**
 * ψ′(x), the second derivative of ln Γ(x).
 *
 * @param x Any real number; at the poles 0, −1, −2, … the result is ∞.
 * @returns Relative error below 1e-15.
 * @throws {RangeError} when x is not a number or is −∞.
 * @see DLMF 5.15.8 beyond 10, 5.15.5 below, 5.15.6 for negative x.
 * @example
 * trigamma(1); // π²/6
 */
export function trigamma(x: number): number {
  if (Number.isNaN(x) || x === -Infinity) throw new RangeError(`trigamma needs x > -Infinity, got ${x}`);
  if (x < 0) {
    const sine = Math.sin(Math.PI * (x - Math.round(x)));
    return sine === 0 ? Infinity : (Math.PI / sine) ** 2 - trigamma(1 - x);
  }
  let sum = 0;
  let raised = x;
  for (; raised < 10; raised++) sum += 1 / (raised * raised);
  return sum + asymptotic(raised);
}
