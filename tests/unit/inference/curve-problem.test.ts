import { describe, expect, it } from "vitest";
import {
  type CurveProblem,
  type CurveProblemOptions,
  curveProblem,
} from "../../../src/inference/curve-problem.ts";
import { profile } from "../../../src/inference/profile/profile.ts";
import { wald } from "../../../src/inference/wald.ts";
import { studentT } from "../../../src/math/distributions/student-t.ts";
import {
  type Curve,
  type CurveObservations,
  dualCurve,
  fitCurve,
} from "../../../src/math/optimize/fit-curve.ts";
import type { LeastSquaresOptions } from "../../../src/math/optimize/least-squares.ts";
import { expectAbsolute, expectRelative } from "../../helpers/closeness.ts";
import { gradientOf } from "../../helpers/differences.ts";

const line = dualCurve((x: number, [a, b]) => b!.times(x).plus(a!));
const decay = dualCurve((x: number, [top, rate]) => rate!.times(-x).exp().times(top!));
const points = { x: [0, 1, 2, 3, 5, 8], y: [1.2, 2.8, 5.4, 6.7, 11.5, 17.2] };
const falling = { x: [0, 1, 2, 4, 7, 11], y: [10.3, 7.1, 5.6, 2.6, 1.4, 0.1] };

function problemOf(
  curve: Curve<number>,
  observations: CurveObservations<number>,
  start: number[],
  options: CurveProblemOptions = {},
  search: LeastSquaresOptions = {},
): CurveProblem {
  return curveProblem(curve, observations, fitCurve(curve, observations, start, search), options);
}

/** All ends of all parameters. */
function ends(problem: CurveProblem): number[] {
  return profile
    .estimate(problem, problem.parameters)
    .intervals.flatMap(({ lower, upper }) => [lower!, upper!]);
}

describe("curveProblem of a straight line", () => {
  // Intercept and slope by the textbook formulas.
  const mean = (v: number[]): number => v.reduce((sum, u) => sum + u, 0) / v.length;
  const { x, y } = points;
  const n = x.length;
  const spread = x.reduce((sum, v) => sum + (v - mean(x)) ** 2, 0);
  const slope = x.reduce((sum, v, i) => sum + (v - mean(x)) * y[i]!, 0) / spread;
  const intercept = mean(y) - slope * mean(x);
  const sum = y.reduce((total, v, i) => total + (v - intercept - slope * x[i]!) ** 2, 0);
  const sd = Math.sqrt(sum / (n - 2));
  const errorAt = (at: number): number => sd * Math.sqrt(1 / n + (at - mean(x)) ** 2 / spread);

  it.each([0.5, 0.95, 0.999])("has the intervals of Student's t at level %f", (level) => {
    const problem = problemOf(line, points, [0, 0], { level });
    const t = studentT.quantile(0.5 + 0.5 * level, n - 2);
    const [first, second] = profile.estimate(problem, problem.parameters).intervals;
    expectRelative(
      [first!.estimate!, first!.standardError!, first!.lower!, first!.upper!],
      [intercept, errorAt(0), intercept - t * errorAt(0), intercept + t * errorAt(0)],
      1e-9,
    );
    const error = sd / Math.sqrt(spread);
    expectRelative(
      [second!.estimate!, second!.standardError!, second!.lower!, second!.upper!],
      [slope, error, slope - t * error, slope + t * error],
      1e-9,
    );
  });

  it("has them for the line's value at any x, as a function of both parameters", () => {
    const problem = problemOf(line, points, [0, 0]);
    const t = studentT.quantile(0.975, n - 2);
    for (const at of [-3, 2.2, 40]) {
      const [row] = profile.estimate(problem, [problem.derived(([a, b]) => a! + b! * at)]).intervals;
      const value = intercept + slope * at;
      // The derivatives are by differences.
      expectRelative([row!.lower!, row!.upper!], [value - t * errorAt(at), value + t * errorAt(at)], 1e-8);
    }
  });

  it("takes weights by their ratios", () => {
    const weights = [1, 2, 0.5, 1, 3, 1];
    const weighted = ends(problemOf(line, { ...points, weights }, [0, 0]));
    const scaled = ends(problemOf(line, { ...points, weights: weights.map((w) => 1e6 * w) }, [0, 0]));
    expectRelative(scaled, weighted, 1e-9);
    expect(Math.abs(weighted[0]! - ends(problemOf(line, points, [0, 0]))[0]!)).toBeGreaterThan(0.01);
  });
});

describe("curveProblem of a bent curve", () => {
  const problem = problemOf(decay, falling, [10, 0.3]);

  it.each([1e-12, 1e9])("follows units of y and of x, %f of the usual", (unit) => {
    const other = { x: falling.x.map((v) => v * unit), y: falling.y.map((v) => v / unit) };
    const [topLow, topHigh, rateLow, rateHigh] = ends(problemOf(decay, other, [10 / unit, 0.3 / unit]));
    expectRelative([topLow! * unit, topHigh! * unit, rateLow! * unit, rateHigh! * unit], ends(problem), 1e-8);
  });

  it("needs no derivatives", () => {
    expectRelative(ends(problemOf({ value: decay.value }, falling, [10, 0.3])), ends(problem), 1e-8);
  });

  it("has the gradient of its objective, which may be left out", () => {
    const objective = (theta: ArrayLike<number>): number => problem.objective(Float64Array.from(theta));
    const gradient = new Float64Array(2);
    for (const theta of [
      [0.3, -1.2],
      [-4, 2],
    ]) {
      expect(problem.objective(Float64Array.from(theta), gradient)).toBe(objective(theta));
      // Differences with a step of 1e-3 standard errors.
      expectAbsolute(gradient, gradientOf(objective, theta), 1e-6);
    }
  });

  it("has limits of a function that are the function of the limits, on any link", () => {
    const [, , low, high] = ends(problem);
    const targets = [
      problem.derived(([, rate]) => Math.LN2 / rate!),
      problem.derived(([, rate]) => (rate! > 0 ? Math.log(Math.LN2 / rate!) : null), "log"),
    ];
    for (const { lower, upper } of profile.estimate(problem, targets).intervals) {
      expectRelative([lower!, upper!], [Math.LN2 / high!, Math.LN2 / low!], 1e-7);
    }
  });

  it("has no interval for what does not exist at the fit, or is not a number", () => {
    const nowhere = [problem.derived(() => null), problem.derived(() => Number.NaN)];
    for (const { estimate, bound } of profile.estimate(problem, nowhere).intervals) {
      expect([estimate, bound]).toEqual([null, "open"]);
    }
  });

  it("has a covariance for Wald's method", () => {
    const fit = fitCurve(decay, falling, [10, 0.3]);
    const rows = wald.estimate(problem, problem.parameters).intervals;
    expectRelative(
      rows.map(({ standardError }) => standardError!),
      fit.standardErrors as number[],
      1e-12,
    );
  });
});

describe("sides that stay open", () => {
  it("are those on which the curve goes over into a simpler one that fits", () => {
    // Nothing tells where growth will end: the logistic curve goes over into an exponential one.
    const logistic = dualCurve((x: number, [top, middle, scale]) =>
      middle!.minus(x).over(scale!).exp().plus(1).power(-1).times(top!),
    );
    const growing = { x: [0, 1, 2, 3, 4, 5], y: [1.02, 1.61, 2.75, 4.4, 7.5, 11.9] };
    const problem = problemOf(logistic, growing, [50, 8, 2]);
    const bounds = profile.estimate(problem, problem.parameters).intervals.map(({ bound }) => bound);
    expect(bounds).toEqual(["open-upper", "open-upper", "closed"]);
  });

  it("are those on which the curve has no value before the sum of squares has risen", () => {
    const root: Curve<number> = { value: (x, [a]) => Math.sqrt(a! + x) };
    const problem = problemOf(root, { x: [0, 1, 2], y: [0.1, 1.3, 1.2] }, [0.5]);
    const [row] = profile.estimate(problem, problem.parameters).intervals;
    expect([row!.bound, row!.lower]).toEqual(["open-lower", null]);
    expect(problem.objective(Float64Array.of(-1e9), new Float64Array(1))).toBe(Infinity);
  });

  it("are both sides of a parameter that the curve ignores, and none of the others", () => {
    const ignoring: Curve<number> = { value: (x, [a, _unused, b]) => a! + b! * x };
    const problem = problemOf(ignoring, points, [0, 3, 0]);
    const rows = profile.estimate(problem, problem.parameters).intervals;
    expect(rows.map(({ bound }) => bound)).toEqual(["closed", "open", "closed"]);
    expect(rows[1]!.estimate).toBe(3);
  });
});

describe("what has no intervals", () => {
  const codeOf = (attempt: () => unknown): [string, string] => {
    try {
      attempt();
    } catch (error) {
      const { name, message, code } = error as Error & { code?: string };
      return [code ?? name, message];
    }
    return ["none", ""];
  };

  it.each<[string, RegExp, () => unknown]>([
    [
      "too-few-observations",
      /at least 3 observations, got 2/,
      () => problemOf(line, { x: [0, 1], y: [1, 2] }, [0, 0]),
    ],
    [
      "not-identifiable",
      /passes through every/,
      () => problemOf(line, { x: [0, 1, 2], y: [1, 2, 3] }, [0, 0]),
    ],
    [
      "not-identifiable",
      /passes through every/,
      () => problemOf(line, { x: [0, 1, 2], y: [0, 0, 0] }, [0, 0]),
    ],
    [
      "not-identifiable",
      /passes through every/,
      () =>
        problemOf(line, { x: [0.1, 0.2, 0.3, 0.7], y: [0.1, 0.2, 0.3, 0.7].map((v) => 1e5 + v / 3) }, [0, 0]),
    ],
    [
      "not-identifiable",
      /parameter 1 is held at its upper/,
      () => problemOf(line, points, [0, 0], {}, { upper: [9, 1] }),
    ],
    [
      "not-converged",
      /too-many-iterations/,
      () => problemOf(decay, falling, [1, 3], {}, { maxIterations: 1 }),
    ],
    [
      "RangeError",
      /level must lie in \(0, 1\), got 95/,
      () => problemOf(line, points, [0, 0], { level: 95 }),
    ],
    [
      "RangeError",
      /6 residuals, got 3/,
      () => curveProblem(line, points, fitCurve(line, { x: [0, 1, 2], y: [1, 0, 3] }, [0, 0])),
    ],
  ])("%s: %s", (code, message, attempt) => {
    const [found, text] = codeOf(attempt);
    expect(found).toBe(code);
    expect(text).toMatch(message);
  });
});
