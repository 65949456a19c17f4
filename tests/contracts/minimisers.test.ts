import fc from "fast-check";
import { describe, expect, it } from "vitest";
import type { ValueAndGradient } from "../../src/math/derivatives/central-differences.ts";
import type { Dual } from "../../src/math/derivatives/dual.ts";
import { dualGradient } from "../../src/math/derivatives/gradient-and-hessian.ts";
import type { BoundOptions } from "../../src/math/optimize/bounds.ts";
import { minimizers } from "../../src/math/optimize/index.ts";
import { leastSquares } from "../../src/math/optimize/least-squares.ts";
import { dualModel } from "../../src/math/optimize/least-squares-model.ts";
import { expectAbsolute } from "../helpers/closeness.ts";

const seed = 20_040_601;

/** A sum of squares with known minima: Moré, Garbow & Hillstrom (1981), ACM Trans Math Softw 7:17–41, by its number. */
interface Problem {
  name: string;
  residuals: (x: Dual[]) => Dual[];
  start: number[];
  /** Every global minimum, value 0; empty where they fill a line. */
  minima: number[][];
}

const problems: Problem[] = [
  { name: "quadratic", residuals: quadratic, start: [7, 4], minima: [[1, -2]] },
  {
    name: "narrow quadratic",
    residuals: ([x, y]) => [x.minus(y).times(1e3), x.plus(y)],
    start: [3, -1],
    minima: [[0, 0]],
  },
  { name: "Rosenbrock (1)", residuals: rosenbrock, start: [-1.2, 1], minima: [[1, 1]] },
  { name: "Beale (5)", residuals: beale, start: [1, 1], minima: [[3, 0.5]] },
  { name: "Himmelblau", residuals: himmelblau, start: [0.5, 0.5], minima: himmelblauMinima() },
  { name: "Powell singular (13)", residuals: powell, start: [3, -1, 0, 1], minima: [[0, 0, 0, 0]] },
  {
    name: "flat valley",
    residuals: ([x, y]) => [x.plus(y).minus(1), x.plus(y).minus(1).times(2)],
    start: [4, 2],
    minima: [],
  },
];

function quadratic([x, y]: Dual[]): Dual[] {
  return [x.minus(1), y.plus(2).times(3)];
}

function rosenbrock([x, y]: Dual[]): Dual[] {
  return [y.minus(x.times(x)).times(10), x.minus(1)];
}

function beale([x, y]: Dual[]): Dual[] {
  return [1.5, 2.25, 2.625].map((v, i) => x.times(y.power(i + 1).minus(1)).plus(v));
}

function himmelblau([x, y]: Dual[]): Dual[] {
  return [x.times(x).plus(y).minus(11), y.times(y).plus(x).minus(7)];
}

// To the digits that two polynomial equations of degree four give (mpmath, 20 digits).
function himmelblauMinima(): number[][] {
  return [
    [3, 2],
    [-2.805118086952745, 3.131312518250573],
    [-3.779310253377747, -3.283185991286169],
    [3.584428340330492, -1.848126526964404],
  ];
}

function powell([a, b, c, d]: Dual[]): Dual[] {
  return [
    b.times(10).plus(a),
    c.minus(d).times(Math.sqrt(5)),
    b.minus(c.times(2)).power(2),
    a.minus(d).power(2).times(Math.sqrt(10)),
  ];
}

const sumOf = ({ residuals }: Problem): ValueAndGradient =>
  dualGradient((x) => residuals(x).reduce((sum, r) => r.times(r).plus(sum), x[0].times(0)));

/** Distance to the nearest minimum. */
const distanceTo = (minima: number[][], x: ArrayLike<number>): number =>
  Math.min(...minima.map((m) => Math.hypot(...m.map((v, i) => v - x[i]))));

const endings = [
  "gradient-small",
  "simplex-small",
  "no-further-decrease",
  "unbounded",
  "too-many-iterations",
  "no-finite-start",
  "no-finite-derivative",
];

describe.each(minimizers)("minimiser $name", ({ minimize, bounded, reference }) => {
  it("names its source", () => expect(reference).toMatch(/\(\d{4}\)/));

  it.each(problems)("finds the minimum of $name", (problem) => {
    const found = minimize(sumOf(problem), problem.start);
    expect(found.converged, found.ended).toBe(true);
    expect(found.value).toBeLessThan(1e-10);
    // Powell's function is quartic about its minimum: a value of 1e-10 leaves x uncertain by 3e-3.
    if (problem.minima.length)
      expect(distanceTo(problem.minima, found.x)).toBeLessThan(problem.start.length > 2 ? 1e-2 : 1e-5);
  });

  it.each(problems.filter(({ minima }) => minima.length))("stays at the minimum of $name", (problem) => {
    const found = minimize(sumOf(problem), problem.minima[0]);
    expect(found.converged, found.ended).toBe(true);
    expect(distanceTo([problem.minima[0]], found.x)).toBeLessThan(1e-5);
  });

  it("leaves the caller's start alone", () => {
    const start = Float64Array.of(-1.2, 1);
    minimize(sumOf(problems[2]), start);
    expect(Array.from(start)).toEqual([-1.2, 1]);
  });

  it.each([Infinity, Number.NaN])("says so where the start has the value %s", (value) => {
    const found = minimize(
      (_, gradient) => {
        gradient.fill(0);
        return value;
      },
      [1, 2],
    );
    expect([found.ended, found.converged, found.value]).toEqual(["no-finite-start", false, Infinity]);
    expect(Array.from(found.x)).toEqual([1, 2]);
  });

  it("stays inside a domain beyond which the function is infinite", () => {
    const found = minimize(
      dualGradient(([x]) => (x.value > 0 ? x.minus(x.log()) : x.times(0).plus(Infinity))),
      [20],
    );
    expect(found.converged, found.ended).toBe(true);
    expectAbsolute(found.x, [1], 1e-6);
  });

  it("says so where the function has no minimum", () => {
    const found = minimize(
      dualGradient(([x]) => x.times(-1)),
      [1],
    );
    expect(found.converged).toBe(false);
    expect(endings).toContain(found.ended);
  });

  it("never gives NaN, nor a value above the start's, from anywhere", () => {
    fc.assert(
      fc.property(
        fc.constantFrom(...problems),
        fc.array(fc.double({ min: -20, max: 20, noNaN: true }), { minLength: 4, maxLength: 4 }),
        (problem, all) => {
          const start = all.slice(0, problem.start.length);
          const f = sumOf(problem);
          const found = minimize(f, start);
          expect(found.x.every(Number.isFinite)).toBe(true);
          expect(found.value).toBeLessThanOrEqual(
            f(Float64Array.from(start), new Float64Array(start.length)),
          );
          expect(endings).toContain(found.ended);
          expect([found.iterations, found.evaluations].every(Number.isInteger)).toBe(true);
        },
      ),
      { seed, numRuns: 60 },
    );
  });

  describe.runIf(bounded)("within limits", () => {
    const at = (problem: Problem, start: number[], bounds: BoundOptions) =>
      minimize(sumOf(problem), start, bounds);

    it("stops at an active one", () => {
      const found = at(problems[2], [-1.2, 1], { upper: [0.5, Infinity] });
      expect(found.converged, found.ended).toBe(true);
      expectAbsolute(found.x, [0.5, 0.25], 1e-6);
    });

    it("stops in a corner", () => {
      const found = at(problems[0], [7, 4], { lower: [2, 3] });
      expect(found.converged, found.ended).toBe(true);
      expectAbsolute(found.x, [2, 3], 1e-9);
    });

    it("leaves one that is not active", () => {
      const found = at(problems[0], [1.5, 0], { lower: [1.5, -5], upper: [9, 0] });
      expectAbsolute(found.x, [1.5, -2], 1e-6);
    });

    it("starts inside them, and never tries a point outside", () => {
      const f = sumOf(problems[3]);
      const watched: ValueAndGradient = (x, gradient) => {
        expect(x[0] >= 0 && x[0] <= 2 && x[1] >= -1 && x[1] <= 0.4).toBe(true);
        return f(x, gradient);
      };
      const found = minimize(watched, [50, -50], { lower: [0, -1], upper: [2, 0.4] });
      expect(found.converged, found.ended).toBe(true);
    });

    it("keeps a variable whose limits meet", () => {
      const found = at(problems[0], [0, 0], { lower: [-Infinity, 1], upper: [Infinity, 1] });
      expectAbsolute(found.x, [1, 1], 1e-6);
    });

    it.each<[BoundOptions, string]>([
      [{ lower: [0] }, "lower needs 2 entries, got 1"],
      [{ upper: [Number.NaN, 1] }, "upper must hold numbers, got NaN at 0"],
      [{ lower: [0, 2], upper: [1, 1] }, "lower must not exceed upper, got 2 > 1 at 1"],
    ])("refuses %j", (bounds, message) => {
      expect(() => at(problems[0], [0, 0], bounds)).toThrow(new RangeError(message));
    });

    it("refuses a start that is empty or not finite", () => {
      expect(() => at(problems[0], [], {})).toThrow(RangeError);
      expect(() => at(problems[0], [Number.NaN, 0], {})).toThrow("start must be finite, got NaN at 0");
    });
  });
});

describe("least squares as a minimiser", () => {
  const sizeOf = ({ residuals, start }: Problem): number => {
    let size = 0;
    dualGradient((x) => {
      size = residuals(x).length;
      return x[0];
    })(Float64Array.from(start), new Float64Array(start.length));
    return size;
  };

  it.each(problems)("finds the minimum of $name", (problem) => {
    const fit = leastSquares(dualModel(sizeOf(problem), problem.residuals), problem.start);
    expect(fit.converged, fit.ended).toBe(true);
    expect(fit.residualSumOfSquares).toBeLessThan(1e-12);
    if (problem.minima.length)
      expect(distanceTo(problem.minima, fit.parameters)).toBeLessThan(problem.start.length > 2 ? 1e-2 : 1e-7);
  });

  it.each(problems.filter(({ minima }) => minima.length))("stays at the minimum of $name", (problem) => {
    const fit = leastSquares(dualModel(sizeOf(problem), problem.residuals), problem.minima[0]);
    expect(fit.converged, fit.ended).toBe(true);
    expect(distanceTo([problem.minima[0]], fit.parameters)).toBeLessThan(1e-12);
  });
});
