import { cholesky, choleskySolve } from "../../math/linear/cholesky.ts";
import { dot, type Matrix, times, zeros } from "../../math/linear/matrix.ts";
import { gram } from "./gram.ts";
import type { GroupIntegrand } from "./group-integrand.ts";
import { curvatureFrom, type SlopeDifferences, slopeDifferences } from "./slope-differences.ts";

/** The effects of one group at which its joint density is highest. */
export interface EffectsMode {
  effects: Float64Array;
  /** −ln of the joint density there. */
  value: number;
  /** Its derivatives by the parameters and the effects. */
  slopes: Float64Array;
  /** How these turn around the mode; null where the density is 0. */
  differences: SlopeDifferences | null;
  /** Its Hessian by the effects. */
  curvature: Matrix;
  /** Lower Cholesky factor of that; null where it is not positive definite. */
  factor: Matrix | null;
}

const MOST_STEPS = 60;
/** Decreases of −ln density that need not be sought any more. */
const NEGLIGIBLE = 1e-16;
/** Share of the last promised decrease below which the Hessian is kept. */
const QUICK = 0.03;
/** Step of the differences of a fresh Hessian, in standard deviations of each effect. */
const STEP = 1e-3;

/** The Hessian by the effects, by central differences of the slopes in steps that suit each effect. */
function freshCurvature(
  group: GroupIntegrand,
  theta: ArrayLike<number>,
  effects: Float64Array,
  units: Float64Array,
): Matrix {
  const { nEffects: q, nParameters: p } = group;
  const hessian = zeros(q, q);
  const above = new Float64Array(p + q);
  const below = new Float64Array(p + q);
  const point = effects.slice();
  for (let j = 0; j < q; j++) {
    const step = STEP * units[j]!;
    point[j] = effects[j]! + step;
    group.evaluate(theta, point, above);
    point[j] = effects[j]! - step;
    group.evaluate(theta, point, below);
    point[j] = effects[j]!;
    for (let i = 0; i < q; i++) {
      const half = (above[p + i]! - below[p + i]!) / (4 * step);
      hessian.values[i * q + j]! += half;
      hessian.values[j * q + i]! += half;
    }
  }
  for (let j = 0; j < q; j++) units[j] = 1 / Math.sqrt(Math.max(hessian.values[j * q + j]!, 1));
  return hessian;
}

/** The factor of a Hessian raised along its diagonal until it is positive definite. */
function raisedFactor(hessian: Matrix): Matrix {
  for (let ridge = 0.1; ; ridge *= 4) {
    const values = hessian.values.map((v, i) =>
      i % (hessian.rows + 1) === 0 ? (Number.isFinite(v) ? v : 1) + ridge : Number.isFinite(v) ? v : 0,
    );
    const factor = cholesky({ ...hessian, values });
    if (factor) return factor;
  }
}

interface Place {
  effects: Float64Array;
  value: number;
  slopes: Float64Array;
}

/** Puts a place a step away from another, shortened until the value falls; false where no share of it will do. */
function step(
  group: GroupIntegrand,
  theta: ArrayLike<number>,
  from: Place,
  move: Float64Array,
  to: Place,
): boolean {
  for (let share = 1; share > 1e-6; share /= 4) {
    for (let i = 0; i < move.length; i++) to.effects[i] = from.effects[i]! - share * move[i]!;
    to.value = group.evaluate(theta, to.effects, to.slopes);
    if (to.value < from.value) return true;
  }
  return false;
}

/** What a search begins with. */
export type SearchStart = Pick<EffectsMode, "effects"> & Partial<Pick<EffectsMode, "factor">>;

/** Where a search ended, and the factor of the Hessian that it used last. */
interface Found {
  here: Place;
  factor: Matrix | null;
}

/** Newton's method with step halving; a Hessian is kept, and told what the steps show, as long as they shorten quickly. */
function search(group: GroupIntegrand, theta: ArrayLike<number>, start: SearchStart): Found {
  const { nParameters: p, nEffects: q } = group;
  const units = new Float64Array(q).fill(0.1);
  const effects = start.effects.slice();
  const slopes = new Float64Array(p + q);
  let here: Place = { effects, value: group.evaluate(theta, effects, slopes), slopes };
  if (!Number.isFinite(here.value)) return { here, factor: null };
  let spare: Place = { effects: new Float64Array(q), value: Infinity, slopes: new Float64Array(p + q) };
  let factor = start.factor ?? null;
  let fresh = false;
  let last = Infinity;
  for (let steps = 0; steps < MOST_STEPS; steps++) {
    if (!factor) {
      const hessian = freshCurvature(group, theta, here.effects, units);
      factor = cholesky(hessian) ?? raisedFactor(hessian);
      fresh = true;
    }
    const slope = here.slopes.subarray(p);
    const move = choleskySolve(factor, slope);
    const promised = 0.5 * dot(move, slope);
    if (promised <= NEGLIGIBLE * (1 + Math.abs(here.value))) break;
    const moved = step(group, theta, here, move, spare);
    if (!moved && fresh) break;
    const keeps = moved && (last === Infinity || promised <= QUICK * last);
    factor = keeps ? updatedFactor(factor, here, spare, p) : null;
    if (moved) [here, spare] = [spare, here];
    fresh = false;
    last = promised;
  }
  return { here, factor };
}

/**
 * The factor of a Hessian that agrees with what a step did to the slopes; as it was where these did not turn upward.
 *
 * @see Nocedal & Wright (2006), Numerical Optimization, 2nd ed., equation 6.19 (BFGS).
 */
function updatedFactor(factor: Matrix, from: Place, to: Place, p: number): Matrix {
  const q = factor.rows;
  const move = new Float64Array(q);
  const turn = new Float64Array(q);
  for (let i = 0; i < q; i++) {
    move[i] = to.effects[i]! - from.effects[i]!;
    turn[i] = to.slopes[p + i]! - from.slopes[p + i]!;
  }
  const seen = dot(move, turn);
  if (!(seen > 0)) return factor;
  const hessian = gram(factor);
  const expected = times(hessian, move);
  const curvature = dot(move, expected);
  for (let i = 0; i < q; i++) {
    for (let j = 0; j < q; j++)
      hessian.values[i * q + j]! += (turn[i]! * turn[j]!) / seen - (expected[i]! * expected[j]!) / curvature;
  }
  return cholesky(hessian) ?? factor;
}

/** The Hessian where a search ended, by differences along the directions that its own factor makes of length 1. */
function modeAt(group: GroupIntegrand, theta: ArrayLike<number>, { here, factor }: Found): EffectsMode {
  const q = group.nEffects;
  if (!Number.isFinite(here.value))
    return { ...here, differences: null, curvature: zeros(q, q), factor: null };
  const units = new Float64Array(q).fill(0.1);
  const known = factor ?? raisedFactor(freshCurvature(group, theta, here.effects, units));
  const differences = slopeDifferences(group, theta, here, known);
  const curvature = curvatureFrom(differences, group.nParameters);
  return { ...here, differences, curvature, factor: cholesky(curvature) };
}

/**
 * Finds the mode of a group's effects at given population parameters, by Newton's method.
 *
 * @param starts Where to begin, and the factor of the Hessian near there if it is known. The lowest end counts, the first of
 * equal ones; where the joint density is 0 at every start there is no factor.
 * @see Nocedal & Wright (2006), Numerical Optimization, 2nd ed., section 3.3; Kelley (1995), Iterative Methods for Linear
 * and Nonlinear Equations, section 5.4.2 (a Hessian that is kept).
 */
export function effectsMode(
  group: GroupIntegrand,
  theta: ArrayLike<number>,
  ...starts: readonly [SearchStart, ...SearchStart[]]
): EffectsMode {
  let best = search(group, theta, starts[0]);
  for (let i = 1; i < starts.length; i++) {
    const other = search(group, theta, starts[i]!);
    if (other.here.value < best.here.value - SAME || Number.isNaN(best.here.value)) best = other;
  }
  return modeAt(group, theta, best);
}

/** Modes whose values differ by less are one: the first is kept. */
const SAME = 1e-9;
