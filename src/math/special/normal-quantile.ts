// Wichura (1988), Applied Statistics 37:477–484, algorithm AS 241 (PPND16). doi:10.2307/2347330

/** Half-width of the central interval of probabilities. */
export const CENTRAL_HALF_WIDTH = 0.425;

/**
 * The x with P(Z ≤ x) = ½ + q for |q| ≤ 0.425, with full relative accuracy near 0.
 *
 * @see AS 241, the coefficients a and b.
 */
export function normalQuantileFromCenter(q: number): number {
  const r = 0.180625 - q * q;
  const above =
    ((((((2509.0809287301226727 * r + 33430.575583588128105) * r + 67265.770927008700853) * r +
      45921.953931549871457) *
      r +
      13731.693765509461125) *
      r +
      1971.5909503065514427) *
      r +
      133.14166789178437745) *
      r +
    3.387132872796366608;
  const below =
    ((((((5226.495278852545925 * r + 28729.085735721942674) * r + 39307.89580009271061) * r +
      21213.794301586595867) *
      r +
      5394.1960214247511077) *
      r +
      687.1870074920579083) *
      r +
      42.313330701600911252) *
      r +
    1;
  return (q * above) / below;
}

function nearTail(r: number): number {
  const above =
    ((((((7.7454501427834140764e-4 * r + 0.0227238449892691845833) * r + 0.24178072517745061177) * r +
      1.27045825245236838258) *
      r +
      3.64784832476320460504) *
      r +
      5.7694972214606914055) *
      r +
      4.6303378461565452959) *
      r +
    1.42343711074968357734;
  const below =
    ((((((1.05075007164441684324e-9 * r + 5.475938084995344946e-4) * r + 0.0151986665636164571966) * r +
      0.14810397642748007459) *
      r +
      0.68976733498510000455) *
      r +
      1.6763848301838038494) *
      r +
      2.05319162663775882187) *
      r +
    1;
  return above / below;
}

function farTail(r: number): number {
  const above =
    ((((((2.01033439929228813265e-7 * r + 2.71155556874348757815e-5) * r + 0.0012426609473880784386) * r +
      0.026532189526576123093) *
      r +
      0.29656057182850489123) *
      r +
      1.7848265399172913358) *
      r +
      5.4637849111641143699) *
      r +
    6.6579046435011037772;
  const below =
    ((((((2.04426310338993978564e-15 * r + 1.4215117583164458887e-7) * r + 1.8463183175100546818e-5) * r +
      7.868691311456132591e-4) *
      r +
      0.0148753612908506148525) *
      r +
      0.13692988092273580531) *
      r +
      0.59983220655588793769) *
      r +
    1;
  return above / below;
}

/**
 * The z ≥ 0 with P(Z > z) = tail, for a tail ≤ 0.075; ∞ for 0.
 *
 * @see AS 241, the coefficients c to f.
 */
export function normalQuantileOfTail(tail: number): number {
  if (tail === 0) return Infinity;
  const r = Math.sqrt(-Math.log(tail));
  return r <= 5 ? nearTail(r - 1.6) : farTail(r - 5);
}

/**
 * The z with P(Z ≤ z) = p, or with P(Z > z) = p for the upper tail: what the approximations of other laws start from.
 *
 * @param p In [0, 1].
 * @example
 * normalDeviate(0.025, true); // 1.959963984540054
 */
export function normalDeviate(p: number, upper: boolean): number {
  const q = p - 0.5;
  const sign = upper ? -1 : 1;
  if (Math.abs(q) <= CENTRAL_HALF_WIDTH) return sign * normalQuantileFromCenter(q);
  return q < 0 ? -sign * normalQuantileOfTail(p) : sign * normalQuantileOfTail(1 - p);
}

/**
 * The x with P(Z ≤ x) = p.
 *
 * @param p Probability in [0, 1]; 0 and 1 give −∞ and ∞.
 * @returns Relative error below 1e-15.
 * @throws {RangeError} when p is not in [0, 1].
 * @see Wichura (1988), Appl Stat 37:477–484, AS 241. doi:10.2307/2347330
 * @example
 * normalQuantile(0.975); // 1.959963984540054
 */
export function normalQuantile(p: number): number {
  if (!(p >= 0 && p <= 1)) throw new RangeError(`A probability must lie in [0, 1], got ${p}`);
  return normalDeviate(p, false);
}
