import { cholesky, choleskySolve } from "../../math/linear/cholesky.ts";
import { dot, type Matrix, zeros } from "../../math/linear/matrix.ts";

/** Weight of the barrier at the start, at the end, and how it falls in between. */
const BARRIER = { first: 1, last: 1e-9, ratio: 0.1 };
const MOST_STEPS = 50;
/** Share of the way to the edge of the simplex that one step may go. */
const NEARLY = 0.95;

/**
 * Weights of models whose mixture predicts best the scores left out: they maximise Σ_i ln Σ_k w_k p_ik on the simplex.
 *
 * Newton's method with a logarithmic barrier μ Σ ln w_k, μ falling to 1e-9: the mean log score is within K × 1e-9 of the
 * best, and where several weights are equally good, as for models that predict alike, it takes the middle of them, whatever
 * the order of the models.
 *
 * @param logDensities ln p_ik, one row of K models for each of n scores; finite.
 * @returns K positive weights that add to 1.
 * @throws {RangeError} without a model or a score.
 * @see Yao, Vehtari, Simpson & Gelman (2018), Bayesian Anal 13:917–1007, section 3.1. doi:10.1214/17-BA1091; Boyd &
 * Vandenberghe (2004), Convex Optimization, section 11.3.1 (the barrier)
 * @example
 * stackingWeights([[-1, -2], [-2, -1]])[0].toFixed(6); // "0.500000"
 */
export function stackingWeights(logDensities: readonly (readonly number[])[]): number[] {
  const nModels = logDensities[0]?.length ?? 0;
  if (nModels === 0) throw new RangeError("stackingWeights needs at least 1 model and 1 score");
  const densities = logDensities.map((row) => {
    const highest = Math.max(...row);
    return row.map((value) => Math.exp(value - highest));
  });
  let weights = new Array<number>(nModels).fill(1 / nModels);
  for (let barrier = BARRIER.first; barrier > 0.5 * BARRIER.last; barrier *= BARRIER.ratio) {
    for (let step = 0; step < MOST_STEPS; step++) {
      const next = newtonStep(densities, weights, barrier);
      if (!next) break;
      weights = next;
    }
  }
  return weights;
}

/** Σ ln Σ w p + μ Σ ln w */
function objective(densities: readonly number[][], weights: readonly number[], barrier: number): number {
  const score = densities.reduce((sum, row) => sum + Math.log(dot(row, weights)), 0);
  return score + barrier * weights.reduce((sum, weight) => sum + Math.log(weight), 0);
}

/**
 * One step within the simplex, in the coordinates z = Δw/w in which the barrier is round.
 *
 * @returns null where the objective can't be raised any more.
 */
function newtonStep(
  densities: readonly number[][],
  weights: readonly number[],
  barrier: number,
): number[] | null {
  const n = weights.length;
  const hessian: Matrix = zeros(n, n);
  const gradient = new Float64Array(n).fill(barrier);
  for (let k = 0; k < n; k++) hessian.values[k * n + k] = barrier;
  for (const row of densities) {
    const mixture = dot(row, weights);
    const shares = row.map((density, k) => (weights[k]! * density) / mixture);
    for (let k = 0; k < n; k++) {
      gradient[k]! += shares[k]!;
      for (let l = 0; l < n; l++) hessian.values[k * n + l]! += shares[k]! * shares[l]!;
    }
  }
  const factor = cholesky(hessian);
  if (!factor) return null;
  const free = choleskySolve(factor, gradient);
  const alongSum = choleskySolve(factor, weights);
  const multiplier = dot(weights, free) / dot(weights, alongSum);
  const direction = free.map((value, k) => value - multiplier * alongSum[k]!);
  return lineSearch(densities, weights, barrier, direction, dot(gradient, direction));
}

/** The longest of a step and its halves that raises the objective by a fair share of what its slope promises. */
function lineSearch(
  densities: readonly number[][],
  weights: readonly number[],
  barrier: number,
  direction: Float64Array,
  slope: number,
): number[] | null {
  if (!(slope > 1e-3 * BARRIER.last * barrier)) return null;
  const current = objective(densities, weights, barrier);
  const toEdge = Math.max(...direction.map((value) => -value));
  for (let length = toEdge > NEARLY ? NEARLY / toEdge : 1; length > 1e-10; length *= 0.5) {
    const moved = weights.map((weight, k) => weight * (1 + length * direction[k]!));
    const total = moved.reduce((sum, weight) => sum + weight, 0);
    const next = moved.map((weight) => weight / total);
    if (objective(densities, next, barrier) >= current + 0.1 * length * slope) return next;
  }
  return null;
}
