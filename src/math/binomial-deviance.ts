import { LOG_SQRT_2PI } from "./mills-ratio.ts";

/**
 * ln Γ(x + 1) − [(x + ½) ln x − x + ln √(2π)]: the error of Stirling's formula.
 *
 * @param x > 0.
 * @see Loader (2000), "Fast and accurate computation of binomial probabilities", section 3.
 */
export function stirlingError(x: number): number {
  let shifted = x;
  let sum = 0;
  for (; shifted < 16; shifted++) sum += (shifted + 0.5) * Math.log1p(1 / shifted) - 1;
  const y = 1 / (shifted * shifted);
  const series =
    1 / 12 - y * (1 / 360 - y * (1 / 1260 - y * (1 / 1680 - y * (1 / 1188 - y * (691 / 360360 - y / 156)))));
  return sum + series / shifted;
}

/**
 * x ln(x/m) + m − x, without cancellation where x is near m.
 *
 * @param difference x − m, where the caller knows it to more digits than the subtraction gives.
 * @see Loader (2000), section 4 (`bd0`).
 */
export function devianceTerm(x: number, m: number, difference: number = x - m): number {
  if (x === 0) return m;
  if (Math.abs(difference) >= 0.1 * (x + m)) return x * Math.log(x / m) - difference;
  const v = difference / (x + m);
  let sum = difference * v;
  let odd = 2 * x * v;
  for (let j = 1; j < 1000; j++) {
    odd *= v * v;
    const next = sum + odd / (2 * j + 1);
    if (next === sum) return next;
    sum = next;
  }
  return sum;
}

/**
 * ln[x^a y^b / B(a, b)] with y = 1 − x, by the saddle-point expansion.
 *
 * @param x In (0, 1), with its complement y given so that neither loses digits.
 * @see Loader (2000), equation 3, written for the beta density.
 */
export function logBetaPrefactor(a: number, b: number, x: number, y: number): number {
  const n = a + b;
  const error = stirlingError(n) - stirlingError(a) - stirlingError(b);
  const difference = y < x ? n * y - b : a - n * x;
  const deviance = devianceTerm(a, n * x, difference) + devianceTerm(b, n * y, -difference);
  return error - deviance - LOG_SQRT_2PI + 0.5 * Math.log((a / n) * b);
}
