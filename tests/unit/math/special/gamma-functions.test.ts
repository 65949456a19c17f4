import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { logBeta } from "../../../../src/math/special/beta-constants.ts";
import { digamma } from "../../../../src/math/special/digamma.ts";
import { logGamma, logGammaOnePlus } from "../../../../src/math/special/log-gamma.ts";
import { logGammaDifference } from "../../../../src/math/special/log-gamma-difference.ts";
import { stirlingError } from "../../../../src/math/special/stirling-error.ts";
import { trigamma } from "../../../../src/math/special/trigamma.ts";
import { expectRelative } from "../../../helpers/closeness.ts";
import { derivative } from "../../../helpers/differences.ts";
import { numbers } from "../high-precision.ts";
import { specialValues } from "./special-values.ts";

const seed = 20_040_601;
const positive = fc.double({ min: 1e-3, max: 1e6, noNaN: true });

describe("logGamma", () => {
  it.each(specialValues.logGamma)("ln |Γ(%s)| = %s", (...row) => {
    const [x, expected] = numbers(row);
    // Two ulps on the positive axis, near the zeros 1 and 2 too; on the negative axis two ulps of the larger of 1.
    if (x! > 0) expectRelative([logGamma(x!)], [expected!], 1e-15);
    else expect(Math.abs(logGamma(x!) - expected!)).toBeLessThan(1e-15 * Math.max(1, Math.abs(expected!)));
  });

  it("is exactly 0 at 1 and 2 and gives back factorials", () => {
    expect([logGamma(1), logGamma(2)]).toEqual([0, 0]);
    let factorial = 1;
    for (let n = 1; n < 170; n++) {
      factorial *= n;
      expectRelative([logGamma(n + 1) + 1], [Math.log(factorial) + 1], 1e-15);
    }
  });

  it("doubles its argument by Legendre's formula", () => {
    fc.assert(
      fc.property(positive, (x) => {
        const doubled = logGamma(x) + logGamma(x + 0.5) + (2 * x - 1) * Math.LN2 - 0.5 * Math.log(Math.PI);
        // A few ulps of the largest term.
        const scale = Math.abs(logGamma(2 * x)) + 2 * x + 1;
        return Math.abs(doubled - logGamma(2 * x)) < 4 * Number.EPSILON * scale;
      }),
      { seed },
    );
  });

  it("is infinite at its poles and ends, and refuses what is not a number", () => {
    expect([0, -1, -7, -1e300, Infinity, -Infinity].map(logGamma)).toEqual(Array(6).fill(Infinity));
    expect(() => logGamma(Number.NaN)).toThrow("logGamma needs a number, got NaN");
  });

  it("keeps the digits of 1 + z for small z", () => {
    expectRelative([logGammaOnePlus(1e-20)], [-5.772156649015329e-21], 1e-15);
    expectRelative([logGammaOnePlus(1 + 1e-20)], [0], 1e-15);
  });
});

describe("digamma", () => {
  it.each(specialValues.digamma)("ψ(%s) = %s", (...row) => {
    const [x, expected] = numbers(row);
    expectRelative([digamma(x!)], [expected!], x! > 0 ? 2e-15 : 1e-14);
  });

  it("is the derivative of logGamma", () => {
    for (const x of [0.3, 1, 1.46, 2.49, 2.51, 7, 9.99, 10.01, 400]) {
      expect(Math.abs(derivative(logGamma, x, 0.01 * x) - digamma(x))).toBeLessThan(1e-10 * Math.max(1, x));
    }
  });

  it.each([0, -1, -3, Number.NaN, -Infinity])("refuses %s", (x) => {
    expect(() => digamma(x)).toThrow(`digamma needs x that is not 0, -1, -2, …, got ${x}`);
  });

  it("grows without end", () => {
    expect(digamma(Infinity)).toBe(Infinity);
  });
});

describe("trigamma", () => {
  it.each(specialValues.trigamma)("ψ′(%s) = %s", (...row) => {
    const [x, expected] = numbers(row);
    expectRelative([trigamma(x!)], [expected!], 2e-15);
  });

  it("is infinite at its poles and 0 at infinity", () => {
    expect([0, -1, -5, Infinity].map(trigamma)).toEqual([Infinity, Infinity, Infinity, 0]);
    expect(() => trigamma(Number.NaN)).toThrow(RangeError);
    expect(() => trigamma(-Infinity)).toThrow(RangeError);
  });
});

describe("differences of ln Γ", () => {
  it.each(specialValues.logGammaDifference)("ln Γ(%s + %s) − ln Γ(a) = %s", (...row) => {
    const [a, b, expected] = numbers(row);
    const scale = b! * (1 + Math.abs(Math.log(a!)) + 1 / a!);
    expect(Math.abs(logGammaDifference(a!, b!) - expected!)).toBeLessThan(4e-16 * scale);
  });

  it.each(specialValues.stirlingError)("the error of Stirling's formula at %s is %s", (...row) => {
    const [x, expected] = numbers(row);
    const tabulated = x! >= 10 || Number.isInteger(2 * x!);
    expect(Math.abs(stirlingError(x!) - expected!)).toBeLessThan(tabulated ? 2e-17 : 2e-15);
  });

  it("give the beta function of whole numbers", () => {
    expectRelative(
      [logBeta(2, 3), logBeta(1, 1), logBeta(7, 0.5)],
      [-Math.log(12), 0, Math.log(2048 / 3003)],
      2e-15,
    );
    expect(() => logBeta(0, 1)).toThrow("logBeta needs a finite a > 0, got 0");
    expect(() => logBeta(1, Infinity)).toThrow("logBeta needs a finite b > 0, got Infinity");
  });
});
