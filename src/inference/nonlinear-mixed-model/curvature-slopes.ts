import { dot, type Matrix, zeros } from "../../math/linear/matrix.ts";
import type { EffectsMode } from "./effects-mode.ts";
import type { GroupIntegrand } from "./group-integrand.ts";
import { type SlopeDifferences, type Turn, turnAlong, whiteDirections } from "./slope-differences.ts";

/** With so few directions it takes fewer evaluations to know all pairs of the known ones than to turn to others. */
const FEW = 2;

/** How the mode of the effects and the Hessian H = L Lᵀ there follow the parameters. */
export interface CurvatureSlopes {
  /** The directions that were given. */
  directions: readonly Float64Array[];
  /** For each effect, the derivatives of its mode by the p parameters. */
  mode: Float64Array[];
  /** For each pair of directions j ≤ i, the derivatives of vᵢᵀ H vⱼ by the p parameters; row after row. */
  curvature: Float64Array[];
}

/** Coordinates C of directions V along the columns of L⁻ᵀ: V = L⁻ᵀ C. */
function coordinatesOf(directions: readonly Float64Array[], { values, rows: q }: Matrix): Matrix {
  const coordinates = zeros(q, directions.length);
  directions.forEach((v, i) => {
    for (let j = 0; j < q; j++) {
      for (let e = j; e < q; e++)
        coordinates.values[j * directions.length + i]! += values[e * q + j]! * v[e]!;
    }
  });
  return coordinates;
}

/** Adds a multiple of a vector to another. */
function addTo(sum: Float64Array, share: number, values: Float64Array): void {
  for (let k = 0; k < sum.length; k++) sum[k]! += share * values[k]!;
}

/** Second differences for each pair of the directions of which the turns are known, one more turn for each pair. */
function allPairs(
  group: GroupIntegrand,
  theta: ArrayLike<number>,
  mode: EffectsMode,
  { directions, turns }: SlopeDifferences,
): Float64Array[][] {
  const second = turns.map((turn) => [turn.second]);
  return second.map(([own], i) => {
    const row: Float64Array[] = [];
    for (let j = 0; j < i; j++) {
      const sum = directions[i]!.map((v, e) => v + directions[j]![e]!);
      const both = turnAlong(group, theta, mode, sum).second;
      row.push(both.map((v, k) => 0.5 * (v - own![k]! - turns[j]!.second[k]!)));
    }
    return [...row, own!];
  });
}

/** Second differences for the pairs of other directions, by their coordinates. */
function pairsAlong(pairs: readonly Float64Array[][], { values, rows: q }: Matrix): Float64Array[][] {
  return pairs.map((_, i) =>
    Array.from({ length: i + 1 }, (_, j) => {
      const sum = new Float64Array(pairs[0]![0]!.length);
      for (let a = 0; a < q; a++) {
        for (let b = 0; b < q; b++)
          addTo(sum, values[a * q + i]! * values[b * q + j]!, pairs[Math.max(a, b)]![Math.min(a, b)]!);
      }
      return sum;
    }),
  );
}

/** Second differences for each wanted pair of directions; none where a pair of different ones is not wanted. */
function secondDifferences(
  group: GroupIntegrand,
  theta: ArrayLike<number>,
  mode: EffectsMode,
  directions: readonly Float64Array[],
  coordinates: Matrix,
  pairs: boolean,
): (Float64Array | null)[][] {
  if (pairs || directions.length <= FEW)
    return pairsAlong(allPairs(group, theta, mode, mode.differences!), coordinates);
  return directions.map((v, i) => [
    ...new Array<null>(i).fill(null),
    turnAlong(group, theta, mode, v).second,
  ]);
}

/** First differences along directions by their coordinates. */
function firstAlong(turns: readonly Turn[], { values, columns }: Matrix): Float64Array[] {
  return turns.map((_, i) => {
    const sum = new Float64Array(turns[0]!.first.length);
    for (let j = 0; j < turns.length; j++) addTo(sum, values[j * columns + i]!, turns[j]!.first);
    return sum;
  });
}

/**
 * Derivatives of the mode and of the Hessian, the mode following the parameters.
 *
 * vᵀ H v is a second difference along v, and the slopes of the integrand are known there: 2 evaluations a direction give
 * its derivatives by all parameters and effects at once; those of pairs, vᵢᵀ H vⱼ, follow from (vᵢ + vⱼ)ᵀ H (vᵢ + vⱼ).
 *
 * @param mode Where the density is not 0.
 * @param directions q of them, for which Σ v vᵀ is H⁻¹, such as the columns of L⁻ᵀ.
 * @param pairs Whether pairs of different directions are wanted, too; else only i = j needs to be filled.
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
  const coordinates = coordinatesOf(directions, mode.differences!.factor);
  const following = modeSlopes(mode, directions, coordinates, p);
  const second = secondDifferences(group, theta, mode, directions, coordinates, pairs);
  /** A derivative by parameters and effects as one by the parameters, which the mode follows. */
  const total = (own: Float64Array): Float64Array => {
    const sum = own.slice(0, p);
    for (let e = 0; e < q; e++) addTo(sum, own[p + e]!, following[e]!);
    return sum;
  };
  const curvature = second.flatMap((row) => row.map((own) => (own ? total(own) : new Float64Array(0))));
  return { directions, mode: following, curvature };
}

/**
 * Derivatives of the mode of each effect by the p parameters.
 *
 * @param directions As those of `curvatureSlopes`, with their coordinates.
 */
function modeSlopes(
  { differences }: EffectsMode,
  directions: readonly Float64Array[],
  coordinates: Matrix,
  p: number,
): Float64Array[] {
  const first = firstAlong(differences!.turns, coordinates);
  return directions.map((_, e) => {
    const sum = new Float64Array(p);
    for (let i = 0; i < directions.length; i++) addTo(sum, -directions[i]![e]!, first[i]!);
    return sum;
  });
}

/** How the mode of each effect follows the p parameters. */
export function modeFollowing(mode: EffectsMode, factor: Matrix, p: number): Float64Array[] {
  const directions = whiteDirections(factor);
  return modeSlopes(mode, directions, coordinatesOf(directions, mode.differences!.factor), p);
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
