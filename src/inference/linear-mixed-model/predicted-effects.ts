import { cholesky, choleskyInverse } from "../../math/linear/cholesky.ts";
import { bilinear, dot, type Matrix, times, zeros } from "../../math/linear/matrix.ts";
import { contrastMatrix } from "./contrasts.ts";
import { blockDesign, blockInverse, fittedResiduals } from "./covariance-moments.ts";
import type { LinearMixedFit } from "./linear-mixed-fit.ts";
import { addTo, crossProduct, product, sandwich, transposed } from "./matrix-products.ts";

/** A weighted sum of coefficients and random effects in one group. */
export interface PredictedEffect {
  group: string;
  estimate: number;
  /** Of estimate less truth, the variances being taken as known and the coefficients as estimated. */
  standardError: number;
}

/** Which sum is predicted. */
export interface PredictedSum {
  /** Name of the random effects. */
  term: string;
  /** Weights of its columns; 1 for an intercept alone where left out. */
  effects?: { readonly [column: string]: number };
  /** Weights of the coefficients; none where left out. */
  coefficients?: { readonly [name: string]: number };
}

/** Predictions of a group's effects, their covariance, and their covariance with the orthonormal coefficients' error. */
interface GroupParts {
  effects: Float64Array;
  covariance: Matrix;
  beside: Matrix;
}

/** Z of one group among the rows of a block, in the units of the columns. */
function groupDesign(fit: LinearMixedFit, t: number, group: number, from: number, to: number): Matrix {
  const term = fit.prepared.terms[t]!;
  const q = term.lengths.length;
  const design = zeros(to - from, q);
  for (let i = from; i < to; i++) {
    if (term.group[i] !== group) continue;
    for (let j = 0; j < q; j++) design.values[(i - from) * q + j] = term.z[i * q + j]! * term.lengths[j]!;
  }
  return design;
}

/** γ less its least-squares value, and Φ. */
function generalisedLeastSquares(fit: LinearMixedFit): { phi: Matrix; gamma: Float64Array } {
  const p = fit.names.length;
  const [gram, right] = [zeros(p, p), zeros(p, 1)];
  for (const block of fit.prepared.blocks) {
    const x = blockDesign(fit, block);
    const wx = product(blockInverse(fit, block), x);
    const residuals = fit.prepared.design.residuals.slice(block.from, block.to);
    addTo(gram, crossProduct(x, wx));
    addTo(right, crossProduct(wx, { rows: x.rows, columns: 1, values: residuals }));
  }
  const phi = choleskyInverse(cholesky(gram)!);
  return { phi, gamma: times(phi, right.values) };
}

/** Every group of a term with its predictions. */
function predictGroups(
  fit: LinearMixedFit,
  t: number,
  phi: Matrix,
  gamma: Float64Array,
): Map<number, GroupParts> {
  const { covariance: g } = fit.randomEffects[t]!;
  const residuals = fittedResiduals(fit, gamma);
  const found = new Map<number, GroupParts>();
  for (const block of fit.prepared.blocks) {
    const inverse = blockInverse(fit, block);
    const u = times(inverse, residuals.subarray(block.from, block.to));
    const wx = product(inverse, blockDesign(fit, block));
    for (const group of block.groups[t]!) {
      const zg = product(groupDesign(fit, t, group, block.from, block.to), g);
      const beside = product(phi, crossProduct(wx, zg));
      const covariance = { ...g, values: g.values.slice() };
      addTo(covariance, crossProduct(zg, product(inverse, zg)), -1);
      addTo(covariance, crossProduct(crossProduct(wx, zg), beside));
      found.set(group, { effects: times(transposed(zg), u), covariance, beside });
    }
  }
  return found;
}

/**
 * Best linear unbiased predictions: what a group's effects probably are, drawn towards the mean of all groups.
 *
 * With `coefficients` the prediction is of a total, such as one patient's treatment effect: the mean effect and the patient's
 * departure from it.
 *
 * @returns One row per group, in the order in which groups appear.
 * @throws {RangeError} when a term, column or coefficient isn't one of the fit's.
 * @see Henderson (1975), Biometrics 31:423–447, sections 2 and 3, for the predictions and the variance of their error.
 * @example
 * const groups = ["a", "a", "a", "b", "b", "b"];
 * const fit = fitLinearMixedModel({ scores: [1, 2, 3, 7, 8, 9], columns: [{ name: "mean", values: [1, 1, 1, 1, 1, 1] }], randomEffects: [{ name: "patient", groups }] });
 * predictedEffects(fit, { term: "patient", coefficients: { mean: 1 } })[0]?.estimate; // 2.0556, a little above the patient's own 2
 */
export function predictedEffects(
  fit: LinearMixedFit,
  { term, effects, coefficients }: PredictedSum,
): PredictedEffect[] {
  const t = fit.randomEffects.findIndex(({ name }) => name === term);
  if (t < 0) throw new RangeError(`term must name random effects of the fit, got "${term}"`);
  const { columns } = fit.randomEffects[t]!;
  const weights = contrastMatrix([{ name: term, weights: effects ?? { [columns[0]!]: 1 } }], columns).values;
  const fixed = coefficients
    ? contrastMatrix([{ name: term, weights: coefficients }], fit.names)
    : zeros(1, fit.names.length);
  const turned = product(fixed, fit.prepared.design.transform);
  const { phi, gamma } = generalisedLeastSquares(fit);
  const own = sandwich(turned, phi).values[0]!;
  const mean = dot(fixed.values, fit.coefficients);
  const groups = predictGroups(fit, t, phi, gamma);
  return fit.prepared.terms[t]!.groups.map((group, code) => {
    const parts = groups.get(code)!;
    const shared = dot(times(transposed(parts.beside), turned.values), weights);
    const variance = own - 2 * shared + bilinear(weights, parts.covariance, weights);
    return {
      group,
      estimate: mean + dot(parts.effects, weights),
      standardError: Math.sqrt(Math.max(0, variance)),
    };
  });
}
