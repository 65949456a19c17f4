import type { ValueAndGradient } from "../derivatives/central-differences.ts";
import { cholesky } from "../linear/cholesky.ts";
import type { Matrix } from "../linear/matrix.ts";
import { minimizeNewton } from "../optimize/minimize-newton.ts";
import type { GaussHermiteRule } from "./gauss-hermite.ts";

/** The logarithm of an integral over random effects, and the point it was centred at. */
export interface AdaptiveIntegral {
  /** ln ∫ exp(l(u)) du, or null where −l has no positive definite Hessian at the mode. */
  logIntegral: number | null;
  mode: Float64Array;
  /** Hessian of −l at the mode. */
  curvature: Matrix;
  /** True where the search for the mode ended at one. */
  converged: boolean;
}

const MAX_DIMENSION = 3;

/** Solves Lᵀ u = z in place. */
function backSubstitute(factor: Matrix, u: Float64Array): void {
  const n = factor.rows;
  for (let i = n - 1; i >= 0; i--) {
    for (let k = i + 1; k < n; k++) u[i]! -= factor.values[k * n + i]! * u[k]!;
    u[i]! /= factor.values[i * n + i]!;
  }
}

/** Moves to the next point of a grid of `side` points in every direction; false after the last. */
function advance(index: number[], side: number): boolean {
  for (let i = 0; i < index.length; i++) {
    index[i]! += 1;
    if (index[i]! < side) return true;
    index[i] = 0;
  }
  return false;
}

/**
 * ln ∫ exp(l(u)) du by a product Gauss–Hermite rule centred and scaled to l.
 *
 * With H = L Lᵀ and u = center + √2 L⁻ᵀ z it is (d/2) ln 2 − ln|L| + ln Σ exp(l(u) + |z|² + Σ ln w), summed from its
 * largest term. One point gives Laplace's approximation; a quadratic l is exact at every n.
 *
 * @param logIntegrand l; may be −∞ where the integrand is 0.
 * @param center Best the mode of l; length d = 1 to 3.
 * @param curvature Hessian of −l there, d × d.
 * @param rule What `gaussHermite` returned: n points a dimension, so nᵈ values of l.
 * @returns null where the curvature is not positive definite; −∞ where l is −∞ at every point.
 * @throws {RangeError} when d is not 1 to 3 or the shapes differ, or l is not a number.
 * @see Liu & Pierce (1994), Biometrika 81:624–629, section 2; Pinheiro & Bates (1995), J Comput Graph Stat 4:12–35,
 * section 2.4 (several dimensions, by the Cholesky factor).
 */
export function gaussHermiteCubature(
  logIntegrand: (u: Float64Array) => number,
  center: ArrayLike<number>,
  curvature: Matrix,
  rule: GaussHermiteRule,
): number | null {
  const d = center.length;
  if (!(d >= 1 && d <= MAX_DIMENSION))
    throw new RangeError(`gaussHermiteCubature needs 1 to 3 dimensions, got ${d}`);
  if (curvature.rows !== d || curvature.columns !== d) {
    const found = `${curvature.rows} × ${curvature.columns}`;
    throw new RangeError(`gaussHermiteCubature needs a curvature of ${d} × ${d}, got ${found}`);
  }
  const factor = cholesky(curvature);
  if (!factor) return null;
  const u = new Float64Array(d);
  const index = new Array<number>(d).fill(0);
  const terms: number[] = [];
  do {
    let term = 0;
    for (let i = 0; i < d; i++) {
      const z = rule.nodes[index[i]!]!;
      term += z * z + rule.logWeights[index[i]!]!;
      u[i] = Math.SQRT2 * z;
    }
    backSubstitute(factor, u);
    for (let i = 0; i < d; i++) u[i]! += center[i]!;
    const value = logIntegrand(u);
    if (Number.isNaN(value) || value === Infinity)
      throw new RangeError(`A log integrand cannot be ${value} at ${u}`);
    terms.push(term + value);
  } while (advance(index, rule.nodes.length));
  const largest = terms.reduce((a, b) => Math.max(a, b), -Infinity);
  if (largest === -Infinity) return -Infinity;
  let sum = 0;
  for (const term of terms) sum += Math.exp(term - largest);
  let logScale = 0.5 * d * Math.LN2;
  for (let i = 0; i < d; i++) logScale -= Math.log(factor.values[i * d + i]!);
  return logScale + largest + Math.log(sum);
}

/**
 * ln ∫ exp(l(u)) du over 1 to 3 random effects by adaptive Gauss–Hermite quadrature: Newton's method finds the mode of
 * l, and the product rule is centred there and scaled by the Hessian's Cholesky factor.
 *
 * @param negativeLog −l with its gradient; may be Infinity where the integrand is 0.
 * @param start Where the search for the mode begins; −l must be finite there.
 * @param rule What `gaussHermite` returned.
 * @throws {RangeError} when there are not 1 to 3 effects, or −l is not a number.
 * @see Liu & Pierce (1994), Biometrika 81:624–629; Pinheiro & Bates (1995), J Comput Graph Stat 4:12–35, section 2.4.
 * @example
 * adaptiveGaussHermite((u, g) => { g[0] = u[0]!; return 0.5 * u[0]! ** 2; }, [1], gaussHermite(5)).logIntegral; // ln √(2π)
 */
export function adaptiveGaussHermite(
  negativeLog: ValueAndGradient,
  start: ArrayLike<number>,
  rule: GaussHermiteRule,
): AdaptiveIntegral {
  const minimum = minimizeNewton(negativeLog, start);
  const gradient = new Float64Array(start.length);
  const logIntegral = gaussHermiteCubature(
    (u) => -negativeLog(u, gradient),
    minimum.x,
    minimum.hessian,
    rule,
  );
  return { logIntegral, mode: minimum.x, curvature: minimum.hessian, converged: minimum.converged };
}
