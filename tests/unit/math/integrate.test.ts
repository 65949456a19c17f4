import { describe, expect, it } from "vitest";
import { integrateVector } from "../../../src/math/integrate.ts";
import { normalDensity } from "../../../src/math/normal.ts";
import { expectAbsolute, expectRelative } from "../../helpers/closeness.ts";

/** One function of x. */
const value = (f: (x: number) => number, from: number, to: number, tolerance?: number) =>
  integrateVector(
    (x, out) => {
      out[0] = f(x);
    },
    1,
    from,
    to,
    tolerance,
  );

describe("integrateVector of one function", () => {
  it("is exact for polynomials up to degree 22 on one panel", () => {
    for (let degree = 0; degree <= 22; degree++) {
      // Weights and nodes are rounded to doubles: a few ulps of the sum.
      expectRelative(value((x) => x ** degree, 0, 2).values, [2 ** (degree + 1) / (degree + 1)], 2e-15);
    }
  });

  it.each([
    ["an exponential", Math.exp, 0, 1, Math.E - 1],
    ["a steep fall", (x: number) => 1 / (1 + Math.exp(200 * (x - 0.3))), 0, 1, 0.3],
    ["a root, whose slope is infinite", Math.sqrt, 0, 1, 2 / 3],
    ["a kink", (x: number) => Math.abs(x - 1 / 3), 0, 1, 5 / 18],
    ["a narrow bell", (x: number) => normalDensity((x - 0.7) / 0.01) / 0.01, 0, 1, 1],
    ["the other direction", Math.exp, 1, 0, 1 - Math.E],
  ])("integrates %s to its tolerance", (_, f, from, to, expected) => {
    const result = value(f, from, to);
    expect(result.converged).toBe(true);
    expectRelative(result.values, [expected], 1e-10);
    expect(Math.abs(result.values[0]! - expected)).toBeLessThanOrEqual(result.error + 1e-15);
  });

  it("uses a looser tolerance where it is given one", () => {
    const calls = [1e-12, 1e-4].map((tolerance) => {
      let n = 0;
      const f = (x: number): number => {
        n++;
        return Math.sqrt(x);
      };
      value(f, 0, 1, tolerance);
      return n;
    });
    expect(calls[1]).toBeLessThan(calls[0]!);
  });

  it("is 0 over nothing and for nothing", () => {
    expect(value(Math.exp, 2, 2)).toMatchObject({ converged: true, error: 0 });
    expect(value(Math.exp, 2, 2).values[0]).toBe(0);
    expect(value(() => 0, 0, 5)).toMatchObject({ converged: true, error: 0 });
  });

  it("says so where it does not converge", () => {
    expect(value((x) => 1 / x, 0, 1).converged).toBe(false);
    expect(value(() => Number.NaN, 0, 1).converged).toBe(false);
  });
});

describe("integrateVector of several functions", () => {
  it("sums all of them over the panels of the first", () => {
    // ∫ e^(−kx) over [0, 30] and its derivatives by k, at k = ½.
    const k = 0.5;
    const { values } = integrateVector(
      (x, out) => {
        out[0] = Math.exp(-k * x);
        out[1] = -x * out[0];
        out[2] = x * x * out[0];
      },
      3,
      0,
      30,
    );
    const end = Math.exp(-30 * k);
    const expected = [
      (1 - end) / k,
      -(1 - end * (1 + 30 * k)) / k ** 2,
      (2 - end * (2 + 60 * k + (30 * k) ** 2)) / k ** 3,
    ];
    expectRelative(values, expected, 1e-9);
  });

  it("is linear: a multiple of the first function has the same multiple of its integral", () => {
    const { values } = integrateVector(
      (x, out) => {
        out[0] = Math.sin(x) + 2;
        out[1] = -3 * out[0];
      },
      2,
      0,
      7,
    );
    expectAbsolute([values[1]! / values[0]!], [-3], 1e-15);
  });
});
