import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { gammaQuantile } from "../../../../src/math/special/gamma-quantile.ts";
import { incompleteGamma, logIncompleteGamma } from "../../../../src/math/special/incomplete-gamma.ts";
import { expectRelative, relativeError } from "../../../helpers/closeness.ts";
import { numbers } from "../high-precision.ts";
import { specialValues, tailTolerance } from "./special-values.ts";

const seed = 20_040_601;
const logShape = fc.double({ min: Math.log(1e-3), max: Math.log(1e8), noNaN: true });

describe("incompleteGamma", () => {
  it.each(specialValues.incompleteGamma)("P(%s, %s) = %s, Q = %s", (...row) => {
    const [a, x, lower, upper, logLower, logUpper] = numbers(row);
    const tails = incompleteGamma(a!, x!);
    expectRelative([tails.lower], [lower!], tailTolerance(lower!));
    expectRelative([tails.upper], [upper!], tailTolerance(upper!));
    const logs = logIncompleteGamma(a!, x!);
    expectRelative([logs.lower], [logLower!], tailTolerance(-logLower!));
    expectRelative([logs.upper], [logUpper!], tailTolerance(-logUpper!));
  });

  it("obeys P(a + 1, x) = P(a, x) − x^a e^(−x)/Γ(a + 1) along whole shapes", () => {
    let term = Math.exp(-4.5);
    for (let a = 1; a < 30; a++) {
      term *= 4.5 / a;
      const step = incompleteGamma(a, 4.5).lower - incompleteGamma(a + 1, 4.5).lower;
      expect(Math.abs(step - term)).toBeLessThan(4e-16);
    }
  });

  it("meets itself where one method hands over to the next", () => {
    const borders = [
      [1, 1], [1, 1.5], [0.5, 1.5], [20, 20], [20, 21], [20, 32], [20, 9.6], [19.999, 20.999], [3, 4],
    ] as const; // biome-ignore format: one border a pair
    for (const [a, x] of borders) {
      const below = incompleteGamma(a * (1 - 1e-14), x * (1 - 1e-14));
      const above = incompleteGamma(a * (1 + 1e-14), x * (1 + 1e-14));
      expect(relativeError(below.lower, above.lower)).toBeLessThan(1e-12);
      expect(relativeError(below.upper, above.upper)).toBeLessThan(1e-12);
    }
  });

  it("keeps logarithms finite far beyond where the tails underflow", () => {
    expectRelative([logIncompleteGamma(1, 2000).upper], [-2000], 1e-15);
    expectRelative(
      [logIncompleteGamma(1000, 1e-300).lower],
      [-1000 * 300 * Math.LN10 - 5912.128178488163],
      1e-13,
    );
  });

  it("is 0 and 1 at the ends and refuses what lies outside", () => {
    expect(incompleteGamma(2, 0)).toEqual({ lower: 0, upper: 1 });
    expect(incompleteGamma(2, Infinity)).toEqual({ lower: 1, upper: 0 });
    expect(logIncompleteGamma(2, 0)).toEqual({ lower: -Infinity, upper: 0 });
    expect(logIncompleteGamma(2, Infinity)).toEqual({ lower: 0, upper: -Infinity });
    expect(() => incompleteGamma(0, 1)).toThrow("incompleteGamma needs a finite a > 0, got 0");
    expect(() => incompleteGamma(Infinity, 1)).toThrow("incompleteGamma needs a finite a > 0, got Infinity");
    expect(() => incompleteGamma(1, -1)).toThrow("incompleteGamma needs x >= 0, got -1");
    expect(() => logIncompleteGamma(1, Number.NaN)).toThrow("logIncompleteGamma needs x >= 0, got NaN");
  });
});

describe("gammaQuantile", () => {
  it.each(["lower", "upper"] as const)(
    "is undone by the %s tail down to the smallest probabilities",
    (side) => {
      fc.assert(
        fc.property(logShape, fc.double({ min: -690, max: -0.7, noNaN: true }), (logA, logP) => {
          const a = Math.exp(logA);
          const x = gammaQuantile(a, Math.exp(logP), side);
          if (x === 0) return; // the quantile underflows
          const found = logIncompleteGamma(a, x)[side];
          // The rounding of x moves ln P by the hazard of ln x, which is at most a + x; ln p itself has an ulp.
          const hazard = side === "lower" ? a : Math.max(a, x);
          expect(Math.abs(found - logP)).toBeLessThan(Number.EPSILON * (8 + 4 * Math.abs(logP) + hazard));
        }),
        { seed },
      );
    },
  );
});
