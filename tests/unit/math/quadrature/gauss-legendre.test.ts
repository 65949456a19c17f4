import { describe, expect, it } from "vitest";
import { gaussLegendre } from "../../../../src/math/quadrature/gauss-legendre.ts";
import { expectAbsolute } from "../../../helpers/closeness.ts";

describe("gaussLegendre", () => {
  it.each([1, 2, 3, 5, 8, 16, 31, 64])("with %i points is exact for polynomials up to degree 2n − 1", (n) => {
    const { nodes, weights } = gaussLegendre(n);
    for (let degree = 0; degree <= 2 * n - 1; degree++) {
      const sum = nodes.reduce((total, x, i) => total + weights[i]! * x ** degree, 0);
      // n terms, each rounded: an ulp of the weight's sum of 2 or so, and of the weights' own errors.
      expect(Math.abs(sum - (degree % 2 === 0 ? 2 / (degree + 1) : 0))).toBeLessThan(1e-14);
    }
  });

  it("is not exact for degree 2n, where it must fail", () => {
    const { nodes, weights } = gaussLegendre(3);
    const sum = nodes.reduce((total, x, i) => total + weights[i]! * x ** 6, 0);
    // The error of the n-point rule on x^2n is 2^(2n+1) n!⁴ / ((2n + 1) (2n)!²) = 128·1296/(7·518400).
    expect(2 / 7 - sum).toBeCloseTo((128 * 1296) / (7 * 518_400), 14);
  });

  it("has the roots and weights in closed form for 1, 2 and 3 points", () => {
    expectAbsolute(gaussLegendre(1).nodes, [0], 1e-16);
    expectAbsolute(gaussLegendre(1).weights, [2], 0);
    expectAbsolute(gaussLegendre(2).nodes, [-1 / Math.sqrt(3), 1 / Math.sqrt(3)], 2e-16);
    expectAbsolute(gaussLegendre(3).nodes, [-Math.sqrt(0.6), 0, Math.sqrt(0.6)], 2e-16);
    expectAbsolute(gaussLegendre(3).weights, [5 / 9, 8 / 9, 5 / 9], 1e-15);
  });

  it("has increasing nodes inside (−1, 1), symmetric, with positive weights", () => {
    const { nodes, weights } = gaussLegendre(25);
    expect([...nodes]).toEqual([...nodes].sort((a, b) => a - b));
    expect(Math.max(...nodes.map(Math.abs))).toBeLessThan(1);
    expect(Math.min(...weights)).toBeGreaterThan(0);
    expectAbsolute(
      nodes,
      [...nodes].reverse().map((x) => -x),
      2e-16,
    );
    expectAbsolute(weights, [...weights].reverse(), 1e-15);
  });

  it("has no points for none", () => {
    expect(gaussLegendre(0)).toEqual({ nodes: new Float64Array(0), weights: new Float64Array(0) });
  });
});
