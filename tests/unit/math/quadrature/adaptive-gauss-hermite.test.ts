import { describe, expect, it } from "vitest";
import { cholesky } from "../../../../src/math/linear/cholesky.ts";
import type { Matrix } from "../../../../src/math/linear/matrix.ts";
import {
  adaptiveGaussHermite,
  gaussHermiteCubature,
} from "../../../../src/math/quadrature/adaptive-gauss-hermite.ts";
import { gaussHermite } from "../../../../src/math/quadrature/gauss-hermite.ts";

const matrix = (rows: number[][]): Matrix => ({
  rows: rows.length,
  columns: rows.length,
  values: Float64Array.from(rows.flat()),
});
const precision = matrix([
  [2, 0.5, -0.3],
  [0.5, 1, 0.2],
  [-0.3, 0.2, 3],
]);
const center = [1, -2, 0.5];

/** −l for a normal kernel in d dimensions, with its gradient. */
const normalKernel = (d: number) => (u: Float64Array, gradient: Float64Array) => {
  let value = 0;
  for (let i = 0; i < d; i++) {
    gradient[i] = 0;
    for (let j = 0; j < d; j++) gradient[i]! += precision.values[3 * i + j]! * (u[j]! - center[j]!);
    value += 0.5 * gradient[i]! * (u[i]! - center[i]!);
  }
  return value;
};

describe("adaptiveGaussHermite", () => {
  it.each([1, 2, 3])("is exact for a normal kernel in %s dimensions at every number of points", (d) => {
    const block = matrix(
      Array.from({ length: d }, (_, i) => Array.from(precision.values.subarray(3 * i, 3 * i + d))),
    );
    const factor = cholesky(block)!;
    let exact = 0.5 * d * Math.log(2 * Math.PI);
    for (let i = 0; i < d; i++) exact -= Math.log(factor.values[i * d + i]!);
    for (const n of [1, 2, 7]) {
      const found = adaptiveGaussHermite(normalKernel(d), new Array(d).fill(0), gaussHermite(n));
      expect(found.converged).toBe(true);
      // The Hessian comes from differences of the gradient: about 1e-10 of it.
      expect(Math.abs(found.logIntegral! - exact)).toBeLessThan(1e-9);
      expect(Math.abs(found.mode[0]! - 1)).toBeLessThan(1e-7);
    }
  });

  it("gives the gamma function: ∫ exp(a u − e^u) du = Γ(a)", () => {
    const logGamma = { 3: Math.log(2), 10: Math.log(362880), 20: Math.log(121645100408832000) };
    for (const [text, exact] of Object.entries(logGamma)) {
      const a = Number(text);
      const f = (u: Float64Array, gradient: Float64Array): number => {
        gradient[0] = Math.exp(u[0]!) - a;
        return Math.exp(u[0]!) - a * u[0]!;
      };
      const errors = [1, 5, 15, 45].map((n) =>
        Math.abs(adaptiveGaussHermite(f, [0], gaussHermite(n)).logIntegral! - exact),
      );
      // Laplace's approximation is Stirling's formula, off by 1/(12 a).
      expect(errors[0]! * 12 * a).toBeGreaterThan(0.9);
      expect(errors[0]! * 12 * a).toBeLessThan(1);
      expect(errors[1]!).toBeLessThan(errors[0]! / 5);
      expect(errors[2]!).toBeLessThan(errors[1]! / 100);
      expect(errors[3]!).toBeLessThan(1e-9);
    }
  });

  it("never overflows: the logarithm of e^(±2000) is found", () => {
    for (const shift of [-2000, 2000]) {
      const f = (u: Float64Array, gradient: Float64Array): number => {
        gradient[0] = u[0]!;
        return 0.5 * u[0]! ** 2 - shift;
      };
      expect(adaptiveGaussHermite(f, [3], gaussHermite(9)).logIntegral).toBeCloseTo(
        shift + 0.918938533204673,
        9,
      );
    }
  });

  it("answers null where there is no curvature", () => {
    const flat = (_: Float64Array, gradient: Float64Array): number => {
      gradient.fill(0);
      return 1;
    };
    expect(adaptiveGaussHermite(flat, [0], gaussHermite(5)).logIntegral).toBeNull();
  });
});

describe("gaussHermiteCubature", () => {
  const rule = gaussHermite(5);
  const unit = matrix([[1]]);

  it("passes over points where the integrand is 0", () => {
    const half = gaussHermiteCubature(
      (u) => (u[0]! < 0 ? -Infinity : -0.5 * u[0]! ** 2),
      [0],
      unit,
      gaussHermite(200),
    );
    expect(half).toBeCloseTo(0.918938533204673 - Math.LN2, 2);
    expect(gaussHermiteCubature(() => -Infinity, [0], unit, rule)).toBe(-Infinity);
  });

  it("refuses wrong shapes and values", () => {
    expect(() => gaussHermiteCubature(() => 0, [], matrix([]), rule)).toThrow(/1 to 3 dimensions/);
    expect(() => gaussHermiteCubature(() => 0, [0, 0, 0, 0], unit, rule)).toThrow(/1 to 3 dimensions/);
    expect(() => gaussHermiteCubature(() => 0, [0, 0], unit, rule)).toThrow(/2 × 2, got 1 × 1/);
    expect(() => gaussHermiteCubature(() => Number.NaN, [0], unit, rule)).toThrow(RangeError);
    expect(() => gaussHermiteCubature(() => Infinity, [0], unit, rule)).toThrow(RangeError);
  });
});
