import { describe, expect, it } from "vitest";
import { minimizeValley } from "../../../../src/inference/profile/minimize-valley.ts";
import { profileLimit } from "../../../../src/inference/profile/profile.ts";
import { traceLimit } from "../../../../src/inference/profile/profile-trace.ts";
import type { ValueAndGradient } from "../../../../src/math/derivatives/central-differences.ts";
import { coordinate, intervalProblem } from "../../../helpers/interval-problems.ts";

/**
 * An amplitude that must grow as e^u: ½ (1e3 (1 − a e^−u))² + e^−u. Its floor falls to 0 as both go to infinity.
 */
const valley: ValueAndGradient = ([a, u], gradient) => {
  const shrink = Math.exp(-u!);
  const away = 1e3 * (1 - a! * shrink);
  gradient[0] = -1e3 * away * shrink;
  gradient[1] = 1e3 * away * a! * shrink - shrink;
  return 0.5 * away * away + shrink;
};

describe("minimizeValley", () => {
  it("follows a curved floor to where it falls no more", () => {
    const { x, value, converged } = minimizeValley(valley, Float64Array.of(3, 1));
    expect(converged).toBe(true);
    // Newton's steps on e^−u take u further by 1 each, until 1e3 (1 − a e^−u) is rounding errors.
    expect(value).toBeLessThan(1e-11);
    expect(x[0]! * Math.exp(-x[1]!)).toBeCloseTo(1, 9);
  });

  it("finds a minimum where there is one, from one variable on", () => {
    const parabola: ValueAndGradient = (x, gradient) => {
      gradient[0] = x[0]! - 4;
      return 0.5 * (x[0]! - 4) ** 2;
    };
    expect(minimizeValley(parabola, Float64Array.of(-7)).x[0]).toBeCloseTo(4, 9);
  });

  it("says so where there is none", () => {
    const plane: ValueAndGradient = (x, gradient) => {
      gradient.fill(1);
      return x[0]! + x[1]!;
    };
    expect(minimizeValley(plane, Float64Array.of(0, 0)).converged).toBe(false);
  });
});

describe("a profile along a valley without an end", () => {
  /** The valley beside a third parameter w, whose square counts as much as what is left of the floor. */
  const beside =
    (floor: number): ValueAndGradient =>
    ([a, u, w], gradient) => {
      const part = new Float64Array(2);
      const bottom = valley(Float64Array.of(a!, u!), part);
      // A minimum at u near 0: the floor rises from there as 1 − (1 + u) e^−u.
      const rise = floor * (1 - (1 + u!) * Math.exp(-u!));
      gradient[0] = part[0]!;
      gradient[1] = part[1]! + Math.exp(-u!) + floor * u! * Math.exp(-u!);
      gradient[2] = w!;
      return bottom - Math.exp(-u!) + rise + 0.5 * w! * w!;
    };

  it("is open where the floor stays below the drop, though every other parameter must run off with it", () => {
    const problem = intervalProblem(beside(1.5), [1, 0.1, 0.1]);
    for (const limit of [profileLimit, traceLimit]) {
      expect(limit(problem, coordinate(1), 1)).toBeNull();
      expect(limit(problem, coordinate(1), -1)).not.toBeNull();
      expect(limit(problem, coordinate(2), 1)).toBeCloseTo(Math.sqrt(2 * problem.drop), 6);
    }
  });

  it("ends where the floor passes the drop", () => {
    const problem = intervalProblem(beside(2.5), [1, 0.1, 0.1]);
    const end = profileLimit(problem, coordinate(1), 1)!;
    expect(2.5 * (1 - (1 + end) * Math.exp(-end))).toBeCloseTo(problem.drop, 6);
    expect(traceLimit(problem, coordinate(1), 1)).toBeCloseTo(end, 5);
  });
});

describe("a profile that is torn off", () => {
  it("has no end where it jumps over the drop, whatever lies beyond", () => {
    const torn: ValueAndGradient = ([x], gradient) => {
      gradient[0] = x!;
      return 0.5 * x! * x! + (x! > 1.2 ? 40 : 0);
    };
    const problem = intervalProblem(torn, [0.1]);
    expect(traceLimit(problem, coordinate(0), 1)).toBeNull();
    expect(traceLimit(problem, coordinate(0), -1)).toBeCloseTo(-Math.sqrt(2 * problem.drop), 6);
  });

  it("never throws where the objective is finite at the mode alone", () => {
    const lonely: ValueAndGradient = ([x, y], gradient) => {
      gradient.set([x!, y!]);
      return Math.abs(x!) + Math.abs(y!) < 0.01 ? 0.5 * (x! * x! + y! * y!) : Number.POSITIVE_INFINITY;
    };
    const problem = intervalProblem(lonely, [0, 0]);
    for (const side of [-1, 1] as const) expect(profileLimit(problem, coordinate(0), side)).toBeNull();
  });
});
