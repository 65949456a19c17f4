import { dot, type Matrix } from "../../math/linear/matrix.ts";
import { solveLowerTransposed } from "../../math/linear/triangular.ts";
import type { EffectsMode } from "./effects-mode.ts";
import type { GroupIntegrand } from "./group-integrand.ts";

/**
 * Step of the second differences, in standard deviations of the effects given the observations: its error is smooth, its
 * rounding small.
 */
const STEP = 5e-3;

/** How the mode of the effects and the Hessian H = L Lᵀ there follow the parameters. */
export interface CurvatureSlopes {
  /** The directions that were given. */
  directions: readonly Float64Array[];
  /** For each effect, the derivatives of its mode by the p parameters. */
  mode: Float64Array[];
  /** For each pair of directions j ≤ i, the derivatives of vᵢᵀ H vⱼ by the p parameters; row after row. */
  curvature: Float64Array[];
}

/** Columns of L⁻ᵀ. */
export function whiteDirections(factor: Matrix): Float64Array[] {
  return Array.from({ length: factor.rows }, (_, i) => {
    const column = new Float64Array(factor.rows);
    column[i] = 1;
    solveLowerTransposed(factor, column);
    return column;
  });
}

/** First and second differences of the slopes along a direction. */
function alongDirection(
  group: GroupIntegrand,
  theta: ArrayLike<number>,
  { effects, slopes }: EffectsMode,
  direction: Float64Array,
): { first: Float64Array; second: Float64Array } {
  const above = new Float64Array(slopes.length);
  const below = new Float64Array(slopes.length);
  group.evaluate(
    theta,
    effects.map((u, i) => u + STEP * direction[i]!),
    above,
  );
  group.evaluate(
    theta,
    effects.map((u, i) => u - STEP * direction[i]!),
    below,
  );
  return {
    first: above.map((v, k) => (v - below[k]!) / (2 * STEP)),
    second: above.map((v, k) => (v - 2 * slopes[k]! + below[k]!) / (STEP * STEP)),
  };
}

/**
 * Derivatives of the mode and of the Hessian, the mode following the parameters.
 *
 * vᵀ H v is a second difference along v, and the slopes of the integrand are known there: 2 evaluations a direction give
 * its derivatives by all parameters and effects at once.
 *
 * @param directions q of them, for which Σ v vᵀ is H⁻¹, such as the columns of L⁻ᵀ.
 * @param pairs Whether pairs of different directions are wanted, too; else only i = j is filled.
 * @see Skaug & Fournier (2006), Comput Stat Data Anal 51:699–709, equation 6. doi:10.1016/j.csda.2006.03.005
 */
export function curvatureSlopes(
  group: GroupIntegrand,
  theta: ArrayLike<number>,
  mode: EffectsMode,
  directions: readonly Float64Array[],
  pairs: boolean,
): CurvatureSlopes {
  const { nParameters: p, nEffects: q } = group;
  const single = directions.map((v) => alongDirection(group, theta, mode, v));
  const modeSlopes = Array.from({ length: q }, (_, e) =>
    Float64Array.from(
      { length: p },
      (_, k) => -directions.reduce((sum, v, i) => sum + v[e]! * single[i]!.first[k]!, 0),
    ),
  );
  /** A derivative by parameters and effects as one by the parameters, which the mode follows. */
  const total = (second: Float64Array): Float64Array =>
    Float64Array.from({ length: p }, (_, k) =>
      modeSlopes.reduce((sum, slope, e) => sum + second[p + e]! * slope[k]!, second[k]!),
    );
  const own = single.map(({ second }) => total(second));
  const curvature: Float64Array[] = [];
  for (let i = 0; i < q; i++) {
    for (let j = 0; j <= i; j++) {
      if (i === j) curvature.push(own[i]!);
      else if (!pairs) curvature.push(new Float64Array(0));
      else {
        const sum = directions[i]!.map((v, e) => v + directions[j]![e]!);
        const both = total(alongDirection(group, theta, mode, sum).second);
        curvature.push(both.map((v, k) => 0.5 * (v - own[i]![k]! - own[j]![k]!)));
      }
    }
  }
  return { directions, mode: modeSlopes, curvature };
}

/** Adds ½ Σ weight · d(vᵀ H v): the derivatives of ½ ln|H| where the directions are the columns of L⁻ᵀ and weights 1. */
export function addHalfTrace(
  { curvature }: CurvatureSlopes,
  weight: (i: number) => number,
  slopes: Float64Array,
): void {
  for (let i = 0, at = 0; at < curvature.length; i++, at += i + 1) {
    const own = curvature[at]!;
    for (let k = 0; k < own.length; k++) slopes[k]! += 0.5 * weight(i) * own[k]!;
  }
}

/**
 * Derivative, by parameter k, of the point that a standardised one z stands for: û + L⁻ᵀ z.
 *
 * d(L⁻ᵀ) = −L⁻ᵀ Φᵀ, where Φ holds the lower triangle of L⁻¹ (dH) L⁻ᵀ with half its diagonal.
 *
 * @returns Its product with a vector w.
 * @see Murray (2016), Differentiation of the Cholesky decomposition, equation 8. arXiv:1602.07527
 */
export function pointSlope(
  { directions, mode, curvature }: CurvatureSlopes,
  z: ArrayLike<number>,
  w: ArrayLike<number>,
  k: number,
): number {
  let sum = 0;
  for (let e = 0; e < mode.length; e++) sum += w[e]! * mode[e]![k]!;
  for (let i = 0, at = 0; i < directions.length; i++) {
    for (let j = 0; j <= i; j++, at++) {
      const share = (i === j ? 0.5 : 1) * curvature[at]![k]! * z[i]!;
      if (share !== 0) sum -= share * dot(w, directions[j]!);
    }
  }
  return sum;
}
