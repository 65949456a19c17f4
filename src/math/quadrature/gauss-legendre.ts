/** Nodes on (−1, 1) and their weights. */
export interface QuadratureRule {
  nodes: Float64Array;
  weights: Float64Array;
}

/**
 * Computes the Gauss–Legendre rule of n points, exact for polynomials up to degree 2n − 1.
 *
 * Newton's method on the Legendre recurrence from Tricomi's approximation of the roots.
 *
 * @param n Number of points, at least 1.
 * @see Abramowitz & Stegun (1972), equations 25.4.29 and 22.16.6.
 * @example
 * gaussLegendre(2).nodes[1]; // 1/√3
 */
export function gaussLegendre(n: number): QuadratureRule {
  const nodes = new Float64Array(n);
  const weights = new Float64Array(n);
  for (let i = 0; i < n; i++) {
    let x = -Math.cos((Math.PI * (i + 0.75)) / (n + 0.5));
    let slope = 1;
    for (let step = 0; step < 100; step++) {
      let previous = 1;
      let value = x;
      for (let k = 2; k <= n; k++)
        [previous, value] = [value, ((2 * k - 1) * x * value - (k - 1) * previous) / k];
      slope = (n * (x * value - previous)) / (x * x - 1);
      const change = value / slope;
      x -= change;
      if (Math.abs(change) <= 1e-16) break;
    }
    nodes[i] = x;
    weights[i] = 2 / ((1 - x * x) * slope * slope);
  }
  return { nodes, weights };
}
