import { describe, expect, it } from "vitest";
import { logBeta } from "../../../../src/math/special/beta-constants.ts";
import { logGammaDifference } from "../../../../src/math/special/log-gamma-difference.ts";
import { expectRelative } from "../../../helpers/closeness.ts";
import { highPrecision, numbers } from "./high-precision.ts";

describe("logGammaDifference", () => {
  it.each(highPrecision.logGammaDifference)("ln Γ(%s + %s) − ln Γ(a) = %s", (...row) => {
    const [a, b, expected] = numbers(row);
    const scale = b! * (1 + Math.abs(Math.log(a!)) + 1 / a!);
    expect(Math.abs(logGammaDifference(a!, b!) - expected!)).toBeLessThan(4e-16 * scale);
  });

  it("is ln a for a whole step", () => {
    for (const a of [1e-300, 1e-5, 0.7, 9.5, 10, 1e8, 1e300])
      expect(Math.abs(logGammaDifference(a, 1) - Math.log(a))).toBeLessThan(
        1e-15 * (1 + Math.abs(Math.log(a))),
      );
  });
});

describe("logBeta", () => {
  it.each(highPrecision.logBeta)("ln B(%s, %s) = %s", (...row) => {
    const [a, b, expected] = numbers(row);
    expect(Math.abs(logBeta(a!, b!) - expected!)).toBeLessThan(4e-15 * (1 + Math.abs(expected!)));
  });

  it("is known for whole parameters, and symmetric", () => {
    expectRelative([logBeta(2, 3), logBeta(7, 0.5)], [-Math.log(12), Math.log(2048 / 3003)], 1e-15);
    for (const [a, b] of [
      [0.3, 40],
      [1, 1e-10],
      [2.5, 1e6],
    ] as const) {
      // biome-ignore format: a table
      expectRelative([logBeta(a, b)], [logBeta(b, a)], 1e-15);
    }
  });

  it.each([0, -1, Number.NaN, Infinity])("refuses the parameter %s by name", (bad) => {
    expect(() => logBeta(bad, 1)).toThrow(`logBeta needs a finite a > 0, got ${bad}`);
    expect(() => logBeta(1, bad)).toThrow(`logBeta needs a finite b > 0, got ${bad}`);
  });
});
