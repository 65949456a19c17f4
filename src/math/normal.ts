import { CENTRAL, centralNormal, INVERSE_SQRT_2PI, LOG_SQRT_2PI, millsRatio } from "./mills-ratio.ts";

/** exp(−x²/2) with x² split so that its rounding error doesn't grow with x (Cody 1969, section 4). */
function halfSquareExponential(x: number): number {
  if (Math.abs(x) > 39) return 0; // less than the smallest double; an infinite x has no head
  const head = Math.trunc(x * 16) / 16;
  return Math.exp(-0.5 * head * head) * Math.exp(-0.5 * (x - head) * (x + head));
}

/** Standard normal density. */
export function normalDensity(x: number): number {
  return INVERSE_SQRT_2PI * halfSquareExponential(x);
}

/** P(Z > x), with relative accuracy in the upper tail. */
export function normalSurvival(x: number): number {
  if (Math.abs(x) <= CENTRAL) return 0.5 - centralNormal(x);
  if (x < 0) return 1 - normalSurvival(-x);
  if (x === Infinity) return 0;
  return normalDensity(x) * millsRatio(x);
}

/** P(Z ≤ x), with relative accuracy in the lower tail. */
export function normalCdf(x: number): number {
  return normalSurvival(-x);
}

/** ln P(Z ≤ x), finite for every finite x. */
export function normalLogCdf(x: number): number {
  if (x >= 0) return Math.log1p(-normalSurvival(x));
  if (x === -Infinity) return -Infinity;
  return -0.5 * x * x - LOG_SQRT_2PI + Math.log(millsRatio(-x));
}

// Wichura (1988), Applied Statistics 37:477–484, algorithm AS 241 (PPND16). doi:10.2307/2347330
const QUANTILE_CENTRAL = [
  [
    3.387132872796366608, 133.14166789178437745, 1971.5909503065514427, 13731.693765509461125,
    45921.953931549871457, 67265.770927008700853, 33430.575583588128105, 2509.0809287301226727,
  ],
  [
    1, 42.313330701600911252, 687.1870074920579083, 5394.1960214247511077, 21213.794301586595867,
    39307.89580009271061, 28729.085735721942674, 5226.495278852545925,
  ],
] as const;
const QUANTILE_NEAR = [
  [
    1.42343711074968357734, 4.6303378461565452959, 5.7694972214606914055, 3.64784832476320460504,
    1.27045825245236838258, 0.24178072517745061177, 0.0227238449892691845833, 7.7454501427834140764e-4,
  ],
  [
    1, 2.05319162663775882187, 1.6763848301838038494, 0.68976733498510000455, 0.14810397642748007459,
    0.0151986665636164571966, 5.475938084995344946e-4, 1.05075007164441684324e-9,
  ],
] as const;
const QUANTILE_FAR = [
  [
    6.6579046435011037772, 5.4637849111641143699, 1.7848265399172913358, 0.29656057182850489123,
    0.026532189526576123093, 0.0012426609473880784386, 2.71155556874348757815e-5, 2.01033439929228813265e-7,
  ],
  [
    1, 0.59983220655588793769, 0.13692988092273580531, 0.0148753612908506148525, 7.868691311456132591e-4,
    1.8463183175100546818e-5, 1.4215117583164458887e-7, 2.04426310338993978564e-15,
  ],
] as const;

function ratio([above, below]: readonly [readonly number[], readonly number[]], r: number): number {
  let numerator = 0;
  let denominator = 0;
  for (let i = 7; i >= 0; i--) {
    numerator = numerator * r + above[i]!;
    denominator = denominator * r + below[i]!;
  }
  return numerator / denominator;
}

/**
 * The x with P(Z ≤ x) = p.
 *
 * @param p Probability in [0, 1]; 0 and 1 give −∞ and ∞.
 * @throws {RangeError} when p is not in [0, 1].
 * @see Wichura (1988), Appl Stat 37:477–484, AS 241. doi:10.2307/2347330
 * @example
 * normalQuantile(0.975); // 1.959963984540054
 */
export function normalQuantile(p: number): number {
  if (!(p >= 0 && p <= 1)) throw new RangeError(`A probability must lie in [0, 1], got ${p}`);
  const q = p - 0.5;
  if (Math.abs(q) <= 0.425) return q * ratio(QUANTILE_CENTRAL, 0.180625 - q * q);
  const tail = q < 0 ? p : 1 - p;
  if (tail === 0) return q < 0 ? -Infinity : Infinity;
  const r = Math.sqrt(-Math.log(tail));
  const x = r <= 5 ? ratio(QUANTILE_NEAR, r - 1.6) : ratio(QUANTILE_FAR, r - 5);
  return q < 0 ? -x : x;
}
