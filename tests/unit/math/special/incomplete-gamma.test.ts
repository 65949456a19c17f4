import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { gammaQuantile } from "../../../../src/math/special/gamma-quantile.ts";
import { incompleteGamma, logIncompleteGamma } from "../../../../src/math/special/incomplete-gamma.ts";
import { expectRelative, relativeError } from "../../../helpers/closeness.ts";
import { highPrecision, missedTails } from "./high-precision.ts";

const seed = 20_040_601;
const logShape = fc.double({ min: Math.log(1e-10), max: Math.log(1e10), noNaN: true });

describe("incompleteGamma", () => {
  it(`has both tails, and their logarithms, at ${highPrecision.incompleteGamma.length} points`, () => {
    expect(highPrecision.incompleteGamma.length).toBeGreaterThan(160);
    const missed = missedTails(
      highPrecision.incompleteGamma,
      ([a, x]) => incompleteGamma(a!, x!),
      ([a, x]) => logIncompleteGamma(a!, x!),
    );
    expect(missed).toEqual([]);
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
    // The leading term a ln x − ln Γ(a + 1).
    expectRelative([logIncompleteGamma(1000, 1e-300).lower], [-3e5 * Math.LN10 - 5912.128178488163], 1e-15);
    expectRelative([logIncompleteGamma(5e9, 1e-300).lower], [-3560541158250.0564], 1e-15);
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
  it.each(["lower", "upper"] as const)("is undone by the %s tail down to 1e-300", (side) => {
    fc.assert(
      fc.property(logShape, fc.double({ min: -690, max: -0.01, noNaN: true }), (logA, log) => {
        const a = Math.exp(logA);
        const x = gammaQuantile(a, Math.exp(log), side);
        if (x < 1e-290) return; // the quantile underflows
        const found = logIncompleteGamma(a, x);
        // The rounding of x moves the smaller tail by its hazard by ln x, at most a or x; ln p itself has an ulp.
        const small = found.lower < found.upper ? "lower" : "upper";
        const truth = small === side ? log : Math.log(-Math.expm1(log));
        const hazard = small === "lower" ? a : Math.max(a, x);
        expect(Math.abs(found[small] - truth)).toBeLessThan(
          Number.EPSILON * (40 + 4 * Math.abs(truth) + hazard),
        );
      }),
      { seed, numRuns: 300 },
    );
  });

  it("is −ln p for a shape of 1, and 0 and ∞ at the ends", () => {
    for (const p of [1e-300, 1e-9, 0.3, 0.5, 0.7, 1 - 1e-9]) {
      // The logarithm of the smaller tail has half an ulp.
      const allowed = 4e-15 + 4e-16 * Math.abs(Math.log(Math.min(p, 1 - p)));
      expectRelative([gammaQuantile(1, p, "upper")], [-Math.log(p)], allowed);
      expectRelative([gammaQuantile(1, p, "lower")], [-Math.log1p(-p)], allowed);
    }
    expect([gammaQuantile(3, 0, "lower"), gammaQuantile(3, 1, "lower")]).toEqual([0, Infinity]);
    expect([gammaQuantile(3, 0, "upper"), gammaQuantile(3, 1, "upper")]).toEqual([Infinity, 0]);
  });
});
