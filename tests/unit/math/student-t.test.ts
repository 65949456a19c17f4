import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { normalQuantile, normalSurvival } from "../../../src/math/normal.ts";
import { studentTCdf, studentTQuantile, studentTSurvival } from "../../../src/math/student-t.ts";
import { expectRelative, relativeError } from "../../helpers/closeness.ts";
import { highPrecision, numbers } from "./high-precision.ts";

const seed = 20_040_601;
const anyT = fc.double({ min: -50, max: 50, noNaN: true });
const anyDegrees = fc.double({ min: 0.5, max: 200, noNaN: true });

describe("Student's t distribution", () => {
  it.each(highPrecision.studentTSurvival)("P(T > %s) with %s degrees of freedom = %s", (...row) => {
    const [t, degrees, expected] = numbers(row);
    // df/(df + t²) and its half power: df/2 ulps of the exponent, 1e-13 asked of the body elsewhere.
    expectRelative([studentTSurvival(t!, degrees!)], [expected!], 1e-13);
  });

  it("has the arc tangent as its distribution function with one degree of freedom", () => {
    for (const t of [-20, -1, 0, 0.3, 2, 1000]) {
      expect(Math.abs(studentTCdf(t, 1) - (0.5 + Math.atan(t) / Math.PI))).toBeLessThan(4e-16);
    }
  });

  it("has tails that add to 1 and mirror each other", () => {
    fc.assert(
      fc.property(anyT, anyDegrees, (t, degrees) => {
        expect(studentTCdf(t, degrees)).toBe(studentTSurvival(-t, degrees));
        expect(Math.abs(studentTCdf(t, degrees) + studentTSurvival(t, degrees) - 1)).toBeLessThan(4e-16);
      }),
      { seed },
    );
  });

  it("comes near the normal as the degrees of freedom grow, by t(t² + 1)φ(t)/(4 df)", () => {
    const degrees = 1e5;
    for (const t of [0.5, 1, 2.5]) {
      const gap = ((t ** 3 + t) * Math.exp(-0.5 * t * t)) / Math.sqrt(2 * Math.PI) / (4 * degrees);
      // The next term is of order 1/df².
      expect(Math.abs(studentTSurvival(t, degrees) - normalSurvival(t) - gap)).toBeLessThan(1e-9);
    }
  });

  it("is the normal with infinitely many degrees of freedom", () => {
    expect(studentTSurvival(1.5, Infinity)).toBe(normalSurvival(1.5));
    expect(studentTQuantile(0.975, Infinity)).toBe(normalQuantile(0.975));
    expect(studentTSurvival(-1.5, Infinity)).toBe(1 - normalSurvival(1.5));
  });

  it("takes infinities, signed zeros and not-a-number", () => {
    expect([studentTSurvival(Infinity, 3), studentTSurvival(-Infinity, 3)]).toEqual([0, 1]);
    expect([studentTSurvival(0, 3), studentTSurvival(-0, 3)]).toEqual([0.5, 0.5]);
    expect(studentTSurvival(Number.NaN, 3)).toBeNaN();
  });

  it("keeps its tail where t² overflows", () => {
    // 1/(π t) with one degree of freedom, 1/(2 t²) with two.
    expectRelative([studentTSurvival(1e200, 1)], [1 / (Math.PI * 1e200)], 1e-13);
    expectRelative([studentTSurvival(1e120, 2)], [0.5e-240], 1e-13);
    expectRelative([studentTQuantile(1e-180, 1)], [-1e180 / Math.PI], 1e-12);
  });

  it.each([0, -1, Number.NaN, -Infinity])("refuses %s degrees of freedom", (degrees) => {
    const message = `Degrees of freedom must be positive, got ${degrees}`;
    expect(() => studentTSurvival(1, degrees)).toThrow(new RangeError(message));
    expect(() => studentTCdf(1, degrees)).toThrow(new RangeError(message));
    expect(() => studentTQuantile(0.9, degrees)).toThrow(new RangeError(message));
  });
});

describe("studentTQuantile", () => {
  it("undoes the distribution function", () => {
    const probability = fc.double({ min: 1e-12, max: 1 - 1e-12, noNaN: true });
    fc.assert(
      fc.property(probability, anyDegrees, (p, degrees) => {
        const t = studentTQuantile(p, degrees);
        // The root is known to 4 ulp of sinh⁻¹ t, which the tail magnifies by df at the most.
        const tail = p < 0.5 ? studentTCdf(t, degrees) : studentTSurvival(t, degrees);
        expect(relativeError(tail, Math.min(p, 1 - p))).toBeLessThan(1e-12);
      }),
      { seed },
    );
  });

  it("is the closed form with one and with two degrees of freedom", () => {
    for (const p of [0.01, 0.3, 0.75, 0.999]) {
      expectRelative([studentTQuantile(p, 1)], [Math.tan(Math.PI * (p - 0.5))], 1e-13);
      expectRelative([studentTQuantile(p, 2)], [(2 * p - 1) / Math.sqrt(2 * p * (1 - p))], 1e-13);
    }
  });

  it("is 0 in the middle, infinite at the ends, and odd", () => {
    expect(studentTQuantile(0.5, 4)).toBe(0);
    expect([studentTQuantile(0, 4), studentTQuantile(1, 4)]).toEqual([-Infinity, Infinity]);
    expect(studentTQuantile(0.25, 4)).toBe(-studentTQuantile(0.75, 4));
  });

  it("is infinite where it exceeds every double, never not-a-number", () => {
    // With .01 degrees of freedom the tail is c·t^(−.01): 1e-10 is reached near 1e1000.
    expect(studentTQuantile(1e-10, 0.01)).toBe(-Infinity);
  });

  it.each([Number.NaN, -0.1, 1.1, Infinity])("refuses the probability %s", (p) => {
    expect(() => studentTQuantile(p, 3)).toThrow(
      new RangeError(`A probability must lie in [0, 1], got ${p}`),
    );
  });
});
