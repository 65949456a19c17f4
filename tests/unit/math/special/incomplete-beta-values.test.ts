import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { betaOdds } from "../../../../src/math/special/beta-quantile.ts";
import { differenceOfProducts, exactDrift } from "../../../../src/math/special/exact-difference.ts";
import { incompleteBeta, logIncompleteBeta } from "../../../../src/math/special/incomplete-beta.ts";
import { expectRelative } from "../../../helpers/closeness.ts";
import { numbers } from "../high-precision.ts";
import { specialValues, tailTolerance } from "./special-values.ts";

const seed = 20_040_601;
const logShape = fc.double({ min: Math.log(1e-3), max: Math.log(1e8), noNaN: true });

describe("incompleteBeta, from shapes of 1e-3 to 1e8", () => {
  it.each(specialValues.incompleteBeta)("I(%s, %s) at %s = %s, its complement %s", (...row) => {
    const [a, b, x, lower, upper, logLower, logUpper] = numbers(row);
    const tails = incompleteBeta(a!, b!, x!);
    expectRelative([tails.lower], [lower!], tailTolerance(lower!));
    expectRelative([tails.upper], [upper!], tailTolerance(upper!));
    const logs = logIncompleteBeta(a!, b!, x!);
    expectRelative([logs.lower], [logLower!], tailTolerance(-logLower!));
    expectRelative([logs.upper], [logUpper!], tailTolerance(-logUpper!));
  });

  it("keeps logarithms finite far beyond where the tails underflow", () => {
    expectRelative([logIncompleteBeta(1000, 1, 0.25).lower], [1000 * Math.log(0.25)], 1e-15);
    expect(logIncompleteBeta(2, 3, 0)).toEqual({ lower: -Infinity, upper: 0 });
    expect(logIncompleteBeta(2, 3, 1)).toEqual({ lower: 0, upper: -Infinity });
    expect(() => logIncompleteBeta(2, 3, 1.5)).toThrow("logIncompleteBeta needs x in [0, 1], got 1.5");
  });

  it("keeps the distance to the mean exact where a − (a + b) x would cancel", () => {
    const [a, b] = [1e8 + 1, 3e8];
    const x = 0.25;
    expect(exactDrift(a, b, x, 1 - x)).toBe(0.75);
    expect(exactDrift(b, a, 1 - x, x)).toBe(-0.75);
    expect(differenceOfProducts(94906267, 94906265, 94906266, 94906266)).toBe(-1);
  });
});

describe("betaOdds", () => {
  it.each(["lower", "upper"] as const)(
    "is undone by the %s tail down to the smallest probabilities",
    (side) => {
      fc.assert(
        fc.property(
          logShape,
          logShape,
          fc.double({ min: -690, max: -0.7, noNaN: true }),
          (logA, logB, logP) => {
            const [a, b] = [Math.exp(logA), Math.exp(logB)];
            const odds = betaOdds(a, b, Math.exp(logP), side);
            if (odds === 0 || odds === Infinity) return; // the quantile underflows
            const y = 1 / (1 + odds);
            const x = odds < 1 ? odds * y : 1 / (1 + 1 / odds);
            const found = logIncompleteBeta(a, b, x, y)[side];
            // The rounding of x or y moves ln P by its hazard by the log odds, at most the parameter of that tail's end.
            const hazard = side === "lower" ? a : b;
            expect(Math.abs(found - logP)).toBeLessThan(
              Number.EPSILON * (8 + 4 * Math.abs(logP) + 4 * hazard),
            );
          },
        ),
        { seed },
      );
    },
  );
});
