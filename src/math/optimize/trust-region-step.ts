import { cholesky, choleskySolve } from "../linear/cholesky.ts";
import { dot, type Matrix, times } from "../linear/matrix.ts";
import { symmetricEigen } from "../linear/symmetric-eigen.ts";
import { findRoot } from "./find-root.ts";

/** A step inside a trust region. */
export interface TrustRegionStep {
  step: Float64Array;
  /** True where the region cut the step short. */
  cut: boolean;
  /** True where the Hessian curves upwards, or not at all, in every direction. */
  convex: boolean;
}

/** Curvatures within this share of the largest on either side of 0 may be rounding errors of differences. */
const FLAT = 1e-9;

function lengthOf(v: Float64Array): number {
  return Math.sqrt(dot(v, v));
}

/** −H⁻¹g, or null where H isn't clearly positive definite. */
function newtonStep(hessian: Matrix, gradient: Float64Array): Float64Array | null {
  const factor = cholesky(hessian);
  if (!factor) return null;
  for (let i = 0; i < factor.values.length; i += factor.columns + 1) {
    if (factor.values[i]! ** 2 <= FLAT * hessian.values[i]!) return null;
  }
  const step = choleskySolve(factor, gradient);
  for (let i = 0; i < step.length; i++) step[i] = -step[i]!;
  return step;
}

/** The lowest point where it isn't Newton's, from the eigenvalues of H. */
function eigenStep(hessian: Matrix, gradient: Float64Array, radius: number): TrustRegionStep {
  const n = gradient.length;
  const { values: curvatures, vectors } = symmetricEigen(hessian);
  const largest = Math.max(Math.abs(curvatures[0]!), Math.abs(curvatures[n - 1]!));
  const convex = curvatures[n - 1]! >= -FLAT * largest;
  const size = lengthOf(gradient);
  const slopes = new Float64Array(n);
  for (let k = 0; k < n; k++) {
    if (convex) curvatures[k] = Math.max(curvatures[k]!, 0);
    for (let i = 0; i < n; i++) slopes[k]! += vectors.values[i * n + k]! * gradient[i]!;
    if (Math.abs(slopes[k]!) <= Number.EPSILON * size) slopes[k] = 0;
  }
  const inEigen = new Float64Array(n);
  const lengthAt = (shift: number): number => {
    for (let k = 0; k < n; k++) inEigen[k] = slopes[k] === 0 ? 0 : -slopes[k]! / (curvatures[k]! + shift);
    return lengthOf(inEigen);
  };
  const least = Math.max(0, -curvatures[n - 1]!);
  let cut = !(lengthAt(least) <= radius);
  if (cut) {
    const shortfall = (shift: number): number => 1 / radius - 1 / lengthAt(shift);
    const shift = findRoot(shortfall, least, least + 2 * (size / radius) + Number.MIN_VALUE);
    lengthAt(shift ?? least + size / radius);
  } else if (!convex) {
    inEigen[n - 1]! += Math.sqrt(Math.max(0, radius * radius - dot(inEigen, inEigen)));
    cut = true;
  }
  return { step: times(vectors, inEigen), cut, convex };
}

/**
 * Finds the lowest point of gᵀs + ½ sᵀHs within ‖s‖ ≤ radius: Newton's step where H is positive definite and the step
 * fits, otherwise from the eigenvalues of H, which is exact.
 *
 * @param hessian n × n, symmetric, perhaps indefinite.
 * @param gradient Length n.
 * @param radius > 0.
 * @see Moré & Sorensen (1983), Computing a trust region step, SIAM J Sci Stat Comput 4:553–572; Nocedal & Wright (2006),
 * Numerical Optimization, 2nd ed., theorem 4.1 (Newton's step), equations 4.37–4.39 and 4.43 (secular equation), 4.45
 * (hard case).
 */
export function trustRegionStep(hessian: Matrix, gradient: Float64Array, radius: number): TrustRegionStep {
  const newton = newtonStep(hessian, gradient);
  if (newton && lengthOf(newton) <= radius) return { step: newton, cut: false, convex: true };
  return eigenStep(hessian, gradient, radius);
}
