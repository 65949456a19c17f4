/**
 * Finds a root of a continuous function inside a bracket, by Brent's method.
 *
 * @param f Function with opposite signs at the two ends.
 * @param a One end.
 * @param b The other end.
 * @param tolerance Absolute tolerance on the root, besides 4 ulp of it.
 * @returns The root, or null where the ends do not bracket one or a value is not a number.
 * @see Brent (1973), Algorithms for Minimization without Derivatives, chapter 4, `zero`.
 * @example
 * findRoot((x) => x * x - 2, 0, 2); // 1.4142135623730951
 */
export function findRoot(f: (x: number) => number, a: number, b: number, tolerance = 0): number | null {
  let fa = f(a);
  let fb = f(b);
  if (fa === 0) return a;
  if (fb === 0) return b;
  if (!(fa < 0 !== fb < 0) || Number.isNaN(fa) || Number.isNaN(fb)) return null;
  let c = a;
  let fc = fa;
  let step = b - a;
  let previous = step;
  for (let i = 0; i < 200; i++) {
    if (fb > 0 === fc > 0) {
      c = a;
      fc = fa;
      step = previous = b - a;
    }
    if (Math.abs(fc) < Math.abs(fb)) {
      [a, b, c] = [b, c, b];
      [fa, fb, fc] = [fb, fc, fb];
    }
    const accuracy = 2 * Number.EPSILON * Math.abs(b) + 0.5 * tolerance;
    const half = 0.5 * (c - b);
    if (Math.abs(half) <= accuracy || fb === 0) return b;
    const next = interpolate(a, fa, b, fb, c, fc, half);
    if (
      Math.abs(previous) >= accuracy &&
      Math.abs(fa) > Math.abs(fb) &&
      acceptable(next, half, accuracy, previous)
    ) {
      previous = step;
      step = next;
    } else {
      step = previous = half;
    }
    a = b;
    fa = fb;
    b += Math.abs(step) > accuracy ? step : Math.sign(half) * accuracy;
    fb = f(b);
    if (Number.isNaN(fb)) return null;
  }
  return b;
}

/** Secant step where two points are known, inverse quadratic where three are. */
function interpolate(
  a: number,
  fa: number,
  b: number,
  fb: number,
  c: number,
  fc: number,
  half: number,
): number {
  const s = fb / fa;
  if (a === c) return (2 * half * s) / (s - 1);
  const q = fa / fc;
  const r = fb / fc;
  return -(s * (2 * half * q * (q - r) - (b - a) * (r - 1))) / ((q - 1) * (r - 1) * (s - 1));
}

function acceptable(next: number, half: number, accuracy: number, previous: number): boolean {
  const inside = 1.5 * Math.abs(half) - 0.5 * accuracy;
  return next * half > 0 && Math.abs(next) < Math.min(inside, 0.5 * Math.abs(previous));
}
