import { describe, expect, it } from "vitest";
import type { Dual } from "../../../../src/math/derivatives/dual.ts";
import { dualGradient } from "../../../../src/math/derivatives/gradient-and-hessian.ts";
import { minimizeBfgs } from "../../../../src/math/optimize/minimize-bfgs.ts";
import { expectAbsolute } from "../../../helpers/closeness.ts";

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
