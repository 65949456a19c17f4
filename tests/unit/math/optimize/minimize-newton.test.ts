import { describe, expect, it } from "vitest";
import type { Dual } from "../../../../src/math/derivatives/dual.ts";
import { dualGradient, gradientAndHessian } from "../../../../src/math/derivatives/gradient-and-hessian.ts";
import { minimizeNewton } from "../../../../src/math/optimize/minimize-newton.ts";
import { expectAbsolute } from "../../../helpers/closeness.ts";

const quadratic = ([x, y]: Dual[]) => {
  const [u, v] = [x.minus(1), y.plus(2)];
  return u.times(u).times(3).plus(u.times(v)).plus(v.times(v).times(2));
};
const hessian = { rows: 2, columns: 2, values: Float64Array.of(6, 1, 1, 4) };

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
