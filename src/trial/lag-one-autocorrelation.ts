/**
 * Lag-1 autocorrelation r₁ about the mean: Σ eₜeₜ₊₁/Σ eₜ².
 *
 * It is biased low in short series, on average by (1 + 4φ)/n: with φ = 0.6 and n = 10 its mean is 0.26.
 *
 * @param values At least two, in the order of time, equally spaced.
 * @returns null where the values are all equal or fewer than two.
 * @see Marriott & Pope (1954), Biometrika 41:390–402, equation 4.3; Kendall (1954), Biometrika 41:403–404 (bias).
 * @example
 * lagOneAutocorrelation([1, 2, 3, 4]); // 0.25
 */
export function lagOneAutocorrelation(values: ArrayLike<number>): number | null {
  const n = values.length;
  let mean = 0;
  for (let i = 0; i < n; i++) mean += values[i]! / n;
  let products = 0;
  let squares = 0;
  for (let i = 0; i < n; i++) {
    const deviation = values[i]! - mean;
    squares += deviation * deviation;
    if (i > 0) products += deviation * (values[i - 1]! - mean);
  }
  return squares > 1e-24 * n * mean * mean && squares > 0 ? products / squares : null;
}

/**
 * What r₁ shows on average of a true autocorrelation, to first order: φ − (1 + 4φ)/n.
 *
 * @see Kendall (1954), Biometrika 41:403–404.
 * @example
 * expectedLagOne(0.6, 10); // 0.26
 */
export function expectedLagOne(phi: number, n: number): number {
  return phi - (1 + 4 * phi) / n;
}
