import { scaledLogarithm } from "./scaled-power.ts";

/**
 * x ln(x/m) + m − x, without cancellation where x is near m.
 *
 * @param x ≥ 0.
 * @param m > 0, or 0 where x is 0 too.
 * @param difference x − m, where the caller knows it to more digits than the subtraction gives.
 * @see Loader (2000), section 4 (`bd0`); the series is that of 2 artanh v, DLMF 4.38.5 with 4.6.4.
 */
export function devianceTerm(x: number, m: number, difference: number = x - m): number {
  if (x === 0) return m;
  const v = difference / (x + m);
  if (!(Math.abs(v) < 0.3)) return x * scaledLogarithm(x, m) - difference;
  const square = v * v;
  let sum = difference * v;
  let odd = 2 * x * v;
  for (let j = 3; j < 80; j += 2) {
    odd *= square;
    const next = sum + odd / j;
    if (next === sum) break;
    sum = next;
  }
  return sum;
}
