import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { erf, erfc, erfcx } from "../../../../src/math/special/error-function.ts";
import { erfcinv, erfinv } from "../../../../src/math/special/inverse-error-function.ts";
import { expectRelative, relativeError } from "../../../helpers/closeness.ts";
import { highPrecision, numbers } from "./high-precision.ts";

const seed = 20_040_601;

describe("the error functions", () => {
  for (const [name, f] of Object.entries({ erf, erfc, erfcx, erfinv, erfcinv })) {
    it.each(highPrecision[name as "erf"])(`${name}(%s) = %s`, (...row) => {
      const [x, expected] = numbers(row);
      expectRelative([f(x!)], [expected!], 1e-15);
    });
  }

  it("complement each other and are odd", () => {
    fc.assert(
      fc.property(fc.double({ min: -8, max: 8, noNaN: true }), (x) => {
        expect(Math.abs(erf(x) + erfc(x) - 1)).toBeLessThan(4e-16);
        expect(erf(-x)).toBe(-erf(x));
        expect(Math.abs(erfc(x) + erfc(-x) - 2)).toBeLessThan(4e-16);
      }),
      { seed },
    );
  });

  it("are undone by their inverses", () => {
    fc.assert(
      fc.property(fc.double({ min: -690, max: -1e-9, noNaN: true }), (log) => {
        const p = Math.exp(log);
        expect(relativeError(erf(erfinv(p)), p)).toBeLessThan(4e-15);
        // The tail multiplies a relative error of y by 2y².
        expect(relativeError(erfc(erfcinv(p)), p)).toBeLessThan(1e-15 * (4 + 2 * erfcinv(p) ** 2));
      }),
      { seed },
    );
  });

  it("scale: erfcx is erfc without its exponential, and the reciprocal of x√π far out", () => {
    // Squares of sixteenths are exact, so that the exponential is.
    for (const x of [-5, -0.5, 0, 0.25, 0.5, 1, 3.5, 5.25]) {
      expectRelative([erfcx(x) * Math.exp(-x * x)], [erfc(x)], 2e-15);
    }
    expectRelative([erfcx(1e300)], [1e-300 / Math.sqrt(Math.PI)], 1e-15);
  });

  it("take infinities, signed zeros and points that underflow or overflow", () => {
    expect([-Infinity, Infinity].map(erf)).toEqual([-1, 1]);
    expect([-Infinity, -40, 40, Infinity].map(erfc)).toEqual([2, 2, 0, 0]);
    expect([-Infinity, -30, -26.7, Infinity].map(erfcx)).toEqual([Infinity, Infinity, Infinity, 0]);
    expect(erfcx(-26.6)).toBeLessThan(Infinity);
    expect([-1, 1].map(erfinv)).toEqual([-Infinity, Infinity]);
    expect([0, 1, 2].map(erfcinv)).toEqual([Infinity, 0, -Infinity]);
    expect([erf(0), erf(-0), erfinv(-0), erfc(0)]).toEqual([0, -0, -0, 1]);
  });

  it("refuse what is not a number or not in the domain, by name", () => {
    for (const [name, f] of Object.entries({ erf, erfc, erfcx })) {
      expect(() => f(Number.NaN)).toThrow(`${name} needs a number, got NaN`);
    }
    for (const x of [-1.5, 1.5, Number.NaN, Infinity])
      expect(() => erfinv(x)).toThrow(`erfinv needs x in [-1, 1], got ${x}`);
    for (const x of [-0.1, 2.1, Number.NaN, -Infinity])
      expect(() => erfcinv(x)).toThrow(`erfcinv needs x in [0, 2], got ${x}`);
  });
});
