import { dot, type Matrix } from "../linear/matrix.ts";
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

/** Curvatures below 0 by less than this share of the largest are rounding errors of differences. */
const FLAT = 1e-9;

/**
 * Finds the lowest point of gᵀs + ½ sᵀHs within ‖s‖ ≤ radius, exactly, from the eigenvalues of H.
 *
 * @param hessian n × n, symmetric, perhaps indefinite.
 * @param gradient Length n.
 * @param radius > 0.
 * @see Moré & Sorensen (1983), Computing a trust region step, SIAM J Sci Stat Comput 4:553–572; Nocedal & Wright (2006),
 * Numerical Optimization, 2nd ed., equations 4.37–4.39 and 4.43 (secular equation), 4.45 (hard case).
 */
export function trustRegionStep(hessian: Matrix, gradient: Float64Array, radius: number): TrustRegionStep {
  const n = gradient.length;
  const { values, vectors } = symmetricEigen(hessian);
  const largest = Math.max(Math.abs(values[0]!), Math.abs(values[n - 1]!));
  const convex = values[n - 1]! >= -FLAT * largest;
  const curvatures = values.map((value) => (convex ? Math.max(value, 0) : value));
  const column = (k: number): Float64Array =>
    Float64Array.from({ length: n }, (_, i) => vectors.values[i * n + k]!);
  const size = Math.sqrt(dot(gradient, gradient));
  const slopes = curvatures.map((_, k) => {
    const slope = dot(column(k), gradient);
    return Math.abs(slope) <= Number.EPSILON * size ? 0 : slope;
  });
  const shares = (shift: number): Float64Array =>
    slopes.map((slope, k) => (slope === 0 ? 0 : -slope / (curvatures[k]! + shift)));
  const lengthOf = (v: Float64Array): number => Math.sqrt(dot(v, v));
  const least = Math.max(0, -curvatures[n - 1]!);
  let inEigen = shares(least);
  let cut = !(lengthOf(inEigen) <= radius);
  if (cut) {
    const shortfall = (shift: number): number => 1 / radius - 1 / lengthOf(shares(shift));
    const shift = findRoot(shortfall, least, least + 2 * (size / radius) + Number.MIN_VALUE);
    inEigen = shares(shift ?? least + size / radius);
  } else if (!convex) {
    inEigen[n - 1]! += Math.sqrt(Math.max(0, radius * radius - dot(inEigen, inEigen)));
    cut = true;
  }
  const step = new Float64Array(n);
  for (let k = 0; k < n; k++) {
    const direction = column(k);
    for (let i = 0; i < n; i++) step[i]! += inEigen[k]! * direction[i]!;
  }
  return { step, cut, convex };
}
