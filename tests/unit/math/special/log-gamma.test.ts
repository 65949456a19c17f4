import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { logGamma, logGammaOnePlus } from "../../../../src/math/special/log-gamma.ts";
import { expectRelative } from "../../../helpers/closeness.ts";
import { highPrecision, numbers } from "./high-precision.ts";

const seed = 20_040_601;

describe("logGamma", () => {
  it.each(highPrecision.logGamma)("ln |Γ(%s)| = %s", (...row) => {
    const [x, expected] = numbers(row);
    // Near the zeros 1 and 2 too; for negative x relative to the larger of 1 and the result.
    if (x! > 0) expectRelative([logGamma(x!)], [expected!], 1e-15);
    else expect(Math.abs(logGamma(x!) - expected!)).toBeLessThan(1e-15 * Math.max(1, Math.abs(expected!)));
  });

  it("is exactly 0 at 1 and 2 and gives back factorials", () => {
    expect([logGamma(1), logGamma(2)]).toEqual([0, 0]);
    let factorial = 1;
    for (let n = 2; n < 170; n++) {
      factorial *= n;
      expectRelative([logGamma(n + 1)], [Math.log(factorial)], 1e-15);
    }
  });

  it("doubles its argument by Legendre's formula", () => {
    fc.assert(
      fc.property(fc.double({ min: 1e-3, max: 1e6, noNaN: true }), (x) => {
        const doubled = logGamma(x) + logGamma(x + 0.5) + (2 * x - 1) * Math.LN2 - 0.5 * Math.log(Math.PI);
        // A few ulps of the largest term.
        const scale = Math.abs(logGamma(2 * x)) + 2 * x + 1;
        return Math.abs(doubled - logGamma(2 * x)) < 4 * Number.EPSILON * scale;
      }),
      { seed },
    );
  });

  it("meets itself where one method hands over to the next", () => {
    for (const border of [-0.5, 0.5, 1.5, 2.5, 3.5, 10]) {
      const [below, above] = [-1, 1].map((sign) => logGamma(border + sign * 4e-16 * Math.abs(border)));
      expect(Math.abs(above! - below!)).toBeLessThan(4e-15 * Math.max(1, Math.abs(below!)));
    }
    expectRelative([logGamma(1e306 * (1 + 1e-15))], [logGamma(1e306)], 2e-15);
  });

  it("is infinite at its poles and ends, and refuses what is not a number", () => {
    const ends = [0, -0, -1, -7, -1e300, 1.7e308, Infinity, -Infinity];
    expect(ends.map(logGamma)).toEqual(ends.map(() => Infinity));
    expect(() => logGamma(Number.NaN)).toThrow("logGamma needs a number, got NaN");
  });
});

describe("logGammaOnePlus", () => {
  it("keeps the digits of 1 + z for small z", () => {
    // −γz + π²z²/12 − …
    expectRelative([logGammaOnePlus(1e-20)], [-5.772156649015329e-21], 1e-15);
    expectRelative([logGammaOnePlus(-1e-20)], [5.772156649015329e-21], 1e-15);
    expect([logGammaOnePlus(0), logGammaOnePlus(1)]).toEqual([0, 0]);
  });

  it("is logGamma where 1 + z is exact", () => {
    for (const z of [-0.5, -0.25, 0.125, 0.5, 0.75, 1.25, 1.5])
      expectRelative([logGammaOnePlus(z)], [logGamma(1 + z)], 1e-15);
  });
});
