import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { findRoot } from "../../../../src/math/optimize/find-root.ts";

const seed = 20_040_601;

/** The function, and how often it was called. */
function counted(f: (x: number) => number): { f: (x: number) => number; calls: () => number } {
  let calls = 0;
  return {
    f: (x) => {
      calls++;
      return f(x);
    },
    calls: () => calls,
  };
}

describe("findRoot", () => {
  it("finds √2 to the last bit or the one beside it", () => {
    expect(Math.abs(findRoot((x) => x * x - 2, 0, 2)! - Math.SQRT2)).toBeLessThan(3e-16);
  });

  it("finds the root whichever end comes first, and whichever way the function goes", () => {
    const cube = (x: number): number => x ** 3 - 5;
    const root = 5 ** (1 / 3);
    for (const found of [findRoot(cube, 0, 4), findRoot(cube, 4, 0), findRoot((x) => -cube(x), 0, 4)]) {
      // 4 ulp of the root on either side of the bracket.
      expect(Math.abs(found! - root)).toBeLessThan(2e-15);
    }
  });

  it.each([
    ["a line", (x: number) => 3 * x - 1, -10, 10, 1 / 3],
    ["an exponential", (x: number) => Math.exp(x) - 1e-3, -50, 5, Math.log(1e-3)],
    ["a cosine", Math.cos, 1, 2, Math.PI / 2],
    ["a root at the edge of a plateau", (x: number) => Math.tanh(50 * (x - 0.9)), 0, 1, 0.9],
    ["an arc tangent far off", (x: number) => Math.atan(x - 1e6), -1e9, 1e9, 1e6],
  ])("finds the root of %s in fewer than 60 calls", (_, f, a, b, root) => {
    const { f: watched, calls } = counted(f);
    expect(Math.abs(findRoot(watched, a, b)! - root)).toBeLessThan(4e-15 * Math.max(1, Math.abs(root)));
    expect(calls()).toBeLessThan(60);
  });

  it("finds a root of odd multiplicity, where the secant is slow", () => {
    // x⁹ underflows to the size of rounding error near 0: any |x| < 1e-30 or so is a root in doubles.
    expect(Math.abs(findRoot((x) => x ** 9, -1, 4)!)).toBeLessThan(1e-10);
  });

  it("never leaves its bracket and ends where the sign changes", () => {
    const root = fc.double({ min: -5, max: 5, noNaN: true });
    const power = fc.constantFrom(1, 3, 5);
    fc.assert(
      fc.property(root, power, (r, k) => {
        const seen: number[] = [];
        const f = (x: number): number => {
          seen.push(x);
          return (x - r) ** k + 0.1 * (x - r);
        };
        const found = findRoot(f, -6, 6)!;
        expect(Math.min(...seen)).toBeGreaterThanOrEqual(-6);
        expect(Math.max(...seen)).toBeLessThanOrEqual(6);
        expect(Math.abs(found - r)).toBeLessThan(1e-14 * 6);
      }),
      { seed },
    );
  });

  it("stops within the tolerance it is given, with fewer calls", () => {
    const exact = counted((x) => Math.exp(x) - 7);
    const rough = counted((x) => Math.exp(x) - 7);
    findRoot(exact.f, 0, 10);
    expect(Math.abs(findRoot(rough.f, 0, 10, 1e-3)! - Math.log(7))).toBeLessThan(1e-3);
    expect(rough.calls()).toBeLessThan(exact.calls());
  });

  it("returns an end that is a root", () => {
    expect(findRoot((x) => x, 0, 1)).toBe(0);
    expect(findRoot((x) => x - 1, 0, 1)).toBe(1);
    expect(findRoot((x) => x, -0, 1)).toBe(-0);
  });

  it("finds where a function jumps across 0", () => {
    expect(findRoot((x) => (x < 0.3 ? -1 : 1), 0, 1)).toBeCloseTo(0.3, 14);
  });

  it("takes infinite values at the ends", () => {
    expect(findRoot((x) => Math.log(x), 0, 3)).toBeCloseTo(1, 14);
    expect(findRoot((x) => (x > 2 ? Infinity : x - 1), 0, 3)).toBeCloseTo(1, 14);
  });

  it.each([
    ["the ends have the same sign", (x: number) => x * x + 1, -1, 1],
    ["an end is not a number", () => Number.NaN, 0, 1],
    ["the function is not a number inside", (x: number) => (Math.abs(x) === 1 ? x : Number.NaN), -1, 1],
    ["both ends are the same point", (x: number) => x + 1, 2, 2],
  ])("returns null where %s", (_, f, a, b) => {
    expect(findRoot(f, a, b)).toBeNull();
  });
});
