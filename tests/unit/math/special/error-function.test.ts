import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { erf, erfc, erfcx } from "../../../../src/math/special/error-function.ts";
import { erfcinv, erfinv } from "../../../../src/math/special/inverse-error-function.ts";
import { normalDeviate, normalQuantile } from "../../../../src/math/special/normal-quantile.ts";
import { expectRelative, relativeError } from "../../../helpers/closeness.ts";
import { numbers } from "../high-precision.ts";
import { specialValues } from "./special-values.ts";

const seed = 20_040_601;

describe("the error functions", () => {
  for (const [name, f] of Object.entries({ erf, erfc, erfcx, erfinv, erfcinv })) {
    it.each(specialValues[name as "erf"])(`${name}(%s) = %s`, (...row) => {
      const [x, expected] = numbers(row);
      // AS 241 is good to 1e-16 of the deviate; its rounding adds an ulp or two.
      expectRelative([f(x!)], [expected!], 1.5e-15);
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
      fc.property(fc.double({ min: -37, max: -1e-9, noNaN: true }), (log) => {
        const p = Math.exp(log);
        expect(relativeError(erf(erfinv(p)), p)).toBeLessThan(4e-15);
        // The tail multiplies a relative error of y by 2y².
        expect(relativeError(erfc(erfcinv(p)), p)).toBeLessThan(1e-15 * (4 + 2 * erfcinv(p) ** 2));
      }),
      { seed },
    );
  });

  it("take infinities and signed zeros", () => {
    expect([-Infinity, Infinity].map(erf)).toEqual([-1, 1]);
    expect([-Infinity, Infinity].map(erfc)).toEqual([2, 0]);
    expect([-Infinity, Infinity].map(erfcx)).toEqual([Infinity, 0]);
    expect([-1, 1].map(erfinv)).toEqual([-Infinity, Infinity]);
    expect([0, 1, 2].map(erfcinv)).toEqual([Infinity, -0, -Infinity]);
    expect([erf(0), erf(-0), erfinv(-0), erfc(0)]).toEqual([0, -0, -0, 1]);
  });

  it("refuse what is not a number or not in the domain, by name", () => {
    expect(() => erf(Number.NaN)).toThrow("erf needs a number, got NaN");
    expect(() => erfc(Number.NaN)).toThrow("erfc needs a number, got NaN");
    expect(() => erfcx(Number.NaN)).toThrow("erfcx needs a number, got NaN");
    expect(() => erfinv(1.5)).toThrow("erfinv needs x in [-1, 1], got 1.5");
    expect(() => erfcinv(-0.1)).toThrow("erfcinv needs x in [0, 2], got -0.1");
  });

  it("share AS 241 with the normal quantile", () => {
    for (const p of [1e-300, 1e-12, 0.01, 0.074, 0.076, 0.3, 0.5, 0.7, 0.93, 0.9999]) {
      expectRelative(
        [normalDeviate(p, false), -normalDeviate(p, true)],
        [normalQuantile(p), normalQuantile(p)],
        2e-15,
      );
    }
  });
});
