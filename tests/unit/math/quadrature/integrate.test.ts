import { describe, expect, it } from "vitest";
import { integrate } from "../../../../src/math/quadrature/integrate.ts";
import { integrateVector } from "../../../../src/math/quadrature/integrate-vector.ts";
import { normalDensity } from "../../../../src/math/special/normal-tails.ts";
import { expectRelative } from "../../../helpers/closeness.ts";

const cases: [string, (x: number) => number, number, number, number][] = [
  ["a polynomial", (x) => x ** 7, 0, 2, 32],
  ["e^(−x²) on the whole line", (x) => Math.exp(-x * x), -Infinity, Infinity, Math.sqrt(Math.PI)],
  ["e^(−x) on the half line", (x) => Math.exp(-x), 0, Infinity, 1],
  ["e^x below 1", (x) => Math.exp(x), -Infinity, 1, Math.E],
  ["a Cauchy density", (x) => 1 / (Math.PI * (1 + x * x)), -Infinity, Infinity, 1],
  ["a Cauchy tail", (x) => 1 / (Math.PI * (1 + x * x)), 1, Infinity, 0.25],
  ["1/√x from 0", (x) => 1 / Math.sqrt(x), 0, 1, 2],
  ["ln x from 0", (x) => Math.log(x), 0, 1, -1],
  ["a gamma density of shape ½", (x) => Math.exp(-x) / Math.sqrt(Math.PI * x), 0, Infinity, 1],
  ["|x − ⅓|", (x) => Math.abs(x - 1 / 3), 0, 1, 5 / 18],
  ["a wave of 50 periods", (x) => Math.sin(100 * Math.PI * x) ** 2, 0, 1, 0.5],
  ["x^(−3) from 2", (x) => x ** -3, 2, Infinity, 1 / 8],
];

describe("integrate", () => {
  it.each(cases)("integrates %s", (_, f, from, to, exact) => {
    const { value, error, converged } = integrate(f, from, to, { maxPanels: 1000 });
    expect(converged).toBe(true);
    expectRelative([value], [exact], 1e-10);
    // The bound holds, but for the rounding of the sum itself.
    expect(Math.abs(value - exact)).toBeLessThanOrEqual(error + 1e-13 * Math.abs(exact));
  });

  it("changes sign where the ends change places, and is 0 where they meet", () => {
    expect(integrate(Math.exp, 2, 0).value).toBe(-integrate(Math.exp, 0, 2).value);
    expect(integrate((x) => Math.exp(-x), Infinity, 0).value).toBeCloseTo(-1, 12);
    expect(integrate(Math.exp, 3, 3)).toEqual({ value: 0, error: 0, converged: true });
  });

  it("ends at rounding where the integral cancels to 0", () => {
    const { value, error, converged } = integrate((x) => x ** 3, -1, 1);
    expect(converged).toBe(true);
    expect(Math.abs(value)).toBeLessThanOrEqual(1e-16);
    expect(error).toBeLessThan(1e-15);
  });

  it("sees a narrow peak far out once it is named", () => {
    const peak = (x: number): number => normalDensity((x - 5000) / 0.01) / 0.01;
    expect(integrate(peak, -Infinity, Infinity, { center: 5000, scale: 0.01 }).value).toBeCloseTo(1, 10);
    expect(integrate(peak, 0, 10_000, { splitAt: [4999.9, 5000, 5000.1] }).value).toBeCloseTo(1, 10);
  });

  it("takes splits outside the range, twice, or out of order", () => {
    const splits = [2, 0.5, 0.5, -3, 0.25];
    expect(integrate((x) => Math.abs(x - 0.5), 0, 1, { splitAt: splits }).value).toBeCloseTo(0.25, 15);
  });

  it("stops at an absolute tolerance", () => {
    let calls = 0;
    const f = (x: number): number => {
      calls++;
      return Math.sqrt(x);
    };
    const loose = integrate(f, 0, 1, { relativeTolerance: 0, absoluteTolerance: 1e-4 });
    expect(loose.converged).toBe(true);
    expect(Math.abs(loose.value - 2 / 3)).toBeLessThan(1e-4);
    const few = calls;
    integrate(f, 0, 1, { relativeTolerance: 1e-12 });
    expect(calls - few).toBeGreaterThan(2 * few);
  });

  it("says so where it did not get there", () => {
    const divergent = integrate((x) => 1 / x, 0, 1);
    expect(divergent.converged).toBe(false);
    // What lies beyond 1e16, where the map has no more doubles, is a fortieth of this integral.
    expect(integrate((x) => x ** -1.1, 1, Infinity).converged).toBe(false);
    const starved = integrate((x) => Math.sin(1000 * x) ** 2, 0, 1, { maxPanels: 3 });
    expect(starved.converged).toBe(false);
    expect(starved.error).toBeGreaterThan(1e-10);
  });

  it("works on an interval of two neighbouring doubles", () => {
    const to = 1 + Number.EPSILON;
    expect(integrate((x) => x, 1, to).value).toBeCloseTo(Number.EPSILON, 30);
  });

  it("refuses what is not a number", () => {
    expect(() => integrate(() => Number.NaN, 0, 1)).toThrow(/finite, got NaN/);
    expect(() => integrate(() => Infinity, 0, 1)).toThrow(RangeError);
    expect(() => integrate(Math.exp, Number.NaN, 1)).toThrow(RangeError);
    expect(() => integrate(Math.exp, 0, 1, { relativeTolerance: -1 })).toThrow(/relativeTolerance/);
    expect(() => integrate(Math.exp, 0, 1, { absoluteTolerance: Number.NaN })).toThrow(/absoluteTolerance/);
    expect(() => integrate(Math.exp, 0, Infinity, { scale: 0 })).toThrow(/scale/);
    expect(() => integrate(Math.exp, 0, Infinity, { center: Infinity })).toThrow(/center/);
    expect(() => integrate(Math.exp, 0, 1, { splitAt: [Number.NaN] })).toThrow(/splitAt/);
    expect(() => integrate(Math.exp, 0, 1, { maxPanels: 0 })).toThrow(/maxPanels/);
  });
});

describe("integrateVector", () => {
  const moments = (x: number, out: Float64Array): void => {
    const density = normalDensity(x - 1);
    out[0] = density;
    out[1] = x * density;
    out[2] = x * x * density;
  };

  it("sums every function over the same panels", () => {
    const { values, errors, converged } = integrateVector(moments, 3, -Infinity, Infinity, {}, 3);
    expect(converged).toBe(true);
    expectRelative(values, [1, 1, 2], 1e-10);
    expect(errors.length).toBe(3);
  });

  it("holds only the first to the tolerance unless told otherwise", () => {
    const f = (x: number, out: Float64Array): void => {
      out[0] = 1;
      out[1] = Math.sqrt(x);
    };
    expect(integrateVector(f, 2, 0, 1).errors[1]).toBeGreaterThan(1e-5);
    expect(integrateVector(f, 2, 0, 1, {}, 2).errors[1]).toBeLessThan(1e-10);
  });

  it("refuses to control more functions than there are", () => {
    expect(() => integrateVector(moments, 3, 0, 1, {}, 4)).toThrow(/nControlled/);
    expect(() => integrateVector(moments, 3, 0, 1, {}, 0)).toThrow(/nControlled/);
  });
});
