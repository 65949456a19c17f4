import { studentTQuantile } from "../../math/distributions/student-t.ts";
import { bilinear, dot, type Matrix } from "../../math/linear/matrix.ts";
import type { Warning } from "../../schema/provenance.ts";
import type { RandomEffectsFit } from "./random-effects-fit.ts";

/** A mean with its interval. */
export interface MeanEstimate {
  estimate: number;
  standardError: number;
  /** Of the t distribution behind the limits, ∞ where it is the normal one; null where it is neither. */
  degreesOfFreedom: number | null;
  /** Both may be infinite, where there are hardly any degrees of freedom. */
  lower: number;
  upper: number;
}

/** An interval for the mean of the true effects. */
export interface MeanInterval {
  name: string;
  label: string;
  reference: string;
  /**
   * @param level Two-sided, in (0, 1).
   * @param contrast What the coefficients are multiplied by and summed, 0 for those it does not reach; the first alone unless
   * given.
   */
  estimate(fit: RandomEffectsFit, level: number, contrast?: readonly number[]): MeanEstimate;
  /** Methods to be shown beside this one for these data; none where it is absent. */
  companions?(fit: RandomEffectsFit, level: number): readonly MeanInterval[];
  /** What a reader must know about this interval for these data. */
  warnings?(fit: RandomEffectsFit, level: number): Warning[];
}

/** A shared mean: the first coefficient. */
export const SHARED: readonly number[] = [1];

/** A contrast as long as there are coefficients. */
export function fullContrast({ coefficients }: RandomEffectsFit, contrast: readonly number[]): Float64Array {
  const full = new Float64Array(coefficients.length);
  for (let j = 0; j < full.length; j++) full[j] = contrast[j] ?? 0;
  return full;
}

/** The quantile of t that leaves half of 1 − level above it. */
export function criticalValue(level: number, degreesOfFreedom: number): number {
  return studentTQuantile(0.5 * (1 - level), degreesOfFreedom, -1);
}

/** A contrast of the coefficients ± a quantile × its standard error. */
export function symmetricInterval(
  fit: RandomEffectsFit,
  covariance: Matrix,
  degreesOfFreedom: number,
  level: number,
  contrast: readonly number[],
): MeanEstimate {
  const full = fullContrast(fit, contrast);
  const estimate = dot(full, fit.coefficients);
  const standardError = Math.sqrt(bilinear(full, covariance, full));
  const reach = criticalValue(level, degreesOfFreedom) * standardError;
  return { estimate, standardError, degreesOfFreedom, lower: estimate - reach, upper: estimate + reach };
}

/** The same matrix times a number. */
export function scaled({ rows, columns, values }: Matrix, factor: number): Matrix {
  return { rows, columns, values: values.map((value) => factor * value) };
}
