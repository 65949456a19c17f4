import { describe, expect, it } from "vitest";
import type { ValueAndGradient } from "../../../src/math/derivatives.ts";
import type { Matrix } from "../../../src/math/matrix.ts";
import { minimizeBfgs } from "../../../src/math/minimize-bfgs.ts";
import { expectAbsolute } from "../../helpers/closeness.ts";
import { beale, rosenbrock, walled } from "./test-functions.ts";

const diagonal = (...values: number[]): Matrix => ({
  rows: values.length,
  columns: values.length,
  values: Float64Array.from(values.flatMap((v, i) => values.map((_, j) => (i === j ? v : 0)))),
});

describe("minimizeBfgs", () => {
  it.each([
    ["Rosenbrock's valley", rosenbrock, [-1.2, 1], [1, 1]],
    ["Beale's function", beale, [1, 1], [3, 0.5]],
    ["walls on two sides", walled, [0.1, 1.9], [1, -2]],
  ])("finds the lowest point of %s from the identity", (_, f, start, lowest) => {
    const found = minimizeBfgs(f, start, diagonal(1, 1));
    // It ends where a step gains less than 1e-16: √(1e-16 / curvature) away, which is ½ or more.
    expectAbsolute(found.x, lowest, 1e-6);
    expect(found.converged).toBe(true);
  });

  it("makes Newton's step where the first Hessian is right", () => {
    const parabola: ValueAndGradient = ([x, y], gradient) => {
      gradient[0] = 2 * (x! - 3);
      gradient[1] = 50 * (y! + 1);
      return (x! - 3) ** 2 + 25 * (y! + 1) ** 2;
    };
    expect(minimizeBfgs(parabola, [100, 100], diagonal(2, 50)).iterations).toBeLessThanOrEqual(2);
  });

  it("reports the value of the point it returns, and leaves start and Hessian as they were", () => {
    const start = Float64Array.of(-1.2, 1);
    const first = diagonal(1, 1);
    const found = minimizeBfgs(rosenbrock, start, first);
    expect(found.value).toBe(rosenbrock(found.x, new Float64Array(2)));
    expect([...start]).toEqual([-1.2, 1]);
    expect(first).toEqual(diagonal(1, 1));
  });

  it("keeps its Hessian positive definite where the function is not convex", () => {
    const wave: ValueAndGradient = ([x], gradient) => {
      gradient[0] = Math.sin(x!) + 0.02 * x!;
      return 0.01 * x! * x! - Math.cos(x!);
    };
    const found = minimizeBfgs(wave, [2.8], diagonal(0.1));
    expect(found.converged).toBe(true);
    expect(Math.abs(Math.sin(found.x[0]!) + 0.02 * found.x[0]!)).toBeLessThan(1e-7);
    expect(found.value).toBeLessThan(wave(Float64Array.of(2.8), new Float64Array(1)));
  });

  it("does not claim convergence without a finite start, a usable Hessian, iterations or a lowest point", () => {
    const slope: ValueAndGradient = ([x], gradient) => {
      gradient[0] = 1;
      return x!;
    };
    expect(minimizeBfgs(walled, [-1, 0], diagonal(1, 1))).toMatchObject({ converged: false, iterations: 0 });
    expect(minimizeBfgs(rosenbrock, [0, 0], diagonal(1, -1))).toMatchObject({
      converged: false,
      iterations: 0,
    });
    expect(minimizeBfgs(rosenbrock, [-1.2, 1], diagonal(1, 1), 4)).toMatchObject({
      converged: false,
      iterations: 4,
    });
    expect(minimizeBfgs(slope, [0], diagonal(1), 50).converged).toBe(false);
  });
});
