import { logGammaDifference } from "../special/log-gamma-difference.ts";

/** Beyond these degrees of freedom the series has all digits. */
const LARGE = 50;

/** The coefficients of (1 − 2/ν) Var(1/S) by powers of 1/ν from the first: DLMF 5.11.8 squared and subtracted. */
const SERIES = [
  1 / 2,
  7 / 8,
  23 / 16,
  277 / 128,
  743 / 256,
  3491 / 1024,
  7639 / 2048,
  156877 / 32768,
  472523 / 65536,
];

/**
 * E[1/S] for S = √(χ²/ν): √(ν/2) Γ((ν − 1)/2)/Γ(ν/2).
 *
 * @param degreesOfFreedom ν > 1; infinite gives 1.
 * @see Johnson, Kotz & Balakrishnan (1995), Continuous Univariate Distributions 2, equation 31.16.
 */
export function inverseScaleMean(degreesOfFreedom: number): number {
  if (degreesOfFreedom > 1e30) return 1;
  const half = 0.5 * degreesOfFreedom;
  return Math.sqrt(half) * Math.exp(-logGammaDifference(half - 0.5, 0.5));
}

/**
 * Var(1/S) = ν/(ν − 2) − E[1/S]², by its asymptotic series where that difference would cancel.
 *
 * @param degreesOfFreedom ν > 2; infinite gives 0.
 */
export function inverseScaleVariance(degreesOfFreedom: number): number {
  const y = 1 / degreesOfFreedom;
  if (degreesOfFreedom >= LARGE)
    return (y * SERIES.reduceRight((sum, term) => sum * y + term, 0)) / (1 - 2 * y);
  return 1 / (1 - 2 * y) - inverseScaleMean(degreesOfFreedom) ** 2;
}
