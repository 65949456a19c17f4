import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { digamma } from "../../../../src/math/special/digamma.ts";
import { trigamma } from "../../../../src/math/special/trigamma.ts";
import { expectRelative } from "../../../helpers/closeness.ts";
import { derivative } from "../../../helpers/differences.ts";
import { highPrecision, numbers } from "./high-precision.ts";

const seed = 20_040_601;

describe("digamma", () => {
  it.each(highPrecision.digamma)("ψ(%s) = %s", (...row) => {
    const [x, expected] = numbers(row);
    if (x! > 0) expectRelative([digamma(x!)], [expected!], 1e-15);
    else expect(Math.abs(digamma(x!) - expected!)).toBeLessThan(2e-15 * Math.max(1, Math.abs(expected!)));
  });

  it("obeys ψ(x + 1) = ψ(x) + 1/x", () => {
    fc.assert(
      fc.property(fc.double({ min: -30, max: 30, noNaN: true }), (x) => {
        if (Math.abs(x - Math.round(x)) < 1e-3) return; // the rounding of x + 1 is magnified at the poles
        const [here, next] = [digamma(x), digamma(x + 1)];
        // x + 1 has an error of some ulps of x, which the slope magnifies.
        const allowed = 4e-15 * (1 + Math.abs(here) + Math.abs(1 / x)) + 4e-15 * trigamma(x);
        expect(Math.abs(next - here - 1 / x)).toBeLessThan(allowed);
      }),
      { seed },
    );
  });

  it.each([0, -0, -1, -3, Number.NaN, -Infinity])("refuses %s", (x) => {
    expect(() => digamma(x)).toThrow(`digamma needs x that is not 0, -1, -2, …, got ${x}`);
  });

  it("grows without end", () => {
    expect([digamma(Infinity), digamma(1e300)]).toEqual([Infinity, Math.log(1e300)]);
  });
});

describe("trigamma", () => {
  it.each(highPrecision.trigamma)("ψ′(%s) = %s", (...row) => {
    const [x, expected] = numbers(row);
    expectRelative([trigamma(x!)], [expected!], 1e-15);
  });

  it("is the slope of digamma", () => {
    for (const x of [0.3, 1, 1.46, 2.49, 7, 9.99, 40]) {
      // Values of the size of 1 to 1e-15, over a step of .01 x halved three times.
      expect(Math.abs(derivative(digamma, x, 0.01 * x) - trigamma(x))).toBeLessThan(1e-10 * trigamma(x));
    }
  });

  it("is infinite at its poles and 0 at infinity", () => {
    expect([0, -0, -1, -5, Infinity].map(trigamma)).toEqual([Infinity, Infinity, Infinity, Infinity, 0]);
    for (const x of [Number.NaN, -Infinity])
      expect(() => trigamma(x)).toThrow(`trigamma needs x > -Infinity, got ${x}`);
  });
});
