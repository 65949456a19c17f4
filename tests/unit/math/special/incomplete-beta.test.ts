import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { betaOdds } from "../../../../src/math/special/beta-quantile.ts";
import { incompleteBeta, logIncompleteBeta } from "../../../../src/math/special/incomplete-beta.ts";
import { expectRelative } from "../../../helpers/closeness.ts";
import { highPrecision, missedTails } from "./high-precision.ts";

const seed = 20_040_601;
const shape = fc.double({ min: 0.05, max: 60, noNaN: true });
const logShape = fc.double({ min: Math.log(1e-10), max: Math.log(1e10), noNaN: true });

/** P(X ≥ a) for X binomial(n, x), which is I_x(a, n − a + 1): a plain sum. */
function binomialTail(a: number, n: number, x: number): number {
  let sum = 0;
  let choose = 1;
  for (let k = 0; k <= n; k++) {
    if (k >= a) sum += choose * x ** k * (1 - x) ** (n - k);
    choose *= (n - k) / (k + 1);
  }
  return sum;
}

describe("incompleteBeta", () => {
  it(`has both tails, and their logarithms, at ${highPrecision.incompleteBeta.length} points`, () => {
    expect(highPrecision.incompleteBeta.length).toBeGreaterThan(300);
    const missed = missedTails(
      highPrecision.incompleteBeta,
      ([a, b, x]) => incompleteBeta(a!, b!, x!),
      ([a, b, x]) => logIncompleteBeta(a!, b!, x!),
    );
    expect(missed).toEqual([]);
  });

  it("agrees with a plain sum of binomial terms", () => {
    const cases = [[1, 4, 0.3], [3, 7, 0.5], [5, 5, 0.9], [18, 22, 0.8]] as const; // biome-ignore format: a table
    for (const [a, n, x] of cases) {
      // The sum's 22 terms have a few ulps each.
      expectRelative([incompleteBeta(a, n - a + 1, x).lower], [binomialTail(a, n, x)], 5e-15);
    }
  });

  it("has tails that add to 1 and swap with the parameters", () => {
    fc.assert(
      fc.property(shape, shape, fc.double({ min: 1e-6, max: 1 - 1e-6, noNaN: true }), (a, b, x) => {
        const here = incompleteBeta(a, b, x, 1 - x);
        const there = incompleteBeta(b, a, 1 - x, x);
        expect(Math.abs(here.lower + here.upper - 1)).toBeLessThan(4e-16);
        // The smaller of x and 1 − x is the exact one in both.
        expectRelative([there.upper, there.lower], [here.lower, here.upper], 1e-13);
      }),
      { seed },
    );
  });

  it("obeys I(a, b) = I(a + 1, b) + x^a y^b / (a B(a, b))", () => {
    // B(3, 4) = 2!·3!/6! = 1/60.
    const step = (0.35 ** 3 * 0.65 ** 4 * 60) / 3;
    expectRelative([incompleteBeta(3, 4, 0.35).lower - incompleteBeta(4, 4, 0.35).lower], [step], 1e-14);
  });

  it("meets itself where one method hands over to another", () => {
    // A parameter of 1, b·x or a·y of 1, m = 1000, the reach of the uniform expansion, the mean.
    const borders = [
      [1, 3, 0.3], [0.5, 4, 0.25], [0.5, 0.7, 0.5], [2000, 2000, 0.5], [3000, 1500, 2 / 3], [3000, 1500, 0.5485],
    ] as const; // biome-ignore format: a table
    for (const [a, b, x] of borders) {
      for (const i of [0, 1, 2]) {
        const [below, above] = [-2e-15, 2e-15].map((shift) => {
          const point = [a, b, x].map((value, j) => value * (1 + (i === j ? shift : 0)));
          return incompleteBeta(point[0]!, point[1]!, point[2]!);
        });
        // The step of 4e-15 itself moves a tail by its parameter times as much, at most.
        const allowed = 1e-14 + 4e-15 * Math.max(a, b, 1);
        expectRelative([above!.lower, above!.upper], [below!.lower, below!.upper], allowed, `${a} ${b} ${x}`);
      }
    }
  });

  it("is 0 and 1 at the ends, and so are its logarithms", () => {
    for (const x of [0, -0]) expect(incompleteBeta(2, 3, x)).toEqual({ lower: 0, upper: 1 });
    expect(incompleteBeta(2, 3, 1)).toEqual({ lower: 1, upper: 0 });
    expect(logIncompleteBeta(2, 3, 0)).toEqual({ lower: -Infinity, upper: 0 });
    expect(logIncompleteBeta(2, 3, 1)).toEqual({ lower: 0, upper: -Infinity });
  });

  it("keeps logarithms finite far beyond where the tails underflow", () => {
    expectRelative([logIncompleteBeta(1000, 1, 0.25).lower], [1000 * Math.log(0.25)], 1e-15);
    expectRelative([logIncompleteBeta(1e10, 1, 1e-300).lower], [-3e12 * Math.LN10], 1e-15);
  });

  it("names the argument that is wrong", () => {
    for (const [name, f] of Object.entries({ incompleteBeta, logIncompleteBeta })) {
      for (const bad of [0, -1, Number.NaN, Infinity]) {
        expect(() => f(bad, 1, 0.5)).toThrow(`${name} needs a finite a > 0, got ${bad}`);
        expect(() => f(1, bad, 0.5)).toThrow(`${name} needs a finite b > 0, got ${bad}`);
      }
      for (const bad of [-0.1, 1.1, Number.NaN, Infinity])
        expect(() => f(1, 1, bad)).toThrow(`${name} needs x in [0, 1], got ${bad}`);
    }
  });
});

describe("betaOdds", () => {
  it.each(["lower", "upper"] as const)("is undone by the %s tail down to 1e-300", (side) => {
    const logP = fc.double({ min: -690, max: -0.01, noNaN: true });
    fc.assert(
      fc.property(logShape, logShape, logP, (logA, logB, log) => {
        const [a, b] = [Math.exp(logA), Math.exp(logB)];
        const odds = betaOdds(a, b, Math.exp(log), side);
        if (odds < 1e-290 || odds > 1e290) return; // the quantile is at an end
        const y = 1 / (1 + odds);
        const x = odds < 1 ? odds * y : 1 / (1 + 1 / odds);
        const found = logIncompleteBeta(a, b, x, y);
        // The rounding of x or y moves the smaller tail by its hazard by the log odds: at most the parameter of its end.
        const small = found.lower < found.upper ? "lower" : "upper";
        const truth = small === side ? log : Math.log(-Math.expm1(log));
        const hazard = small === "lower" ? a : b;
        expect(Math.abs(found[small] - truth)).toBeLessThan(
          Number.EPSILON * (40 + 4 * Math.abs(truth) + 4 * hazard),
        );
      }),
      { seed, numRuns: 300 },
    );
  });

  it("has the closed forms of a single parameter of 1", () => {
    for (const p of [1e-300, 1e-9, 0.3, 0.5, 0.7, 1 - 1e-9]) {
      for (const a of [0.5, 1, 7, 1e6]) {
        // x = p^(1/a) for b = 1, and 1 − x = −expm1(ln p/a).
        const odds = p ** (1 / a) / -Math.expm1(Math.log(p) / a);
        // The logarithm of the smaller tail has half an ulp, which the slope at that end turns into one of ln x.
        const allowed = 4e-15 + (4e-16 * Math.abs(Math.log(Math.min(p, 1 - p)))) / Math.min(1, a);
        expectRelative([betaOdds(a, 1, p, "lower")], [odds], allowed, `${p} ${a}`);
        expectRelative([1 / betaOdds(1, a, p, "upper")], [odds], allowed, `${p} ${a}`);
      }
    }
    expect([betaOdds(2, 3, 0, "lower"), betaOdds(2, 3, 1, "lower")]).toEqual([0, Infinity]);
    expect([betaOdds(2, 3, 0, "upper"), betaOdds(2, 3, 1, "upper")]).toEqual([Infinity, 0]);
  });
});
