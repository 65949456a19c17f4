import { describe, expect, it } from "vitest";
import { minimizeNelderMead } from "../../../../src/math/optimize/minimize-nelder-mead.ts";
import { expectAbsolute } from "../../../helpers/closeness.ts";

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
