import { describe, expect, it } from "vitest";
import { trustRegionStep } from "../../../../src/math/optimize/trust-region-step.ts";
import { expectAbsolute, expectRelative } from "../../../helpers/closeness.ts";

const hessian = { rows: 2, columns: 2, values: Float64Array.of(6, 1, 1, 4) };

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

  it("goes the same way just inside and just outside the length of Newton's step", () => {
    const gradient = Float64Array.of(6, 1);
    const outside = trustRegionStep(hessian, gradient, 1 - 1e-9);
    const inside = trustRegionStep(hessian, gradient, 1 + 1e-9);
    expect([outside.cut, inside.cut]).toEqual([true, false]);
    expectAbsolute(outside.step, inside.step, 1e-8);
  });

  it("takes no step in a direction without slope or curvature", () => {
    const flat = { rows: 2, columns: 2, values: Float64Array.of(2, 0, 0, 0) };
    const { step, cut, convex } = trustRegionStep(flat, Float64Array.of(4, 0), 5);
    expectAbsolute(step, [-2, 0], 1e-15);
    expect([cut, convex]).toEqual([false, true]);
  });

  it("follows a slope without curvature to the boundary, and calls rounding errors no curvature", () => {
    for (const curvature of [0, 1e-12, -1e-12]) {
      const flat = { rows: 2, columns: 2, values: Float64Array.of(2, 0, 0, curvature) };
      const { step, cut, convex } = trustRegionStep(flat, Float64Array.of(0, 1), 5);
      expectAbsolute(step, [0, -5], 1e-9);
      expect([cut, convex]).toEqual([true, true]);
    }
  });
});
