import { type Matrix, zeros } from "../../math/linear/matrix.ts";
import type { CovarianceParameter } from "./covariance-parameters.ts";
import type { LinearMixedFit } from "./linear-mixed-fit.ts";
import type { PreparedBlock } from "./prepare-mixed-model.ts";

/** How often errors of a pair of rows are differentiated: by the variances of which strata, and how often by φ. */
interface ErrorDerivative {
  strata: readonly number[];
  byPhi: number;
}

/** Adds Z M Zᵀ of one term to a block's matrix. */
function addTerm(fit: LinearMixedFit, t: number, middle: Matrix, { from, to }: PreparedBlock, out: Matrix) {
  const { z, group, lengths } = fit.prepared.terms[t]!;
  const q = lengths.length;
  const n = to - from;
  const row = new Float64Array(q);
  for (let i = from; i < to; i++) {
    for (let b = 0; b < q; b++) {
      let sum = 0;
      for (let a = 0; a < q; a++) sum += z[i * q + a]! * lengths[a]! * middle.values[a * q + b]!;
      row[b] = sum * lengths[b]!;
    }
    for (let j = from; j < to; j++) {
      if (group[i] !== group[j]) continue;
      let sum = 0;
      for (let b = 0; b < q; b++) sum += row[b]! * z[j * q + b]!;
      out.values[(i - from) * n + (j - from)]! += sum;
    }
  }
}

/** √(vᵢ vⱼ) differentiated by the variances of strata, up to twice. */
function spreadDerivative(
  variances: readonly number[],
  a: number,
  b: number,
  strata: readonly number[],
): number {
  const product = Math.sqrt(variances[a]! * variances[b]!);
  const [first, second] = strata;
  if (first === undefined) return product;
  const count = (s: number): number => Number(a === s) + Number(b === s);
  const one = (product * count(first)) / (2 * variances[first]!);
  if (second === undefined) return one;
  const both = (one * count(second)) / (2 * variances[second]!);
  return first === second ? both - one / variances[first]! : both;
}

/** Adds the errors' covariance, or a derivative of it, to a block's matrix. */
function addErrors(
  fit: LinearMixedFit,
  { strata, byPhi }: ErrorDerivative,
  { from, to }: PreparedBlock,
  out: Matrix,
): void {
  const { prepared, residualVariances, correlation: phi } = fit;
  const { correlation, times, series, stratum } = prepared;
  const along = [correlation.between, correlation.slope, correlation.curvature][byPhi]!;
  const correlated = phi !== null;
  const variances = residualVariances.map(({ variance }) => variance);
  const n = to - from;
  for (let i = from; i < to; i++) {
    for (let j = from; j <= i; j++) {
      if (i !== j && (!correlated || series[i] !== series[j])) continue;
      const gap = Math.abs(times[i]! - times[j]!);
      const rho = i === j ? Number(byPhi === 0) : along(phi!, gap);
      const entry = rho === 0 ? 0 : rho * spreadDerivative(variances, stratum[i]!, stratum[j]!, strata);
      out.values[(i - from) * n + (j - from)]! += entry;
      if (i !== j) out.values[(j - from) * n + (i - from)]! += entry;
    }
  }
}

/** Covariance of the scores of a block. */
export function blockCovariance(fit: LinearMixedFit, block: PreparedBlock): Matrix {
  const n = block.to - block.from;
  const out = zeros(n, n);
  fit.randomEffects.forEach(({ covariance }, t) => {
    addTerm(fit, t, covariance, block, out);
  });
  addErrors(fit, { strata: [], byPhi: 0 }, block, out);
  return out;
}

function errorDerivative(parameters: readonly CovarianceParameter[]): ErrorDerivative {
  const strata = parameters.flatMap((one) => (one.kind === "variance" ? [one.stratum] : []));
  return { strata, byPhi: parameters.filter(({ kind }) => kind === "correlation").length };
}

/** Its derivative by one parameter. */
export function firstDerivative(
  fit: LinearMixedFit,
  block: PreparedBlock,
  parameter: CovarianceParameter,
): Matrix {
  const n = block.to - block.from;
  const out = zeros(n, n);
  if (parameter.kind === "term") addTerm(fit, parameter.term, parameter.first, block, out);
  else addErrors(fit, errorDerivative([parameter]), block, out);
  return out;
}

/** Its derivative by two; null where it is 0 whatever the scores. */
export function secondDerivative(
  fit: LinearMixedFit,
  block: PreparedBlock,
  a: CovarianceParameter,
  b: CovarianceParameter,
): Matrix | null {
  const n = block.to - block.from;
  if (a.kind === "term" || b.kind === "term") {
    const middle = a.kind === "term" && b.kind === "term" && a.term === b.term ? a.second[b.place] : null;
    if (!middle) return null;
    const out = zeros(n, n);
    addTerm(fit, (a as { term: number }).term, middle, block, out);
    return out;
  }
  const linear = a.kind === "variance" && b.kind === "variance" && fit.residualVariances.length === 1;
  if (linear) return null;
  const out = zeros(n, n);
  addErrors(fit, errorDerivative([a, b]), block, out);
  return out;
}
