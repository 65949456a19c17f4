import { describe, expect, it } from "vitest";
import type { Dual } from "../../../../src/math/derivatives/dual.ts";
import { dualGradient, gradientAndHessian } from "../../../../src/math/derivatives/gradient-and-hessian.ts";
import { findRoot } from "../../../../src/math/find-root.ts";
import { bracketRoot } from "../../../../src/math/optimize/bracket-root.ts";
import { minimizeBfgs } from "../../../../src/math/optimize/minimize-bfgs.ts";
import { minimizeBrent } from "../../../../src/math/optimize/minimize-brent.ts";
import { minimizeNelderMead } from "../../../../src/math/optimize/minimize-nelder-mead.ts";
import { minimizeNewton } from "../../../../src/math/optimize/minimize-newton.ts";
import { multiStart } from "../../../../src/math/optimize/multi-start.ts";
import { trustRegionStep } from "../../../../src/math/optimize/trust-region-step.ts";
import { expectAbsolute, expectRelative } from "../../../helpers/closeness.ts";

const quadratic = ([x, y]: Dual[]) => {
  const [u, v] = [x.minus(1), y.plus(2)];
  return u.times(u).times(3).plus(u.times(v)).plus(v.times(v).times(2));
};
const hessian = { rows: 2, columns: 2, values: Float64Array.of(6, 1, 1, 4) };

describe("minimizeBfgs", () => {
  it("takes one step on a quadratic whose Hessian it is given", () => {
    const found = minimizeBfgs(dualGradient(quadratic), [7, 5], { firstHessian: hessian });
    expect([found.iterations, found.ended]).toEqual([1, "gradient-small"]);
    expectAbsolute(found.x, [1, -2], 1e-14);
    expectAbsolute(found.gradient, [0, 0], 1e-13);
  });

  it("leaves the first Hessian as it was", () => {
    minimizeBfgs(
      dualGradient(([x, y]) => quadratic([x.exp(), y])),
      [1, 1],
      { firstHessian: hessian },
    );
    expect(Array.from(hessian.values)).toEqual([6, 1, 1, 4]);
  });

  it("begins again with a guess where the first Hessian misleads", () => {
    const firstHessian = { rows: 2, columns: 2, values: Float64Array.of(-1, 0, 0, 1) };
    const found = minimizeBfgs(dualGradient(quadratic), [7, 5], { firstHessian });
    expect(found.converged).toBe(true);
    expectAbsolute(found.x, [1, -2], 1e-7);
  });

  it("refuses wrong arguments", () => {
    const f = dualGradient(quadratic);
    expect(() => minimizeBfgs(f, [1, 2, 3], { firstHessian: hessian })).toThrow(
      new RangeError("firstHessian must be 3 × 3, got 2 × 2"),
    );
    expect(() => minimizeBfgs(f, [1, 2], { unit: 0 })).toThrow(
      new RangeError("unit must be positive and finite, got 0"),
    );
    expect(() => minimizeBfgs(f, [1, 2], { maxIterations: -1 })).toThrow(RangeError);
  });

  it("says so where the function falls without end", () => {
    expect(
      minimizeBfgs(
        dualGradient(([x]) => x.times(-1)),
        [1],
      ).ended,
    ).toBe("unbounded");
  });

  it("finds a minimum of values as small as the unit it is told", () => {
    const tiny = dualGradient((x) => quadratic(x).times(1e-20));
    expectAbsolute(minimizeBfgs(tiny, [7, 5], { unit: 1e-20 }).x, [1, -2], 1e-6);
  });
});

describe("minimizeNewton", () => {
  it("takes one step on a quadratic, by exact or difference Hessian", () => {
    for (const options of [{}, { hessian: (x: Float64Array) => gradientAndHessian(quadratic, x).hessian }]) {
      const found = minimizeNewton(dualGradient(quadratic), [7, 5], options);
      expect(found.iterations).toBeLessThanOrEqual(2);
      expectAbsolute(found.x, [1, -2], 1e-8);
      expectAbsolute(found.hessian.values, hessian.values, 1e-8);
    }
  });

  it("leaves a saddle and a top, where the gradient is zero", () => {
    const f = dualGradient(([x, y]) => x.power(4).minus(x.times(x)).plus(y.times(y)));
    const found = minimizeNewton(f, [0, 0]);
    expect(found.converged).toBe(true);
    expectAbsolute([Math.abs(found.x[0]), found.x[1], found.value], [Math.SQRT1_2, 0, -0.25], 1e-7);
    const top = minimizeNewton(
      dualGradient(([x, y]) => x.times(x).plus(y.times(y)).minus(4).power(2)),
      [0, 0],
    );
    expectAbsolute([Math.hypot(...top.x), top.value], [2, 0], 1e-6);
  });

  it("says so where the Hessian is not finite", () => {
    const f = dualGradient(([x]) => x.times(x));
    const nowhere = () => ({ rows: 1, columns: 1, values: Float64Array.of(Number.NaN) });
    expect(minimizeNewton(f, [1], { hessian: nowhere }).ended).toBe("no-finite-derivative");
  });
});

describe("trustRegionStep", () => {
  const saddle = { rows: 2, columns: 2, values: Float64Array.of(2, 0, 0, -1) };

  it("is Newton's step where that fits", () => {
    const { step, cut, convex } = trustRegionStep(hessian, Float64Array.of(6, 1), 5);
    expectAbsolute(step, [-1, 0], 1e-14);
    expect([cut, convex]).toEqual([false, true]);
  });

  it.each([0.01, 0.5, 0.9])(
    "ends on the boundary at radius %s, lower than any other point there",
    (radius) => {
      for (const matrix of [hessian, saddle]) {
        const gradient = Float64Array.of(6, 1);
        const { step, cut } = trustRegionStep(matrix, gradient, radius);
        const model = ([u, v]: ArrayLike<number>[] | number[]) =>
          6 * Number(u) +
          Number(v) +
          0.5 *
            (matrix.values[0] * Number(u) ** 2 +
              2 * matrix.values[1] * Number(u) * Number(v) +
              matrix.values[3] * Number(v) ** 2);
        expect(cut).toBe(true);
        expectRelative([Math.hypot(...step)], [radius], 1e-10);
        for (let angle = 0; angle < 6.3; angle += 0.01) {
          expect(model([step[0], step[1]])).toBeLessThanOrEqual(
            model([radius * Math.cos(angle), radius * Math.sin(angle)]) + 1e-12,
          );
        }
      }
    },
  );

  it("follows downward curvature where the gradient doesn't point along it (the hard case)", () => {
    const { step, convex } = trustRegionStep(saddle, Float64Array.of(1, 0), 2);
    expectRelative([Math.hypot(...step), step[0]], [2, -1 / 3], 1e-12);
    expect(convex).toBe(false);
  });
});

describe("minimizeNelderMead", () => {
  it("finds a minimum with a kink", () => {
    const found = minimizeNelderMead(([x, y]) => Math.abs(x - 1) + 3 * Math.abs(y + 2), [5, 5]);
    expect(found.ended).toBe("simplex-small");
    expectAbsolute(found.x, [1, -2], 1e-6);
  });

  it("finds the minimum of a ten-dimensional quadratic", () => {
    const start = Array.from({ length: 10 }, (_, i) => i);
    const found = minimizeNelderMead((x) => x.reduce((sum, v, i) => sum + (i + 1) * (v - 1) ** 2, 0), start);
    expect(found.converged).toBe(true);
    expectAbsolute(found.x, new Float64Array(10).fill(1), 1e-5);
  });

  it("does not stop where its simplex collapses (McKinnon 1998)", () => {
    const [tau, theta, phi] = [2, 6, 60];
    const f = ([x, y]: Float64Array) =>
      (x <= 0 ? theta * phi * Math.abs(x) ** tau : theta * x ** tau) + y + y * y;
    const found = minimizeNelderMead(f, [1, 1]);
    expectAbsolute([...found.x, found.value], [0, -0.5, -0.25], 1e-6);
  });

  it("refuses steps that make no sense", () => {
    expect(() => minimizeNelderMead(([x]) => x, [1], { steps: [0] })).toThrow(RangeError);
    expect(() => minimizeNelderMead(([x]) => x, [1], { steps: [1, 2] })).toThrow(
      new RangeError("steps needs 1 entries, got 2"),
    );
  });
});

describe("minimizeBrent", () => {
  it.each<[string, (x: number) => number, number, number, number]>([
    ["a parabola", (x) => (x - 2) ** 2, 0, 5, 2],
    ["a cosine", Math.cos, 0, 6, Math.PI],
    ["a kink", (x) => Math.abs(x - 1), -3, 7, 1],
    ["a quartic", (x) => x ** 4, -1, 3, 0],
    ["a function infinite on one side", (x) => (x < 1 ? Infinity : x), -5, 5, 1],
    ["a function that is NaN on one side", (x) => x - Math.log(x), -1, 9, 1],
  ])("finds the minimum of %s", (_name, f, lower, upper, expected) => {
    const found = minimizeBrent(f, lower, upper);
    expect([found.ended, found.converged]).toEqual(["interval-small", true]);
    // A quartic is flat to rounding within 1e-4 of its minimum.
    expectAbsolute([found.x], [expected], expected === 0 ? 1e-3 : 1e-7);
  });

  it("comes as near as the tolerance to a minimum at an end", () => {
    expectAbsolute([minimizeBrent((x) => x, 2, 3).x], [2], 1e-6);
    expectAbsolute([minimizeBrent((x) => -x, 2, 3).x], [3], 1e-6);
  });

  it("says so where no value is finite, or where values fall to −Infinity", () => {
    expect(minimizeBrent(() => Number.NaN, 0, 1)).toMatchObject({
      ended: "no-finite-start",
      converged: false,
      value: Infinity,
    });
    expect(minimizeBrent(() => -Infinity, 0, 1)).toMatchObject({ ended: "unbounded", converged: false });
    expect(minimizeBrent(Math.cos, 0, 6, { maxIterations: 3 }).ended).toBe("too-many-iterations");
  });

  it.each([
    [1, 1],
    [2, 1],
    [0, Infinity],
    [Number.NaN, 1],
  ])("refuses the ends %s and %s", (lower, upper) => {
    expect(() => minimizeBrent(Math.cos, lower, upper)).toThrow(RangeError);
    expect(() => minimizeBrent(Math.cos, 0, 1, { tolerance: 0 })).toThrow(RangeError);
  });
});

describe("multiStart", () => {
  const search = (start: number) => minimizeNelderMead(([x]) => Math.cos(x) + 0.1 * x, [start]);

  it("keeps the lowest minimum and counts the searches that found it", () => {
    const found = multiStart(search, [3, 2.5, 9, -3, 3.5]);
    expect([found.bestStart, found.nAgreed, found.nConverged, found.outcomes.length]).toEqual([3, 1, 5, 5]);
    expect(found.best.value).toBe(Math.min(...found.outcomes.map(({ value }) => value)));
    expect(multiStart(search, [3, 2.5, 3.5]).nAgreed).toBe(3);
  });

  it("prefers a search that converged to a lower one that didn't", () => {
    const found = multiStart(
      (start: { value: number; converged: boolean }) => start,
      [
        { value: -5, converged: false },
        { value: 1, converged: true },
      ],
    );
    expect([found.best.value, found.nAgreed]).toEqual([1, 1]);
    expect(
      multiStart((start: { value: number; converged: boolean }) => start, [{ value: 3, converged: false }]),
    ).toMatchObject({
      nAgreed: 0,
      nConverged: 0,
      best: { value: 3 },
    });
  });

  it("refuses to begin nowhere", () => {
    expect(() => multiStart(search, [])).toThrow(new RangeError("starts needs at least 1 entry, got 0"));
  });
});

describe("bracketRoot", () => {
  it("widens until a root is inside", () => {
    for (const root of [-1e6, -3, 0.25, 7, 1e9]) {
      const ends = bracketRoot((x) => x - root, 0, 1)!;
      expect(ends[0]).toBeLessThanOrEqual(root);
      expect(ends[1]).toBeGreaterThanOrEqual(root);
      expectRelative([findRoot((x) => x - root, ...ends)!], [root], 1e-15);
    }
  });

  it("keeps to its limits", () => {
    expect(bracketRoot((x) => x - 10, 0, 1, [-5, 5])).toBeNull();
    expect(bracketRoot((x) => x - 4, 0, 1, [0, 5])).toEqual([0, 5]);
    expect(bracketRoot((x) => Math.log(x) + 30, 1, 2, [1e-20, 2])![0]).toBe(1e-20);
  });

  it("says so where there is no root or no number", () => {
    expect(bracketRoot((x) => x * x + 1, 0, 1)).toBeNull();
    expect(bracketRoot(() => Number.NaN, 0, 1)).toBeNull();
  });

  it("refuses an interval that is none", () => {
    expect(() => bracketRoot((x) => x, 1, 1)).toThrow(RangeError);
    expect(() => bracketRoot((x) => x, -1, 1, [0, 5])).toThrow(RangeError);
  });
});
