import fc from "fast-check";
import { describe, expect, it } from "vitest";
import {
  normalCdf,
  normalDensity,
  normalLogCdf,
  normalSurvival,
} from "../../../../src/math/special/normal-tails.ts";
import { expectRelative } from "../../../helpers/closeness.ts";
import { derivative } from "../../../helpers/differences.ts";
import { highPrecision, numbers } from "./high-precision.ts";

const seed = 20_040_601;
const anyReal = fc.double({ min: -40, max: 40, noNaN: true });

describe("the normal distribution", () => {
  it("has a lower and an upper tail that add to 1", () => {
    fc.assert(
      fc.property(anyReal, (x) => Math.abs(normalCdf(x) + normalSurvival(x) - 1) <= 2 * Number.EPSILON),
      { seed },
    );
  });

  it("mirrors one tail in the other, bit for bit", () => {
    fc.assert(
      fc.property(anyReal, (x) => normalCdf(x) === normalSurvival(-x)),
      { seed },
    );
  });

  it("never decreases", () => {
    fc.assert(
      // Near 0 the two approximations meet within an ulp or two of ½.
      fc.property(anyReal, anyReal, (a, b) => normalCdf(Math.min(a, b)) <= normalCdf(Math.max(a, b)) + 3e-16),
      { seed },
    );
  });

  it.each(highPrecision.normalSurvival)("P(Z > %s) = %s", (...row) => {
    const [x, expected] = numbers(row);
    expectRelative([normalSurvival(x!)], [expected!], 1e-15);
  });

  it.each(highPrecision.normalLogCdf)("ln P(Z ≤ %s) = %s", (...row) => {
    const [x, expected] = numbers(row);
    expectRelative([normalLogCdf(x!)], [expected!], 1e-15);
  });

  it("has the density as the slope of its distribution function", () => {
    for (const x of [-4, -1.3, -0.67449, 0, 0.2, 0.67449, 2, 6]) {
      // Differences of numbers near ½ lose 13 of 16 digits at a step of .01 halved three times.
      expect(Math.abs(derivative(normalCdf, x) - normalDensity(x))).toBeLessThan(1e-12);
    }
  });

  it("takes infinities and signed zeros", () => {
    expect([normalCdf(-Infinity), normalCdf(Infinity), normalSurvival(Infinity)]).toEqual([0, 1, 0]);
    expect([normalLogCdf(-Infinity), normalLogCdf(Infinity)]).toEqual([-Infinity, -0]);
    expect([normalDensity(-Infinity), normalDensity(Infinity)]).toEqual([0, 0]);
    expect([normalCdf(0), normalCdf(-0)]).toEqual([0.5, 0.5]);
  });

  it("gives not-a-number for not-a-number", () => {
    const functions = [normalCdf, normalSurvival, normalLogCdf, normalDensity];
    expect(functions.map((f) => f(Number.NaN))).toEqual([Number.NaN, Number.NaN, Number.NaN, Number.NaN]);
  });

  it("keeps the logarithm of the tail finite where the tail itself is 0", () => {
    expect(normalCdf(-40)).toBeLessThan(1e-300);
    expect(normalLogCdf(-1e6)).toBe(-0.5e12 - 0.9189385332046727 - Math.log(1e6));
    expect(Number.isFinite(normalLogCdf(-1e150))).toBe(true);
  });
});
