import { type Matrix, zeros } from "../../../math/linear/matrix.ts";
import type { LinearMixedFit } from "../linear-mixed-fit.ts";
import { product } from "../matrix-products.ts";

/** What a method says of tests on one fit. Infinity stands for the normal law, null for no answer. */
export interface CoefficientInference {
  /** Covariance of the coefficients, as the method has it. */
  covariance: Matrix;
  /** Degrees of freedom of Student's t for one contrast, a number for each coefficient. */
  single(contrast: Float64Array): number | null;
  /** Denominator of F for several at once, a row each, and what F is multiplied by. */
  joint(contrasts: Matrix): { degreesOfFreedom: number | null; scale: number };
}

/** How far a test of coefficients allows for variances being estimated. */
export interface DegreesOfFreedomMethod {
  readonly name: string;
  readonly label: string;
  readonly reference: string;
  /** @throws {RangeError} where the method doesn't apply to the fit's likelihood. */
  prepare(fit: LinearMixedFit): CoefficientInference;
}

/** Contrasts of β turned into contrasts of the orthonormal columns' coefficients. */
export function turnedContrasts(fit: LinearMixedFit, contrasts: Matrix): Matrix {
  return product(contrasts, fit.prepared.design.transform);
}

/** One contrast as a matrix of one row. */
export function oneRow(contrast: Float64Array): Matrix {
  const made = zeros(1, contrast.length);
  made.values.set(contrast);
  return made;
}

/** null unless positive. */
export function positiveOrNull(value: number): number | null {
  return value > 0 ? value : null;
}

/** Inference with the covariance of the fit and degrees of freedom that depend on the coefficients tested only. */
export function plainInference(
  fit: LinearMixedFit,
  degrees: (contrast: Float64Array) => number,
): CoefficientInference {
  const p = fit.names.length;
  return {
    covariance: fit.covariance,
    single: degrees,
    joint: ({ rows, values }) => {
      const each = Array.from({ length: rows }, (_, i) => degrees(values.slice(i * p, (i + 1) * p)));
      return { degreesOfFreedom: Math.min(...each), scale: 1 };
    },
  };
}
