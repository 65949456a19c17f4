import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { numericalGradient } from "../../src/math/derivatives/central-differences.ts";
import { relapseModels } from "../../src/relapse/models/index.ts";
import type { RelapseModel } from "../../src/relapse/models/relapse-model.ts";

const seed = 20040601;
const shapes = fc.double({ min: -1.5, max: 2.5, noNaN: true });
const places = fc.double({ min: -3, max: 1.2, noNaN: true });
const term = { value: 0, byPlace: 0, byShape: 0 };
const span = { value: 0, byFrom: 0, byTo: 0, byShape: 0 };

const density = (model: RelapseModel, y: number, s: number): number => {
  model.law(s, true).logDensity(y, term);
  return term.value;
};
const survival = (model: RelapseModel, y: number, s: number): number => {
  model.law(s, true).logSurvival(y, term);
  return term.value;
};
const between = (model: RelapseModel, a: number, b: number, s: number): number => {
  model.law(s, true).logProbability(a, b, span);
  return span.value;
};
/** Richardson differences with step 1e-3 err by about 1e-10 of the function's size and of its fifth derivative. */
const near = (actual: number, expected: number, size: number): boolean =>
  Math.abs(actual - expected) <= 1e-7 * (1 + Math.abs(size) + Math.abs(expected));

describe("the registry of relapse models", () => {
  it("has a name of its own for each, in kebab case", () => {
    const names = relapseModels.map(({ name }) => name);
    expect(new Set(names).size).toBe(names.length);
    for (const name of names) expect(name).toMatch(/^[a-z]+(-[a-z]+)*$/);
  });
});

describe.each(relapseModels.map((model) => [model.name, model] as const))("%s", (_, model) => {
  it("cites its source and writes its survival", () => {
    expect(model.formula).toContain("S(t) = ");
    expect(model.reference.length).toBeGreaterThan(10);
  });

  it("has its median at 1, whatever the shape", () => {
    fc.assert(
      fc.property(shapes, (s) => {
        expect(survival(model, 0, s)).toBeCloseTo(-Math.LN2, 12);
        expect(model.law(s, true).quantile(0.5)).toBeCloseTo(0, 12);
      }),
      { seed, numRuns: 100 },
    );
  });

  it("turns its quantiles back into their probabilities", () => {
    fc.assert(
      fc.property(shapes, fc.double({ min: 1e-6, max: 1 - 1e-6, noNaN: true }), (s, p) => {
        const y = model.law(s, true).quantile(p);
        // A quantile known to 1e-15 of itself is a probability known to 1e-15 × y × density.
        expect(Math.exp(survival(model, y, s)) / (1 - p)).toBeCloseTo(1, 9);
      }),
      { seed, numRuns: 200 },
    );
  });

  it("gives the derivatives of its density and survival", () => {
    fc.assert(
      fc.property(shapes, places, (s, y) => {
        for (const [name, f] of [
          ["logDensity", density],
          ["logSurvival", survival],
        ] as const) {
          const value = f(model, y, s);
          if (value < -600) return;
          model.law(s, true)[name](y, term);
          const { byPlace, byShape } = term;
          const found = numericalGradient((x) => f(model, x[0]!, x[1]!), Float64Array.of(y, s))!;
          expect(near(byPlace, found[0]!, value), `${name} by place ${byPlace} ${found[0]}`).toBe(true);
          expect(near(byShape, found[1]!, value), `${name} by shape ${byShape} ${found[1]}`).toBe(true);
        }
      }),
      { seed, numRuns: 200 },
    );
  });

  it("gives a span's probability as the difference of survivals, with its derivatives", () => {
    fc.assert(
      fc.property(shapes, places, fc.double({ min: 0.3, max: 2, noNaN: true }), (s, from, width) => {
        const to = from + width;
        const value = between(model, from, to, s);
        if (value < -300) return;
        const plain = Math.exp(survival(model, from, s)) - Math.exp(survival(model, to, s));
        // Survivals near 1 have lost what the logarithm keeps.
        expect(Math.abs(Math.exp(value) - plain)).toBeLessThan(1e-14);
        model.law(s, true).logProbability(from, to, span);
        const slopes = [span.byFrom, span.byTo, span.byShape];
        const found = numericalGradient(
          (x) => between(model, x[0]!, x[1]!, x[2]!),
          Float64Array.of(from, to, s),
        )!;
        // With steps h up to 3e-3 the differences err by h⁴/480 of the fifth derivative, 24/width⁵: below 2e-8.
        slopes.forEach((slope, m) => {
          expect(Math.abs(slope - found[m]!), `${m} at ${s}, ${from}, ${to}`).toBeLessThan(
            1e-7 * (1 + Math.abs(value) + Math.abs(slope)),
          );
        });
      }),
      { seed, numRuns: 200 },
    );
  });

  it("adds up: both halves of a span have its probability, and a span from 0 is what has relapsed", () => {
    fc.assert(
      fc.property(shapes, places, (s, from) => {
        const [middle, to] = [from + 0.3, from + 0.7];
        const whole = between(model, from, to, s);
        if (whole < -300) return;
        const halves = Math.exp(between(model, from, middle, s)) + Math.exp(between(model, middle, to, s));
        expect(Math.log(halves)).toBeCloseTo(whole, 9);
        const relapsed = -Math.expm1(survival(model, to, s));
        expect(Math.exp(between(model, -Infinity, to, s))).toBeCloseTo(relapsed, 12);
      }),
      { seed, numRuns: 100 },
    );
  });

  it("keeps a span's probability, and its derivatives, numbers far out in either tail", () => {
    const s = 1.2;
    for (const [from, to] of [
      [-60, -59.9],
      [-200, -100],
      [-30, -30 + 1e-9],
      [1.5, 1.6],
      [1.8, 1.8 + 1e-9],
    ] as const) {
      const value = between(model, from, to, s);
      expect(Number.isFinite(value), `${from} to ${to}`).toBe(true);
      expect([span.byFrom, span.byTo, span.byShape].every(Number.isFinite), `${from} to ${to}`).toBe(true);
      // A narrow span has its density times its width, to the width.
      const width = to - from;
      if (width < 1e-8) expect(value).toBeCloseTo(density(model, from, s) + Math.log(width), 4);
    }
  });

  it("says what its scale is over its median, with the derivative", () => {
    const { scale } = model;
    if (!scale) return;
    for (const s of [-1, 0, 0.9, 2]) {
      const [value, byShape] = scale.overMedian(s);
      const found = numericalGradient((x) => scale.overMedian(x[0]!)[0], Float64Array.of(s))!;
      expect(Math.abs(byShape - found[0]!)).toBeLessThan(1e-8);
      expect(Number.isFinite(value)).toBe(true);
    }
  });

  it("states its priors for a Weibull shape: the same ratio of quartiles at a shape of 2", () => {
    const { shape } = model;
    if (!shape) return;
    const law = model.law(shape.fromWeibull.shift + shape.fromWeibull.slope * Math.log(2), false);
    const ratio = Math.log(Math.log(Math.log(4) / Math.log(4 / 3)) / 2);
    expect(Math.log(law.quantile(0.75) - law.quantile(0.25))).toBeCloseTo(ratio, 8);
  });
});
