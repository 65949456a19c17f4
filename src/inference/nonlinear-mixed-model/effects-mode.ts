import { cholesky, choleskySolve } from "../../math/linear/cholesky.ts";
import { dot, type Matrix, zeros } from "../../math/linear/matrix.ts";
import type { GroupIntegrand } from "./group-integrand.ts";

/** The effects of one group at which its joint density is highest. */
export interface EffectsMode {
  effects: Float64Array;
  /** −ln of the joint density there. */
  value: number;
  /** Its derivatives by the parameters and the effects. */
  slopes: Float64Array;
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
/** Step of the differences, in standard deviations of each effect. */
const STEP = 1e-3;

/** The Hessian by the effects, by central differences of the slopes in steps that suit each effect. */
function curvature(
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

function placeAt(group: GroupIntegrand, theta: ArrayLike<number>, effects: Float64Array): Place {
  const slopes = new Float64Array(group.nParameters + group.nEffects);
  return { effects, value: group.evaluate(theta, effects, slopes), slopes };
}

/** The place after a step, shortened until the value falls; null where no share of it will do. */
function stepped(
  group: GroupIntegrand,
  theta: ArrayLike<number>,
  from: Place,
  step: Float64Array,
): Place | null {
  for (let share = 1; share > 1e-6; share /= 4) {
    const next = placeAt(
      group,
      theta,
      from.effects.map((v, i) => v - share * step[i]!),
    );
    if (next.value < from.value) return next;
  }
  return null;
}

/** What a search begins with. */
export type SearchStart = Pick<EffectsMode, "effects"> & Partial<Pick<EffectsMode, "factor">>;

/**
 * Finds the mode of a group's effects at given population parameters, by Newton's method with step halving. A Hessian is
 * kept as long as the steps with it shorten quickly.
 *
 * @param start Where to begin, and the factor of the Hessian near there if it is known; the joint density must not be 0.
 * @see Nocedal & Wright (2006), Numerical Optimization, 2nd ed., section 3.3; Kelley (1995), Iterative Methods for Linear
 * and Nonlinear Equations, section 5.4.2 (a Hessian that is kept).
 */
export function effectsMode(
  group: GroupIntegrand,
  theta: ArrayLike<number>,
  start: SearchStart,
): EffectsMode {
  const { nParameters: p, nEffects: q } = group;
  const units = new Float64Array(q).fill(0.1);
  let here = placeAt(group, theta, start.effects.slice());
  if (!Number.isFinite(here.value)) return { ...here, curvature: zeros(q, q), factor: null };
  let factor = start.factor ?? null;
  let fresh = false;
  let last = Infinity;
  for (let steps = 0; steps < MOST_STEPS; steps++) {
    if (!factor) {
      const hessian = curvature(group, theta, here.effects, units);
      factor = cholesky(hessian) ?? raisedFactor(hessian);
      fresh = true;
    }
    const slope = here.slopes.subarray(p);
    const step = choleskySolve(factor, slope);
    const promised = 0.5 * dot(step, slope);
    if (promised <= NEGLIGIBLE * (1 + Math.abs(here.value))) break;
    const next = stepped(group, theta, here, step);
    if (!next && fresh) break;
    if (next) here = next;
    fresh = false;
    if (!next || (last < Infinity && promised > QUICK * last)) factor = null;
    last = promised;
  }
  if (!fresh) for (let j = 0; j < q; j++) units[j] = 1 / Math.sqrt(Math.max(ownCurvature(factor, j), 1));
  const hessian = curvature(group, theta, here.effects, units);
  return { ...here, curvature: hessian, factor: cholesky(hessian) };
}

/** A diagonal element of L Lᵀ. */
function ownCurvature(factor: Matrix | null, j: number): number {
  if (!factor) return 1;
  let sum = 0;
  for (let k = 0; k <= j; k++) sum += factor.values[j * factor.columns + k]! ** 2;
  return sum;
}
