import type { MinimumEnd } from "./found-minimum.ts";

/** The minimum of a function of one variable. */
export interface ScalarMinimum {
  x: number;
  /** Infinity where no value was finite. */
  value: number;
  iterations: number;
  ended: MinimumEnd;
  converged: boolean;
}

/** How exact to be, and for how long to try. */
export interface BrentOptions {
  /** Relative tolerance on x; 1.5e-8, the root of the rounding error, below which values no longer differ. */
  tolerance?: number;
  maxIterations?: number;
}

/** (3 − √5) / 2: where a golden section cuts. */
const GOLDEN = 0.3819660112501051;

/** The three best points so far, best first, and the last two steps. */
interface Points {
  x: number;
  fx: number;
  w: number;
  fw: number;
  v: number;
  fv: number;
  step: number;
  previous: number;
}

/** Step to the bottom of the parabola through the three points, or NaN where they don't make one. */
function parabolaStep({ x, fx, w, fw, v, fv }: Points): number {
  const r = (x - w) * (fx - fv);
  const q = (x - v) * (fx - fw);
  return ((x - w) * r - (x - v) * q) / (2 * (q - r));
}

/** Takes in a new point. */
function remember(points: Points, u: number, fu: number): void {
  if (fu <= points.fx) {
    Object.assign(points, { v: points.w, fv: points.fw, w: points.x, fw: points.fx, x: u, fx: fu });
  } else if (fu <= points.fw || points.w === points.x) {
    Object.assign(points, { v: points.w, fv: points.fw, w: u, fw: fu });
  } else if (fu <= points.fv || points.v === points.x || points.v === points.w) {
    Object.assign(points, { v: u, fv: fu });
  }
}

/**
 * Minimises a function of one variable between two ends, by golden sections and parabolas.
 *
 * @param f Function; Infinity or NaN where it has no value. With several minima, one of them is found.
 * @param lower One end, not itself tried: a minimum there is approached to the tolerance.
 * @param upper The other end.
 * @throws {RangeError} when an end isn't finite, they are not in order, or the tolerance isn't positive.
 * @see Brent (1973), Algorithms for Minimization without Derivatives, chapter 5, `localmin`.
 * @example
 * minimizeBrent((x) => (x - 2) ** 2, 0, 5).x; // 2
 */
export function minimizeBrent(
  f: (x: number) => number,
  lower: number,
  upper: number,
  { tolerance = 1.5e-8, maxIterations = 200 }: BrentOptions = {},
): ScalarMinimum {
  if (!(Number.isFinite(lower) && Number.isFinite(upper) && lower < upper)) {
    throw new RangeError(`lower and upper must be finite and in order, got ${lower} and ${upper}`);
  }
  if (!(tolerance > 0)) throw new RangeError(`tolerance must be positive, got ${tolerance}`);
  const valueAt = (x: number): number => {
    const value = f(x);
    return Number.isNaN(value) ? Infinity : value;
  };
  let [a, b] = [lower, upper];
  const first = a + GOLDEN * (b - a);
  const value = valueAt(first);
  const points: Points = {
    x: first,
    fx: value,
    w: first,
    fw: value,
    v: first,
    fv: value,
    step: 0,
    previous: 0,
  };
  const end = (ended: MinimumEnd, iterations: number): ScalarMinimum => ({
    x: points.x,
    value: points.fx,
    iterations,
    ended,
    converged: ended === "interval-small",
  });
  for (let iteration = 0; iteration < maxIterations; iteration++) {
    const { x } = points;
    const accuracy = tolerance * Math.abs(x) + 1e-3 * tolerance * tolerance;
    const middle = 0.5 * (a + b);
    if (points.fx === -Infinity) return end("unbounded", iteration);
    if (Math.abs(x - middle) <= 2 * accuracy - 0.5 * (b - a)) {
      return end(points.fx === Infinity ? "no-finite-start" : "interval-small", iteration);
    }
    const u = nextPoint(points, a, b, accuracy);
    const fu = valueAt(u);
    if (fu <= points.fx ? u >= x : u < x) a = fu <= points.fx ? x : u;
    else b = fu <= points.fx ? x : u;
    remember(points, u, fu);
  }
  return end("too-many-iterations", maxIterations);
}

/** The bottom of the parabola where that is safe, else a golden section of the longer side; never too near x. */
function nextPoint(points: Points, a: number, b: number, accuracy: number): number {
  const { x } = points;
  const parabola = parabolaStep(points);
  const safe =
    Math.abs(points.previous) > accuracy &&
    Math.abs(parabola) < 0.5 * Math.abs(points.previous) &&
    x + parabola > a &&
    x + parabola < b;
  const middle = 0.5 * (a + b);
  if (safe) {
    points.previous = points.step;
    points.step = parabola;
    const u = x + parabola;
    if (u - a < 2 * accuracy || b - u < 2 * accuracy) points.step = x < middle ? accuracy : -accuracy;
  } else {
    points.previous = (x < middle ? b : a) - x;
    points.step = GOLDEN * points.previous;
  }
  return (
    x + (Math.abs(points.step) >= accuracy ? points.step : Math.sign(points.step) * accuracy || accuracy)
  );
}
