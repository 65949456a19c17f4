import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { normalDeviate, normalQuantile } from "../../../../src/math/special/normal-quantile.ts";
import { normalCdf, normalDensity } from "../../../../src/math/special/normal-tails.ts";
import { expectRelative, relativeError } from "../../../helpers/closeness.ts";
import { highPrecision, numbers } from "./high-precision.ts";

const seed = 20_040_601;

describe("normalQuantile", () => {
  it("undoes the distribution function", () => {
    fc.assert(
      fc.property(fc.double({ min: -37, max: 8, noNaN: true }), (x) => {
        const p = normalCdf(x);
        // An error of an ulp in p moves x by ulp × p/φ(x); towards 1 it is an ulp of 1.
        const allowed = 8 * Number.EPSILON * (Math.max(1, Math.abs(x)) + Math.max(p, 0) / normalDensity(x));
        return Math.abs(normalQuantile(p) - x) <= allowed;
      }),
      { seed },
    );
  });

  it("is undone by the distribution function down to the smallest probabilities", () => {
    fc.assert(
      fc.property(fc.double({ min: -690, max: -0.694, noNaN: true }), (logP) => {
        // x² ulps of relative error: the tail's own sensitivity to x.
        const x = normalQuantile(Math.exp(logP));
        return relativeError(normalCdf(x), Math.exp(logP)) <= 4 * Number.EPSILON * (4 + x * x);
      }),
      { seed },
    );
  });

  it.each(highPrecision.normalQuantile)("at %s is %s", (...row) => {
    const [p, expected] = numbers(row);
    expectRelative([normalQuantile(p!)], [expected!], 1e-15);
  });

  it("is 0 in the middle, and odd", () => {
    expect(normalQuantile(0.5)).toBe(0);
    expect(normalQuantile(0.25)).toBe(-normalQuantile(0.75));
  });

  it("gives infinities at 0 and 1", () => {
    expect([0, -0, 1].map(normalQuantile)).toEqual([-Infinity, -Infinity, Infinity]);
  });

  it.each([Number.NaN, -1e-300, 1.0000001, Infinity, -Infinity, 95])("refuses the probability %s", (p) => {
    expect(() => normalQuantile(p)).toThrow(RangeError);
    expect(() => normalQuantile(p)).toThrow(`A probability must lie in [0, 1], got ${p}`);
  });

  it("meets itself where one approximation hands over to the next", () => {
    for (const border of [0.075, 0.925, Math.exp(-25)]) {
      const [below, above] = [-1, 1].map((sign) => normalQuantile(border * (1 + sign * 2e-16)));
      // The two points themselves are two ulps of p apart.
      const apart = (4e-16 * border) / (normalDensity(below!) * Math.abs(below!));
      expectRelative([above!], [below!], 1e-15 + apart);
    }
  });
});

describe("normalDeviate", () => {
  it("is the quantile of either tail", () => {
    for (const p of [1e-300, 1e-12, 0.01, 0.3, 0.5, 0.93, 0.9999]) {
      expect(normalDeviate(p, false)).toBe(normalQuantile(p));
      expect(-normalDeviate(p, true)).toBe(normalQuantile(p));
    }
  });
});
