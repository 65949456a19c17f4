import { ONE_MINUS_GAMMA, ZETA_MINUS_ONE } from "./zeta-minus-one.ts";

/** The positive zero of ψ, as a double and what the double misses. */
const ZERO = 1.4616321449683622;
const ZERO_REST = 9.549995429965697e-17;
/** ψ⁽ᵏ⁾(zero)/k! for k = 1, 2, … 15. */
const ABOUT_ZERO: readonly number[] = [
  0.9676722454476212, -0.4427631689835921, 0.258499760955651, -0.1639427054424065, 0.10782405069126237,
  -0.07219956125645471, 0.04880428816414311, -0.03316112647484736, 0.0225976482322181, -0.01542476590494896,
  0.010538791616612175, -0.007204534386356868, 0.004926781395729854, -0.003369801655439328,
  0.002305126326734928,
];

function polynomial(coefficients: readonly number[], z: number): number {
  let sum = 0;
  for (let i = coefficients.length - 1; i >= 0; i--) sum = sum * z + coefficients[i]!;
  return sum;
}

/** ψ(x) for x ≥ 10. */
function asymptotic(x: number): number {
  const y = 1 / (x * x);
  const inner = 1 / 240 - y * (1 / 132 - y * (691 / 32760 - y * (1 / 12 - (y * 3617) / 8160)));
  return Math.log(x) - 0.5 / x - y * (1 / 12 - y * (1 / 120 - y * (1 / 252 - y * inner)));
}

function positive(x: number): number {
  if (Math.abs(x - ZERO) < 0.125) {
    const z = x - ZERO - ZERO_REST;
    return z * polynomial(ABOUT_ZERO, z);
  }
  if (x >= 10) return asymptotic(x);
  let sum = 0;
  let raised = x;
  if (x > 2.5) {
    for (; raised < 10; raised++) sum += 1 / raised;
    return asymptotic(raised) - sum;
  }
  for (; raised < 1.5; raised++) sum += 1 / raised;
  const z = raised - 2;
  return ONE_MINUS_GAMMA + z * polynomial(ALTERNATING, z) - sum;
}

/** (−1)^k (ζ(k) − 1), from k = 2 on. */
const ALTERNATING: readonly number[] = ZETA_MINUS_ONE.map((zeta, i) => (i % 2 === 0 ? zeta : -zeta));

/** cot πx, with the period removed exactly. */
function cotangentPi(x: number): number {
  const r = x - Math.round(x);
  return Math.abs(r) > 0.25 ? Math.tan(Math.PI * (Math.sign(r) * 0.5 - r)) : 1 / Math.tan(Math.PI * r);
}

/**
 * ψ(x), the derivative of ln Γ(x), with relative accuracy near its zero 1.4616 too.
 *
 * @param x Not 0, −1, −2, …
 * @returns Relative error below 1e-15 for x > 0; for negative x 2e-15 of the larger of 1 and the result.
 * @throws {RangeError} at these poles, and when x is not a number.
 * @see DLMF 5.7.4 about 2, 5.5.2 up to 10, 5.11.2 beyond, 5.5.4 for negative x; Taylor's series about the zero.
 * @example
 * digamma(1); // -0.5772156649015329
 */
export function digamma(x: number): number {
  if (x > 0) return positive(x);
  if (!(x < 0) || Number.isInteger(x) || x === -Infinity) {
    throw new RangeError(`digamma needs x that is not 0, -1, -2, …, got ${x}`);
  }
  return positive(1 - x) - Math.PI * cotangentPi(x);
}
