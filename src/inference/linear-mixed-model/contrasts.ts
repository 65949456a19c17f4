import { type Matrix, zeros } from "../../math/linear/matrix.ts";

/** A sum of coefficients with weights, 0 for a coefficient that isn't named. */
export interface Contrast {
  name: string;
  weights: { readonly [coefficient: string]: number };
}

/**
 * Contrasts as the rows of a matrix, a column for each coefficient.
 *
 * @throws {RangeError} when a contrast names no coefficient of the fit or has no weight other than 0.
 */
export function contrastMatrix(contrasts: readonly Contrast[], names: readonly string[]): Matrix {
  const matrix = zeros(contrasts.length, names.length);
  contrasts.forEach(({ name, weights }, i) => {
    const entries = Object.entries(weights);
    if (!entries.some(([, weight]) => weight !== 0))
      throw new RangeError(`contrast "${name}" needs a weight other than 0`);
    for (const [coefficient, weight] of entries) {
      const j = names.indexOf(coefficient);
      if (j < 0) {
        const known = names.map((one) => `"${one}"`).join(", ");
        throw new RangeError(
          `contrast "${name}" must name coefficients among ${known}, got "${coefficient}"`,
        );
      }
      if (!Number.isFinite(weight))
        throw new RangeError(`contrast "${name}" needs finite weights, got ${weight}`);
      matrix.values[i * names.length + j] = weight;
    }
  });
  return matrix;
}
