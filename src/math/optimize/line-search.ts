import type { ValueAndGradient } from "../derivatives/central-differences.ts";
import { dot } from "../linear/matrix.ts";
import { type Bounds, project } from "./bounds.ts";

/** A point with the value and gradient there. */
export interface Evaluated {
  x: Float64Array;
  value: number;
  gradient: Float64Array;
}

/** A point that a line search settled on. */
export interface LineSearchPoint extends Evaluated {
  /** True where the function still fell steeply after a step 1e12 times the first one, or to −Infinity. */
  endless: boolean;
}

/** Share of the promised decrease that must come true, and of the slope that may remain. */
const DECREASE = 1e-4;
const REMAINING_SLOPE = 0.9;
/** A slope that hasn't eased over this many first steps has no bottom. */
const ENDLESS = 1e12;

/** The point at a share of the direction, drawn back inside the limits. */
function pointAt(
  from: Evaluated,
  direction: Float64Array,
  share: number,
  bounds: Bounds,
): [Float64Array, boolean] {
  const x = new Float64Array(direction.length);
  for (let i = 0; i < x.length; i++) x[i] = from.x[i]! + share * direction[i]!;
  project(x, bounds);
  let bent = false;
  for (let i = 0; i < x.length; i++) if (x[i] !== from.x[i]! + share * direction[i]!) bent = true;
  return [x, bent];
}

/** The next share to try: longer until one is too long, then inside the bracket. */
function nextShare(low: number, high: number, slope: number, excess: number): number {
  if (high === Infinity) return 2 * low;
  if (low > 0) return 0.5 * (low + high);
  const lowest = Number.isFinite(excess) ? (-slope * high * high) / (2 * (excess - slope * high)) : 0;
  return Math.min(Math.max(lowest, 0.1 * high), 0.5 * high);
}

/**
 * Finds a point along a descent direction that lowers the function enough and has left its steepest part: the weak
 * Wolfe conditions, by bisection and expansion. Where a limit bends the path, lowering it enough suffices.
 *
 * @param f Function with gradient; where either isn't finite the step is too long.
 * @param from Where to begin.
 * @param direction Descends from there.
 * @returns The new point, or null where no step lowers the function.
 * @see Nocedal & Wright (2006), Numerical Optimization, 2nd ed., equations 3.6a and 3.6b for the conditions, section 3.5
 * for the parabola; Lewis & Overton (2013), Math Program 141:135–163, algorithm 2.6 for the bracketing; Bertsekas
 * (1982), SIAM J Control Optim 20:221–246, for the decrease along a projected path.
 */
export function lineSearch(
  f: ValueAndGradient,
  from: Evaluated,
  direction: Float64Array,
  bounds: Bounds,
): LineSearchPoint | null {
  const slope = dot(from.gradient, direction);
  let low = 0;
  let high = Infinity;
  let share = 1;
  let found: LineSearchPoint | null = null;
  for (let attempt = 0; attempt < 60 && share > 1e-16; attempt++) {
    const [x, bent] = pointAt(from, direction, share, bounds);
    const gradient = new Float64Array(x.length);
    const value = f(x, gradient);
    if (value === -Infinity) return { x, value, gradient, endless: true };
    let promised = 0;
    for (let i = 0; i < x.length; i++) promised += from.gradient[i]! * (x[i]! - from.x[i]!);
    const enough =
      promised < 0 && value <= from.value + DECREASE * promised && gradient.every(Number.isFinite);
    if (enough) {
      const steep = !bent && dot(gradient, direction) < REMAINING_SLOPE * slope;
      found = { x, value, gradient, endless: steep && share > ENDLESS };
      if (!steep || found.endless || (attempt >= 20 && high < Infinity)) return found;
      low = share;
    } else {
      if (found && attempt >= 20) return found;
      high = share;
    }
    share = nextShare(low, high, slope, value - from.value);
  }
  return found;
}
