import { describe, expect, it } from "vitest";
import {
  CENTRAL,
  centralNormal,
  INVERSE_SQRT_2PI,
  LOG_SQRT_2PI,
  millsRatio,
} from "../../../../src/math/special/mills-ratio.ts";
import { normalDensity, normalSurvival } from "../../../../src/math/special/normal-tails.ts";
import { expectRelative } from "../../../helpers/closeness.ts";
import { derivative } from "../../../helpers/differences.ts";
import { highPrecision, numbers } from "./high-precision.ts";

describe("millsRatio", () => {
  it.each(highPrecision.millsRatio)("m(%s) = %s", (...row) => {
    const [x, expected] = numbers(row);
    expectRelative([millsRatio(x!)], [expected!], 1e-15);
  });

  it("obeys m′ = x·m − 1", () => {
    for (const x of [0.1, 0.5, 0.9, 2, 5, 9, 30]) {
      // Both sides are near −1/x² and lose the digits of 1; the difference loses three more.
      expect(Math.abs(derivative(millsRatio, x) - (x * millsRatio(x) - 1))).toBeLessThan(1e-12);
    }
  });

  it("passes from one approximation to the next without a step", () => {
    for (const border of [CENTRAL, 5.656854249492381]) {
      const below = millsRatio(border * (1 - Number.EPSILON));
      expectRelative([millsRatio(border * (1 + Number.EPSILON))], [below], 2e-15);
    }
  });

  it("is the tail over the density", () => {
    for (const x of [0, 0.3, 1, 4, 8, 20]) {
      // The density's own rounding error is an ulp or two.
      expectRelative([millsRatio(x) * normalDensity(x)], [normalSurvival(x)], 1e-15);
    }
  });

  it("goes to 0 at infinity and keeps not-a-number", () => {
    expect(millsRatio(Infinity)).toBe(0);
    expect(millsRatio(1e300)).toBe(1e-300);
    expect(millsRatio(Number.NaN)).toBeNaN();
  });
});

describe("centralNormal", () => {
  it("is odd, exactly 0 at 0, and keeps its relative accuracy beside it", () => {
    expect(centralNormal(0)).toBe(0);
    expect(centralNormal(-0.4)).toBe(-centralNormal(0.4));
    // Φ(x) − ½ = φ(0)·(x − x³/6 + …)
    expectRelative([centralNormal(1e-9)], [1e-9 * INVERSE_SQRT_2PI], 1e-15);
  });

  it("has constants that agree with each other", () => {
    expect(Math.exp(-LOG_SQRT_2PI)).toBeCloseTo(INVERSE_SQRT_2PI, 15);
    expect(INVERSE_SQRT_2PI ** -2).toBeCloseTo(2 * Math.PI, 14);
  });
});
