import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { studentT } from "../../../../src/math/distributions/student-t.ts";
import { normalQuantile } from "../../../../src/math/special/normal-quantile.ts";
import { normalSurvival } from "../../../../src/math/special/normal-tails.ts";
import { expectRelative, relativeError } from "../../../helpers/closeness.ts";
import { highPrecision, numbers, tailTolerance } from "../special/high-precision.ts";
import { expectClosedForm } from "./closed-form.ts";

const { cdf, survival, quantile } = studentT;
const seed = 20_040_601;
const anyT = fc.double({ min: -50, max: 50, noNaN: true });
const anyDegrees = fc.double({ min: 0.5, max: 200, noNaN: true });

describe("Student's t distribution", () => {
  it.each(highPrecision.studentT)("with %s degrees of freedom P(T ≤ %s) = %s, its logarithm %s", (...row) => {
    const [degrees, t, tail, log] = numbers(row);
    expectRelative([cdf(t!, degrees!)], [tail!], tailTolerance(tail!));
    expectRelative([survival(-t!, degrees!)], [tail!], tailTolerance(tail!));
    expectRelative([studentT.logCdf(t!, degrees!)], [log!], 4e-15);
  });

  it("is Cauchy's law with one degree of freedom", () => {
    expectClosedForm(studentT, {
      parameters: [1],
      points: [-1e100, -20, -1, -1e-9, 0.3, 2, 1e8],
      cdf: (t) => (t < 0 ? Math.atan(-1 / t) / Math.PI : 0.5 + Math.atan(t) / Math.PI),
      survival: (t) => (t > 0 ? Math.atan(1 / t) / Math.PI : 0.5 - Math.atan(t) / Math.PI),
      density: (t) => 1 / (Math.PI * (1 + t * t)),
    });
  });

  it("is algebraic with two degrees of freedom", () => {
    // The smaller tail without cancellation: 1/(r (r + |t|)) with r = √(2 + t²).
    const tail = (t: number): number => 1 / (Math.hypot(Math.SQRT2, t) * (Math.hypot(Math.SQRT2, t) + t));
    expectClosedForm(studentT, {
      parameters: [2],
      points: [-1e70, -20, -1, -1e-9, 0.3, 2, 1e8],
      cdf: (t) => (t < 0 ? tail(-t) : 1 - tail(t)),
      survival: (t) => (t > 0 ? tail(t) : 1 - tail(-t)),
      density: (t) => Math.hypot(Math.SQRT2, t) ** -3,
    });
  });

  it("has tails that add to 1 and mirror each other", () => {
    fc.assert(
      fc.property(anyT, anyDegrees, (t, degrees) => {
        expect(cdf(t, degrees)).toBe(survival(-t, degrees));
        expect(Math.abs(cdf(t, degrees) + survival(t, degrees) - 1)).toBeLessThan(4e-16);
      }),
      { seed },
    );
  });

  it("comes near the normal as the degrees of freedom grow, by t(t² + 1)φ(t)/(4 df)", () => {
    const degrees = 1e5;
    for (const t of [0.5, 1, 2.5]) {
      const gap = ((t ** 3 + t) * Math.exp(-0.5 * t * t)) / Math.sqrt(2 * Math.PI) / (4 * degrees);
      // The next term is of order 1/df².
      expect(Math.abs(survival(t, degrees) - normalSurvival(t) - gap)).toBeLessThan(1e-9);
    }
  });

  it("is the normal with infinitely many degrees of freedom", () => {
    expectRelative([survival(1.5, Infinity)], [normalSurvival(1.5)], 1e-15);
    expectRelative([quantile(0.975, Infinity)], [normalQuantile(0.975)], 1e-15);
  });

  it("takes infinities and signed zeros", () => {
    expect([survival(Infinity, 3), survival(-Infinity, 3)]).toEqual([0, 1]);
    expect([survival(0, 3), survival(-0, 3)]).toEqual([0.5, 0.5]);
  });

  it("keeps its tail where t² overflows", () => {
    // 1/(π t) with one degree of freedom, 1/(2 t²) with two.
    expectRelative([survival(1e200, 1)], [1 / (Math.PI * 1e200)], 1e-13);
    expectRelative([survival(1e120, 2)], [0.5e-240], 1e-13);
    expectRelative([quantile(1e-180, 1)], [-1e180 / Math.PI], 1e-12);
    // Nearly ln ½ even there, by mpmath 1.3.0 with 40 digits.
    expectRelative([studentT.logSurvival(1.7e308, 1e-10)], [-0.69314725275323626], 1e-15);
  });

  it.each([0, -1, Number.NaN, -Infinity])("refuses %s degrees of freedom", (degrees) => {
    for (const f of [cdf, survival]) expect(() => f(1, degrees)).toThrow(RangeError);
    expect(() => quantile(0.9, degrees)).toThrow(RangeError);
  });
});

describe("the quantile of Student's t", () => {
  it("undoes the distribution function", () => {
    const probability = fc.double({ min: 1e-12, max: 1 - 1e-12, noNaN: true });
    fc.assert(
      fc.property(probability, anyDegrees, (p, degrees) => {
        const t = quantile(p, degrees);
        // A relative error in t is magnified by df at the most, in the far tail.
        const tail = p < 0.5 ? cdf(t, degrees) : survival(t, degrees);
        expect(relativeError(tail, Math.min(p, 1 - p))).toBeLessThan(1e-12);
      }),
      { seed },
    );
  });

  it("is 0 in the middle, infinite at the ends, and odd", () => {
    expect(Math.abs(quantile(0.5, 4))).toBe(0);
    expect([quantile(0, 4), quantile(1, 4)]).toEqual([-Infinity, Infinity]);
    expect(quantile(0.25, 4)).toBe(-quantile(0.75, 4));
  });

  it("is infinite where it exceeds every double, never not-a-number", () => {
    // With .01 degrees of freedom the tail is c·t^(−.01): 1e-10 is reached near 1e1000.
    expect(quantile(1e-10, 0.01)).toBe(-Infinity);
  });

  it.each([Number.NaN, -0.1, 1.1, Infinity])("refuses the probability %s", (p) => {
    expect(() => quantile(p, 3)).toThrow(RangeError);
  });
});
