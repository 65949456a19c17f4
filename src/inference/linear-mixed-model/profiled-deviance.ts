import { factorQrInPlace, type QrFactors } from "../../math/linear/householder-qr.ts";
import { type Matrix, zeros } from "../../math/linear/matrix.ts";
import type { MixedLikelihood } from "./mixed-likelihoods.ts";
import type { PreparedBlock, PreparedModel } from "./prepare-mixed-model.ts";

/** Covariance of the scores up to σ²: Λ of each term, standard deviations of the strata and the correlation. */
export interface RelativeCovariance {
  /** Λ, lower triangular, for columns of length 1 a row: the effects' covariance is σ² Λ Λᵀ. */
  factors: readonly Matrix[];
  /** Standard deviation of each stratum's errors over the first one's. */
  ratios: ArrayLike<number>;
  phi: number;
}

/** The best fit at a given relative covariance. */
export interface ProfiledFit {
  /** −2 ln likelihood. */
  deviance: number;
  residualVariance: number;
  /** Upper triangle of the whitened Q beside the whitened residuals, (p + 1) columns. */
  triangle: Matrix;
}

function workspace(rows: number, columns: number, reflections: number): QrFactors {
  return {
    packed: zeros(rows, columns),
    scales: new Float64Array(reflections),
    pivots: new Int32Array(columns),
  };
}

/** Writes Z Λ of a block's rows beside their Q and residuals. */
function fillBlock(
  model: PreparedModel,
  { from, to, groups, nRandom }: PreparedBlock,
  factors: readonly Matrix[],
  out: Matrix,
): void {
  const { design, terms } = model;
  const p = design.basis.columns;
  const { columns, values } = out;
  values.fill(0);
  for (let i = from; i < to; i++) {
    const start = (i - from) * columns;
    let offset = start;
    terms.forEach(({ group, z, columns: { length: q } }, t) => {
      const at = offset + groups[t]!.indexOf(group[i]!) * q;
      const lambda = factors[t]!.values;
      for (let k = 0; k < q; k++) {
        for (let j = k; j < q; j++) values[at + k]! += z[i * q + j]! * lambda[j * q + k]!;
      }
      offset += groups[t]!.length * q;
    });
    for (let j = 0; j < p; j++) values[start + nRandom + j] = design.basis.values[i * p + j]!;
    values[start + nRandom + p] = design.residuals[i]!;
  }
  for (let k = 0; k < nRandom; k++) values[(to - from + k) * columns + k] = 1;
}

/** Turns rows into independent ones of variance 1, from the last upward; returns ln |R| of the block. */
function whiten(
  model: PreparedModel,
  { from, to }: PreparedBlock,
  { ratios, phi }: RelativeCovariance,
  { columns, values }: Matrix,
): number {
  const { gaps, stratum, correlation } = model;
  let logDeterminant = 0;
  for (let i = to - 1; i >= from; i--) {
    const at = (i - from) * columns;
    const own = ratios[stratum[i]!]!;
    const r = gaps[i]! > 0 ? correlation.between(phi, gaps[i]!) : 0;
    const left = Math.sqrt((1 - r) * (1 + r));
    logDeterminant += 2 * Math.log(own * left);
    const before = r === 0 ? 0 : r / ratios[stratum[i - 1]!]!;
    for (let j = 0; j < columns; j++) {
      const earlier = before === 0 ? 0 : before * values[at - columns + j]!;
      values[at + j] = (values[at + j]! / own - earlier) / left;
    }
  }
  return logDeterminant;
}

/** Eliminates a block's random effects; returns ln |Λᵀ Zᵀ R⁻¹ Z Λ + I|. */
function eliminate(factors: QrFactors, nRandom: number): number {
  if (nRandom === 0) return 0;
  factorQrInPlace(factors, false);
  const { columns, values } = factors.packed;
  let logDeterminant = 0;
  for (let k = 0; k < nRandom; k++) logDeterminant += 2 * Math.log(Math.abs(values[k * columns + k]!));
  return logDeterminant;
}

/**
 * −2 ln likelihood with σ² and the coefficients at their best, as a function of the relative covariance.
 *
 * Errors are whitened along time in one pass and random effects eliminated block by block by orthogonal reflections, so that
 * n scores without random effects cost n p² operations, and a variance of 0 is as good as any.
 *
 * @returns A function that works in arrays of its own: the triangle it returns is overwritten by its next call.
 * @see Bates, Mächler, Bolker & Walker (2015), J Stat Softw 67(1), equations 34, 41 and 42. doi:10.18637/jss.v067.i01
 */
export function profiledDeviance(
  model: PreparedModel,
  likelihood: MixedLikelihood,
): (at: RelativeCovariance) => ProfiledFit {
  const { blocks, design } = model;
  const [n, p] = [design.basis.rows, design.basis.columns];
  const spaces = blocks.map(({ from, to, nRandom }) =>
    workspace(to - from + nRandom, nRandom + p + 1, nRandom),
  );
  const stacked = workspace(n, p + 1, p + 1);
  const divisor = likelihood.divisor(n, p);
  return (at) => {
    let logDeterminant = 0;
    blocks.forEach((block, b) => {
      const space = spaces[b]!;
      const { columns, values } = space.packed;
      fillBlock(model, block, at.factors, space.packed);
      logDeterminant += whiten(model, block, at, space.packed);
      logDeterminant += eliminate(space, block.nRandom);
      for (let i = 0; i < block.to - block.from; i++) {
        const source = (i + block.nRandom) * columns + block.nRandom;
        for (let j = 0; j <= p; j++)
          stacked.packed.values[(block.from + i) * (p + 1) + j] = values[source + j]!;
      }
    });
    factorQrInPlace(stacked, false);
    const triangle = stacked.packed;
    const residualVariance = triangle.values[p * (p + 1) + p]! ** 2 / divisor;
    let designDeterminant = design.logDeterminant;
    for (let j = 0; j < p; j++) designDeterminant += 2 * Math.log(Math.abs(triangle.values[j * (p + 2)]!));
    const deviance =
      divisor * (1 + Math.log(2 * Math.PI * residualVariance)) +
      logDeterminant +
      likelihood.designWeight * designDeterminant;
    return { deviance, residualVariance, triangle };
  };
}
