/**
 * I_x(a, b) divided by x^a y^b/B(a, b), for x ≤ a/(a + b): the continued fraction whose terms do not cancel where x is
 * near 1 or the parameters are large.
 *
 * @param y 1 − x.
 * @param drift a − (a + b) x, given apart so that it keeps its digits where x is near the mean.
 * @see Didonato & Morris (1992), ACM Trans Math Softw 18:360–373, equation 9, doi:10.1145/131766.131776; the even part
 * of DLMF 8.17.22.
 */
export function betaFraction(a: number, b: number, x: number, y: number, drift: number): number {
  const c = 1 + drift;
  const c1 = 1 + 1 / a;
  let p = 1;
  let s = a + 1;
  let numerator = 1;
  let previousNumerator = 0;
  let denominator = c / c1;
  let previousDenominator = 1;
  let ratio = c1 / c;
  for (let n = 1; n < 50_000; n++) {
    const t = n / a;
    const w = n * (b - n) * x;
    const shrink = a / s;
    const alpha = p * (p + b / a) * shrink * shrink * w * x;
    const beta = n + w / s + ((1 + t) / (c1 + 2 * t)) * (c + n * (1 + y));
    p = 1 + t;
    s += 2;
    const nextNumerator = alpha * previousNumerator + beta * numerator;
    const nextDenominator = alpha * previousDenominator + beta * denominator;
    const next = nextNumerator / nextDenominator;
    if (Math.abs(next - ratio) <= 2e-16 * next) return next;
    ratio = next;
    previousNumerator = numerator / nextDenominator;
    previousDenominator = denominator / nextDenominator;
    numerator = next;
    denominator = 1;
  }
  return ratio;
}
