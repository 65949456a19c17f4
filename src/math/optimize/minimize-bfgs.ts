import type { ValueAndGradient } from "../derivatives/central-differences.ts";
import { choleskyInPlace } from "../linear/cholesky.ts";
import { copyOf, dot, type Matrix, times, zeros } from "../linear/matrix.ts";
import { solveLower, solveLowerTransposed } from "../linear/triangular.ts";
import { type BoundOptions, type Bounds, boundsOf, heldAt, startWithin } from "./bounds.ts";
import { type FoundMinimum, type MinimumEnd, type SearchOptions, searchOptions } from "./found-minimum.ts";
import { type Evaluated, lineSearch } from "./line-search.ts";

/** Limits, patience, and what is known of the curvature. */
export interface BfgsOptions extends BoundOptions, SearchOptions {
  /** Positive definite guess at the Hessian; where it is left out, the first steps find its size. */
  firstHessian?: Matrix;
}

/** A minimum found from gradients. */
export interface BfgsMinimum extends FoundMinimum {
  gradient: Float64Array;
}

/** Promised decreases below these shares of the value end a search, and count as a minimum if rounding stops it. */
const NEGLIGIBLE = 1e-16;
const ROUNDING = 1e-9;

/** The BFGS update, with the turn of the gradient drawn towards the prediction where it is not convex enough. */
function update(b: Matrix, move: Float64Array, turn: Float64Array): void {
  const n = b.rows;
  const predicted = times(b, move);
  const curvature = dot(move, predicted);
  const seen = dot(move, turn);
  if (!(curvature > 0)) return;
  const trust = seen >= 0.2 * curvature ? 1 : (0.8 * curvature) / (curvature - seen);
  const used = turn.map((v, i) => trust * v + (1 - trust) * predicted[i]!);
  const along = dot(move, used);
  for (let i = 0; i < n; i++) {
    for (let j = 0; j < n; j++) {
      b.values[i * n + j]! += (used[i]! * used[j]!) / along - (predicted[i]! * predicted[j]!) / curvature;
    }
  }
}

function identity(n: number, factor: number): Matrix {
  const matrix = zeros(n, n);
  for (let i = 0; i < n; i++) matrix.values[i * n + i] = factor;
  return matrix;
}

/** A Hessian whose first step is a tenth of the point's own length. */
function guessHessian({ x, gradient }: Evaluated): Matrix {
  return identity(
    x.length,
    (10 * Math.sqrt(dot(gradient, gradient))) / Math.max(1, Math.sqrt(dot(x, x))) || 1,
  );
}

/** −B⁻¹ g among the variables that no limit stops; null where B isn't positive definite. */
function directionFrom({ here, hessian, bounds, factor }: Bfgs): Float64Array | null {
  const { x, gradient } = here;
  const n = x.length;
  const direction = new Float64Array(n);
  factor.values.set(hessian.values);
  for (let i = 0; i < n; i++) {
    if (!heldAt(x[i]!, gradient[i]!, bounds.lower[i]!, bounds.upper[i]!)) {
      direction[i] = -gradient[i]!;
      continue;
    }
    for (let j = 0; j < n; j++) {
      factor.values[i * n + j] = Number(i === j);
      factor.values[j * n + i] = Number(i === j);
    }
  }
  if (!choleskyInPlace(factor)) return null;
  solveLower(factor, direction);
  solveLowerTransposed(factor, direction);
  return direction;
}

/** Where a search stands, and what it believes of the curvature there. */
interface Bfgs {
  f: ValueAndGradient;
  bounds: Bounds;
  here: Evaluated;
  hessian: Matrix;
  /** True while the Hessian is a guess of its size only. */
  guessed: boolean;
  evaluations: number;
  /** Room for the Hessian's factor. */
  factor: Matrix;
}

/** One step; says how the search ended, and whether at a minimum, if it did. */
function advance(search: Bfgs, unit: number): [MinimumEnd, boolean] | null {
  const { here, bounds } = search;
  const direction = directionFrom(search);
  const promised = direction ? -dot(here.gradient, direction) : Infinity;
  const scale = unit + Math.abs(here.value);
  if (promised <= NEGLIGIBLE * scale) return ["gradient-small", true];
  const next = direction && lineSearch(search.f, here, direction, bounds);
  if (!next) {
    if (search.guessed || promised <= ROUNDING * scale)
      return ["no-further-decrease", promised <= ROUNDING * scale];
    search.hessian = guessHessian(here);
    search.guessed = true;
    return null;
  }
  search.here = { x: next.x, value: next.value, gradient: next.gradient };
  if (next.endless) return ["unbounded", false];
  const move = next.x.map((v, i) => v - here.x[i]!);
  const turn = next.gradient.map((v, i) => v - here.gradient[i]!);
  const seen = dot(move, turn);
  if (search.guessed && seen > 0) search.hessian = identity(move.length, dot(turn, turn) / seen);
  search.guessed = false;
  update(search.hessian, move, turn);
  return null;
}

/** The search at its start, whether or not the function is finite there. */
function startBfgs(
  f: ValueAndGradient,
  x: Float64Array,
  bounds: Bounds,
  firstHessian: Matrix | undefined,
): Bfgs {
  const counted: ValueAndGradient = (at, gradient) => {
    search.evaluations++;
    return f(at, gradient);
  };
  const gradient = new Float64Array(x.length);
  const here = { x, value: Number.POSITIVE_INFINITY, gradient };
  const hessian = firstHessian ? copyOf(firstHessian) : identity(x.length, 1);
  const factor = zeros(x.length, x.length);
  const search: Bfgs = { f: counted, bounds, here, hessian, guessed: !firstHessian, evaluations: 0, factor };
  const value = counted(x, gradient);
  if (Number.isFinite(value) && gradient.every(Number.isFinite)) here.value = value;
  if (search.guessed) search.hessian = guessHessian(here);
  return search;
}

/**
 * Minimises a smooth function from its gradients, with limits on the variables.
 *
 * Damped BFGS updates of a Hessian, a line search by the weak Wolfe conditions along the path projected on the limits,
 * variables held where a limit stops them.
 *
 * @param f Fills in the gradient and returns the value; Infinity outside its domain.
 * @param start Where to begin; moved inside the limits.
 * @throws {RangeError} when an argument is wrong.
 * @see Nocedal & Wright (2006), Numerical Optimization, 2nd ed., equation 6.19 (update), procedure 18.2 (damping), 6.20
 * (size of the first Hessian); Bertsekas (1982), SIAM J Control Optim 20:221–246, on projected Newton methods.
 * @example
 * minimizeBfgs((x, g) => { g[0] = 2 * (x[0]! - 3); return (x[0]! - 3) ** 2; }, [0]).x[0]; // 3, to rounding
 */
export function minimizeBfgs(
  f: ValueAndGradient,
  start: ArrayLike<number>,
  options: BfgsOptions = {},
): BfgsMinimum {
  const bounds = boundsOf(options, start.length);
  const x = startWithin(start, bounds);
  const { unit, maxIterations } = searchOptions(options, 500);
  checkHessian(options.firstHessian, x.length);
  const search = startBfgs(f, x, bounds, options.firstHessian);
  const end = (ended: MinimumEnd, iterations: number, converged: boolean): BfgsMinimum => ({
    ...search.here,
    iterations,
    evaluations: search.evaluations,
    ended,
    converged,
  });
  if (search.here.value === Infinity) return end("no-finite-start", 0, false);
  for (let iteration = 0; iteration < maxIterations; iteration++) {
    const reason = advance(search, unit);
    if (reason) return end(reason[0], iteration, reason[1]);
  }
  return end("too-many-iterations", maxIterations, false);
}

function checkHessian(hessian: Matrix | undefined, n: number): void {
  if (hessian && (hessian.rows !== n || hessian.columns !== n)) {
    throw new RangeError(`firstHessian must be ${n} × ${n}, got ${hessian.rows} × ${hessian.columns}`);
  }
}
