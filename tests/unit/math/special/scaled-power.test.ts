import { describe, expect, it } from "vitest";
import { scaledLogarithm, scaledPower } from "../../../../src/math/special/scaled-power.ts";
import { expectRelative } from "../../../helpers/closeness.ts";

describe("powers and logarithms of a quotient", () => {
  it("keep the quotient's rounding out of a large exponent", () => {
    expect(scaledPower(3, 3, 1e6)).toBe(1);
    // (1 + 2^-30)^(2^30), whose quotient is exact whatever the scale; (1 + 1/n)^n = e (1 − 1/(2n) + …).
    const n = 2 ** 30;
    for (const scale of [1, 3, 0.1]) {
      const x = scale * (1 + 1 / n);
      // x itself is rounded, by up to half an ulp.
      expectRelative([scaledPower(x, scale, n)], [Math.E * (1 - 0.5 / n)], 1e-15 + n * 1.2e-16);
    }
    expectRelative([scaledPower(1 + 1 / n, 1, n)], [Math.E * (1 - 0.5 / n)], 1e-15);
  });

  it("neither overflow nor underflow with the quotient", () => {
    expectRelative([scaledPower(1e300, 1e-300, 0.01)], [1e6], 1e-14);
    expectRelative([scaledPower(1e-300, 1e300, -0.01)], [1e6], 1e-14);
    expectRelative([scaledLogarithm(1e-300, 1e300)], [-600 * Math.LN10], 1e-15);
    expect([scaledPower(1e10, 1, 40), scaledPower(1e-10, 1, 40)]).toEqual([Infinity, 0]);
  });

  it("keep the digits of a quotient near 1", () => {
    expectRelative([scaledLogarithm(1 + 2 ** -40, 1)], [2 ** -40 - 2 ** -81], 1e-15);
    expectRelative([scaledLogarithm(5e-324, 5e-324)], [0], 0);
    expectRelative([scaledLogarithm(3, 1.5), scaledLogarithm(1, 4)], [Math.LN2, -2 * Math.LN2], 1e-15);
  });
});
