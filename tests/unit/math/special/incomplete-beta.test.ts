import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { incompleteBeta } from "../../../../src/math/special/incomplete-beta.ts";
import { expectRelative } from "../../../helpers/closeness.ts";
import { highPrecision, numbers } from "../high-precision.ts";

const seed = 20_040_601;
const shape = fc.double({ min: 0.05, max: 60, noNaN: true });
const inside = fc.double({ min: 1e-6, max: 1 - 1e-6, noNaN: true });

/** P(X ≥ a) for X binomial(n, x), which is I_x(a, n − a + 1): a plain sum. */
function binomialTail(a: number, n: number, x: number): number {
  let sum = 0;
  let choose = 1;
  for (let k = 0; k <= n; k++) {
    if (k >= a) sum += choose * x ** k * (1 - x) ** (n - k);
    choose *= (n - k) / (k + 1);
  }
  return sum;
}

describe("incompleteBeta", () => {
  it.each(highPrecision.incompleteBeta)("I(a = %s, b = %s) at x = %s is %s, its complement %s", (...row) => {
    const [a, b, x, lower, upper] = numbers(row);
    const tails = incompleteBeta(a!, b!, x!, 1 - x!);
    // The smaller tail has its own relative accuracy, the other the absolute accuracy of 1; 1e-13 allows for the
    // deviance of parameters of 1e5.
    expectRelative([tails.lower, tails.upper], [lower!, upper!], 1e-13);
  });

  it("agrees with a plain sum of binomial terms", () => {
    for (const [a, n, x] of [
      [1, 4, 0.3],
      [3, 7, 0.5],
      [5, 5, 0.9],
      [18, 22, 0.8],
    ] as const) {
      expectRelative([incompleteBeta(a, n - a + 1, x, 1 - x).lower], [binomialTail(a, n, x)], 1e-13);
    }
  });

  it("has tails that add to 1 and swap with the parameters", () => {
    fc.assert(
      fc.property(shape, shape, inside, (a, b, x) => {
        const here = incompleteBeta(a, b, x, 1 - x);
        const there = incompleteBeta(b, a, 1 - x, x);
        expect(Math.abs(here.lower + here.upper - 1)).toBeLessThan(4e-16);
        // 1 − x is rounded; which of the two is taken to be exact may differ.
        expect(Math.abs(here.lower - there.upper)).toBeLessThan(1e-13);
      }),
      { seed },
    );
  });

  it("obeys I(a, b) = I(a + 1, b) + x^a y^b / (a B(a, b)) along whole parameters", () => {
    // B(3, 4) = 2!·3!/6! = 1/60.
    const [x, y] = [0.35, 0.65];
    const step = (x ** 3 * y ** 4 * 60) / 3;
    expectRelative([incompleteBeta(3, 4, x, y).lower - incompleteBeta(4, 4, x, y).lower], [step], 1e-14);
  });

  it("is 0 and 1 at the ends", () => {
    expect(incompleteBeta(2, 3, 0)).toEqual({ lower: 0, upper: 1 });
    expect(incompleteBeta(2, 3, -0)).toEqual({ lower: 0, upper: 1 });
    expect(incompleteBeta(2, 3, 1)).toEqual({ lower: 1, upper: 0 });
    expect(incompleteBeta(2, 3, 1, 1e-20).upper).toBeLessThan(1e-57);
  });

  it.each([
    [0, 1],
    [1, 0],
    [-1, 1],
    [Number.NaN, 1],
    [1, Number.NaN],
  ])("refuses the parameters %s and %s", (a, b) => {
    expect(() => incompleteBeta(a, b, 0.5)).toThrow(RangeError);
  });

  it.each([-0.1, 1.1, Number.NaN, Infinity])("refuses x = %s", (x) => {
    expect(() => incompleteBeta(1, 1, x)).toThrow(RangeError);
  });
});
