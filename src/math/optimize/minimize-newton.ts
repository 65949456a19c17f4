import type { ValueAndGradient } from "../derivatives/central-differences.ts";
import { bilinear, dot, type Matrix, zeros } from "../linear/matrix.ts";
import { type BoundOptions, type Bounds, boundsOf, heldAt, project, startWithin } from "./bounds.ts";
import { type FoundMinimum, type MinimumEnd, type SearchOptions, searchOptions } from "./found-minimum.ts";
import { differenceJacobian } from "./levenberg-marquardt/difference-jacobian.ts";
import type { Evaluated } from "./line-search.ts";
import { trustRegionStep } from "./trust-region-step.ts";

/** Limits, patience, and second derivatives if they are known. */
export interface NewtonOptions extends BoundOptions, SearchOptions {
  /** Hessian at a point. Where it is left out: differences of the gradient, with steps for variables of order 1. */
  hessian?: (x: Float64Array) => Matrix;
}

/** A minimum with its first and second derivatives. */
export interface NewtonMinimum extends FoundMinimum {
  gradient: Float64Array;
  hessian: Matrix;
}

/** Promised decreases below these shares of the value end a search, and count as a minimum if rounding stops it. */
const NEGLIGIBLE = 1e-16;
const ROUNDING = 1e-11;

/** Where a search stands. */
interface Newton {
  f: ValueAndGradient;
  /** Fills in the Hessian at a point. */
  differentiate: (at: Evaluated, hessian: Matrix) => void;
  bounds: Bounds;
  unit: number;
  here: Evaluated;
  hessian: Matrix;
  /** Root of each variable's curvature, with a memory of half its former size: the unit of the trust region. */
  scales: Float64Array;
  /** Infinity until a step has failed. */
  radius: number;
  evaluations: number;
  /** Room for the Hessian and the gradient in those units. */
  scaled: Matrix;
  slopes: Float64Array;
}

/** The Hessian as the Jacobian of the gradient, by differences that stay within the limits, made symmetric. */
function differenceHessian(f: ValueAndGradient, n: number, bounds: Bounds): Newton["differentiate"] {
  const model = { size: n, residuals: f };
  const differentiate = differenceJacobian(model, new Float64Array(n).fill(1), bounds);
  return ({ x, gradient }, hessian) => {
    differentiate(x, gradient, hessian);
    for (let i = 0; i < n; i++) {
      for (let j = 0; j < i; j++) {
        const mean = 0.5 * (hessian.values[i * n + j]! + hessian.values[j * n + i]!);
        hessian.values[i * n + j] = mean;
        hessian.values[j * n + i] = mean;
      }
    }
  };
}

/** Units in which every variable curves alike. */
function rescale({ scales, hessian }: Newton): void {
  const n = scales.length;
  let largest = 0;
  for (let i = 0; i < n; i++) largest = Math.max(largest, Math.abs(hessian.values[i * n + i]!));
  for (let i = 0; i < n; i++) {
    const curvature = Math.max(Math.abs(hessian.values[i * n + i]!), 1e-12 * largest);
    scales[i] = Math.max(0.5 * scales[i]!, Math.sqrt(curvature)) || 1;
  }
}

/** Takes the Hessian at the present point, and the units that follow from it; false where it isn't finite. */
function takeHessian(search: Newton): boolean {
  search.differentiate(search.here, search.hessian);
  rescale(search);
  return search.hessian.values.every(Number.isFinite);
}

/** Fills in the model in scaled variables, where one that a limit stops has no slope and curves by itself. */
function scaleModel({ here, hessian, scales, bounds, scaled, slopes }: Newton): void {
  const n = scales.length;
  for (let i = 0; i < n; i++) {
    slopes[i] = here.gradient[i]! / scales[i]!;
    for (let j = 0; j < n; j++) {
      scaled.values[i * n + j] = hessian.values[i * n + j]! / (scales[i]! * scales[j]!);
    }
  }
  for (let i = 0; i < n; i++) {
    if (!heldAt(here.x[i]!, here.gradient[i]!, bounds.lower[i]!, bounds.upper[i]!)) continue;
    slopes[i] = 0;
    for (let j = 0; j < n; j++) {
      scaled.values[i * n + j] = Number(i === j);
      scaled.values[j * n + i] = Number(i === j);
    }
  }
}

/** The trust-region step, drawn back inside the limits. */
function stepFrom(search: Newton): { next: Float64Array; length: number; cut: boolean; convex: boolean } {
  const { here, scales, bounds } = search;
  scaleModel(search);
  if (search.radius === Infinity) {
    const size = here.x.reduce((sum, v, i) => sum + (v * scales[i]!) ** 2, 0);
    search.radius = 10 * Math.max(1, Math.sqrt(size));
  }
  const { step, cut, convex } = trustRegionStep(search.scaled, search.slopes, search.radius);
  const next = here.x.map((v, i) => v + step[i]! / scales[i]!);
  project(next, bounds);
  return { next, length: Math.sqrt(dot(step, step)), cut, convex };
}

/** One attempt at a step; says how the search ended, and whether at a minimum, if it did. */
function advance(search: Newton): [MinimumEnd, boolean] | null {
  const { here, hessian } = search;
  const { next, length, cut, convex } = stepFrom(search);
  const move = next.map((v, i) => v - here.x[i]!);
  const promised = -dot(here.gradient, move) - 0.5 * bilinear(move, hessian, move);
  const scale = search.unit + Math.abs(here.value);
  if (Math.abs(promised) <= NEGLIGIBLE * scale) return ["gradient-small", convex];
  const gradient = new Float64Array(next.length);
  const value = search.f(next, gradient);
  const gain = (here.value - value) / promised;
  if (promised > 0 && value === -Infinity) {
    search.here = { x: next, value, gradient };
    return ["unbounded", false];
  }
  if (!(promised > 0 && gain > 1e-4 && gradient.every(Number.isFinite))) {
    if (Math.abs(promised) <= ROUNDING * scale) return ["no-further-decrease", convex];
    search.radius = 0.25 * length;
    return search.radius > 1e-100 ? null : ["no-further-decrease", false];
  }
  if (gain < 0.25) search.radius = 0.25 * length;
  else if (gain > 0.75 && cut) search.radius *= 2;
  search.here = { x: next, value, gradient };
  return takeHessian(search) ? null : ["no-finite-derivative", false];
}

/** The search at its start, whether or not the function is finite there. */
function startNewton(
  f: ValueAndGradient,
  x: Float64Array,
  bounds: Bounds,
  options: NewtonOptions,
  unit: number,
): Newton {
  const n = x.length;
  const counted: ValueAndGradient = (at, gradient) => {
    search.evaluations++;
    return f(at, gradient);
  };
  const gradient = new Float64Array(n);
  const here = { x, value: Number.POSITIVE_INFINITY, gradient };
  const { hessian } = options;
  const search: Newton = {
    f: counted,
    differentiate: hessian
      ? ({ x: at }, out) => out.values.set(hessian(at).values)
      : differenceHessian(counted, n, bounds),
    bounds,
    unit,
    here,
    hessian: zeros(n, n),
    scales: new Float64Array(n),
    radius: Infinity,
    evaluations: 0,
    scaled: zeros(n, n),
    slopes: new Float64Array(n),
  };
  const value = counted(x, gradient);
  if (Number.isFinite(value) && gradient.every(Number.isFinite)) here.value = value;
  return search;
}

/**
 * Minimises a smooth function of a few variables by Newton's method in a trust region, with limits on the variables.
 *
 * Each step is the lowest point of the quadratic model within the region, so that the search follows downward curvature
 * away from saddles and tops. Variables are measured by their own curvature; one that a limit stops is held.
 *
 * @param f Fills in the gradient and returns the value; Infinity outside its domain.
 * @param start Where to begin, n ≤ 12 or so; moved inside the limits.
 * @throws {RangeError} when an argument is wrong.
 * @see Nocedal & Wright (2006), Numerical Optimization, 2nd ed., algorithm 4.1; Moré & Sorensen (1983), SIAM J Sci Stat
 * Comput 4:553–572.
 * @example
 * minimizeNewton((x, g) => { g[0] = 2 * (x[0]! - 3); return (x[0]! - 3) ** 2; }, [0]).x[0]; // 3, to 1e-10
 */
export function minimizeNewton(
  f: ValueAndGradient,
  start: ArrayLike<number>,
  options: NewtonOptions = {},
): NewtonMinimum {
  const bounds = boundsOf(options, start.length);
  const x = startWithin(start, bounds);
  const { unit, maxIterations } = searchOptions(options, 500);
  const search = startNewton(f, x, bounds, options, unit);
  const end = (ended: MinimumEnd, iterations: number, converged: boolean): NewtonMinimum => {
    const { here, hessian, evaluations } = search;
    return { ...here, hessian, iterations, evaluations, ended, converged };
  };
  if (search.here.value === Infinity) return end("no-finite-start", 0, false);
  if (!takeHessian(search)) return end("no-finite-derivative", 0, false);
  for (let iteration = 0; iteration < maxIterations; iteration++) {
    const reason = advance(search);
    if (reason) return end(reason[0], iteration, reason[1]);
  }
  return end("too-many-iterations", maxIterations, false);
}
