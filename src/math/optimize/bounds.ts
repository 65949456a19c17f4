/** Lower and upper limits of the variables; −Infinity and Infinity where there is none. */
export interface Bounds {
  lower: Float64Array;
  upper: Float64Array;
}

/** Limits as a caller gives them; left out means none. */
export interface BoundOptions {
  /** Lowest value of each variable. */
  lower?: ArrayLike<number>;
  /** Highest value of each variable. */
  upper?: ArrayLike<number>;
}

/**
 * Limits of n variables, checked.
 *
 * @throws {RangeError} when a length isn't n, a limit isn't a number, or a lower one exceeds its upper one.
 * @example
 * boundsOf({ lower: [0] }, 1).upper[0]; // Infinity
 */
export function boundsOf(options: BoundOptions, n: number): Bounds {
  const lower = limitsOf("lower", options.lower, n, Number.NEGATIVE_INFINITY);
  const upper = limitsOf("upper", options.upper, n, Number.POSITIVE_INFINITY);
  for (let i = 0; i < n; i++) {
    if (lower[i]! > upper[i]!) {
      throw new RangeError(`lower must not exceed upper, got ${lower[i]} > ${upper[i]} at ${i}`);
    }
  }
  return { lower, upper };
}

function limitsOf(
  name: string,
  limits: ArrayLike<number> | undefined,
  n: number,
  none: number,
): Float64Array {
  if (!limits) return new Float64Array(n).fill(none);
  if (limits.length !== n) throw new RangeError(`${name} needs ${n} entries, got ${limits.length}`);
  const copy = new Float64Array(limits);
  const wrong = copy.findIndex(Number.isNaN);
  if (wrong >= 0) throw new RangeError(`${name} must hold numbers, got NaN at ${wrong}`);
  return copy;
}

/** Moves each variable to the nearest point within its limits. */
export function project(x: Float64Array, { lower, upper }: Bounds): void {
  for (let i = 0; i < x.length; i++) x[i] = Math.min(Math.max(x[i]!, lower[i]!), upper[i]!);
}

/**
 * A start within the limits.
 *
 * @throws {RangeError} when the start is empty or holds a number that isn't finite.
 */
export function startWithin(start: ArrayLike<number>, bounds: Bounds): Float64Array {
  const x = new Float64Array(start);
  if (x.length === 0) throw new RangeError("start needs at least 1 entry, got 0");
  for (let i = 0; i < x.length; i++) {
    if (!Number.isFinite(x[i])) throw new RangeError(`start must be finite, got ${x[i]} at ${i}`);
  }
  project(x, bounds);
  return x;
}

/** The limit at which a variable stands while the function falls beyond it; null where it is free to move. */
export function heldAt(x: number, slope: number, lower: number, upper: number): "lower" | "upper" | null {
  if (x <= lower && (slope > 0 || lower === upper)) return "lower";
  if (x >= upper && slope < 0) return "upper";
  return null;
}
