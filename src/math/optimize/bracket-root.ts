/**
 * Widens an interval until a continuous function has opposite signs at its ends, for `findRoot`.
 *
 * Each time the end nearer to zero is moved out by 1.6 times the width.
 *
 * @param f Function.
 * @param a One end.
 * @param b The other end.
 * @param limits Neither end moves beyond these.
 * @returns The two ends in order, or null where no sign changes between the limits or a value is not a number.
 * @throws {RangeError} when the ends are equal, not finite, or outside the limits.
 * @see Press et al. (2007), Numerical Recipes, 3rd ed., section 9.1, `zbrac`.
 * @example
 * bracketRoot((x) => x - 10, 0, 1); // [0, 17.576]
 */
export function bracketRoot(
  f: (x: number) => number,
  a: number,
  b: number,
  [lowest, highest]: readonly [number, number] = [-Number.MAX_VALUE, Number.MAX_VALUE],
): [number, number] | null {
  let [left, right] = [Math.min(a, b), Math.max(a, b)];
  if (!(left < right && left >= lowest && right <= highest && Number.isFinite(right - left))) {
    throw new RangeError(
      `a and b must differ, be finite and lie in [${lowest}, ${highest}], got ${a} and ${b}`,
    );
  }
  let [fl, fr] = [f(left), f(right)];
  for (let i = 0; i < 2000; i++) {
    if (Number.isNaN(fl) || Number.isNaN(fr)) return null;
    if (fl === 0 || fr === 0 || fl < 0 !== fr < 0) return [left, right];
    const width = 1.6 * (right - left);
    const leftward = (Math.abs(fl) < Math.abs(fr) && left > lowest) || right >= highest;
    if (leftward && left <= lowest) return null;
    if (leftward) {
      left = Math.max(left - width, lowest);
      fl = f(left);
    } else {
      right = Math.min(right + width, highest);
      fr = f(right);
    }
  }
  return null;
}
