import { describe, expect, it } from "vitest";
import type { ValueAndGradient } from "../../../src/math/derivatives.ts";
import { hasConverged, minimizeNewton } from "../../../src/math/minimize-newton.ts";
import { expectAbsolute } from "../../helpers/closeness.ts";
import { beale, flatValley, rosenbrock, walled } from "./test-functions.ts";

describe("minimizeNewton", () => {
  it.each([
    ["Rosenbrock's valley", rosenbrock, [-1.2, 1], [1, 1], 1e-8],
    ["Rosenbrock's valley from far off", rosenbrock, [10, -30], [1, 1], 1e-8],
    ["Beale's function", beale, [1, 1], [3, 0.5], 1e-7],
    ["Beale's function from the other side", beale, [4, 0.8], [3, 0.5], 1e-7],
    // A step that would gain less than 1e-17 ends the search: here √(1e-17/1e-8) of the way along the valley.
    ["a flat valley", flatValley, [40, -70], [1, 1], 1e-4],
    ["walls on two sides", walled, [1e-3, 1.9], [1, -2], 1e-7],
    ["walls, from far along", walled, [50, -300], [1, -2], 1e-7],
  ])("finds the lowest point of %s", (_, f, start, lowest, tolerance) => {
    const found = minimizeNewton(f, start);
    expectAbsolute(found.x, lowest, tolerance);
    expect(hasConverged(found)).toBe(true);
  });

  it("needs one step for a parabola, wherever it starts", () => {
    const parabola: ValueAndGradient = ([x, y], gradient) => {
      gradient[0] = 2 * (x! - 3) + y!;
      gradient[1] = 4 * y! + x!;
      return (x! - 3) ** 2 + 2 * y! * y! + x! * y!;
    };
    const found = minimizeNewton(parabola, [1000, -1e5]);
    expect(found.iterations).toBeLessThanOrEqual(3);
    // x = 24/7, y = −6/7 from the two linear equations.
    expectAbsolute(found.x, [24 / 7, -6 / 7], 1e-8);
  });

  it("reports the value, gradient and Hessian of the point it returns", () => {
    const found = minimizeNewton(rosenbrock, [-1.2, 1]);
    const gradient = new Float64Array(2);
    expect(found.value).toBe(rosenbrock(found.x, gradient));
    expect(found.gradient).toEqual(gradient);
    expectAbsolute(found.hessian.values, [802, -400, -400, 200], 1e-4);
  });

  it("never ends above its start, on a saddle least of all", () => {
    const saddle: ValueAndGradient = ([x, y], gradient) => {
      gradient[0] = 2 * x!;
      gradient[1] = 4 * y! ** 3 - 4 * y!;
      return x! * x! + y! ** 4 - 2 * y! * y!;
    };
    const found = minimizeNewton(saddle, [0.5, 1e-3]);
    expectAbsolute(found.x, [0, 1], 1e-7);
    expect(found.value).toBeCloseTo(-1, 12);
  });

  it("says where it starts on no finite value", () => {
    for (const start of [
      [-1, 0],
      [1, 2],
    ]) {
      expect(minimizeNewton(walled, start)).toMatchObject({ ended: "no-finite-start", iterations: 0 });
    }
    expect(minimizeNewton(() => Number.NaN, [1]).ended).toBe("no-finite-start");
  });

  it("does not claim convergence where there is no lowest point", () => {
    const slope: ValueAndGradient = ([x], gradient) => {
      gradient[0] = 1;
      return x!;
    };
    expect(hasConverged(minimizeNewton(slope, [0]))).toBe(false);
  });

  it("does not claim convergence when the iterations run out", () => {
    const found = minimizeNewton(rosenbrock, [-1.2, 1], 3);
    expect(found).toMatchObject({ ended: "too-many-iterations", iterations: 3 });
    expect(found.value).toBeLessThan(24.2);
  });

  it("does not claim convergence in a corner without a slope", () => {
    const corner: ValueAndGradient = ([x], gradient) => {
      gradient[0] = Math.sign(x!) || 1;
      return Math.abs(x!);
    };
    expect(hasConverged(minimizeNewton(corner, [0.7]))).toBe(false);
  });

  it("leaves the start as it was", () => {
    const start = Float64Array.of(-1.2, 1);
    minimizeNewton(rosenbrock, start);
    expect([...start]).toEqual([-1.2, 1]);
  });

  it("is the same from the same start, bit for bit", () => {
    expect(minimizeNewton(beale, [1, 1])).toEqual(minimizeNewton(beale, [1, 1]));
  });
});
