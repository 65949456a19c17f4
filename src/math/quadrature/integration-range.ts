/** A range of integration as a finite interval of t, and the way back. */
export interface IntegrationRange {
  from: number;
  to: number;
  /** x at t */
  point(t: number): number;
  /** dx/dt */
  slope(t: number): number;
  /** t at x */
  parameter(x: number): number;
}

const identity = (from: number, to: number): IntegrationRange => ({
  from,
  to,
  point: (t) => t,
  slope: () => 1,
  parameter: (x) => x,
});

/** x = a + s·t/(1 − t) for 0 ≤ t < 1. */
const rightOf = (a: number, scale: number): IntegrationRange => ({
  from: 0,
  to: 1,
  point: (t) => a + (scale * t) / (1 - t),
  slope: (t) => scale / (1 - t) ** 2,
  parameter: (x) => (x - a) / (scale + (x - a)),
});

/** x = b + s·t/(1 + t) for −1 < t ≤ 0. */
const leftOf = (b: number, scale: number): IntegrationRange => ({
  from: -1,
  to: 0,
  point: (t) => b + (scale * t) / (1 + t),
  slope: (t) => scale / (1 + t) ** 2,
  parameter: (x) => (x - b) / (scale - (x - b)),
});

/** x = c + s·t/(1 − t²) for −1 < t < 1. */
const wholeLine = (center: number, scale: number): IntegrationRange => ({
  from: -1,
  to: 1,
  point: (t) => center + (scale * t) / ((1 - t) * (1 + t)),
  slope: (t) => (scale * (1 + t * t)) / ((1 - t) * (1 + t)) ** 2,
  parameter: (x) => {
    const u = (x - center) / scale;
    return (2 * u) / (1 + Math.sqrt(1 + 4 * u * u));
  },
});

/**
 * Maps a range with finite or infinite ends onto a finite interval by an algebraic change of variable.
 *
 * @param from Lower end, may be −∞; below `to`.
 * @param to Upper end, may be ∞.
 * @param center Middle of the map of the whole line; unused where an end is finite.
 * @param scale Distance over which the integrand changes; unused where both ends are finite.
 * @see Piessens et al. (1983), QUADPACK, routine QAGI, whose map of the half line this is, counted from the
 * finite end.
 */
export function integrationRange(from: number, to: number, center: number, scale: number): IntegrationRange {
  if (from === -Infinity) return to === Infinity ? wholeLine(center, scale) : leftOf(to, scale);
  return to === Infinity ? rightOf(from, scale) : identity(from, to);
}
