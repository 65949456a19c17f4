import { describe, expect, it } from "vitest";
import type { IntervalProblem, Target } from "../../../../src/inference/interval-method.ts";
import { profile, profileLimit } from "../../../../src/inference/profile/profile.ts";
import { traceLimit } from "../../../../src/inference/profile/profile-trace.ts";
import { wald } from "../../../../src/inference/wald.ts";
import type { ValueAndGradient } from "../../../../src/math/derivatives/central-differences.ts";
import { expectAbsolute, expectRelative } from "../../../helpers/closeness.ts";
import {
  bisect,
  combination,
  coordinate,
  gaussian,
  intervalProblem,
} from "../../../helpers/interval-problems.ts";

type Limit = (problem: IntervalProblem, target: Target, side: -1 | 1) => number | null;
const ways: [string, Limit][] = [
  ["at the contour", profileLimit],
  ["by tracing", traceLimit],
];
const both = (limit: Limit, problem: IntervalProblem, target: Target): [number, number] => [
  limit(problem, target, -1)!,
  limit(problem, target, 1)!,
];

/** 12 waiting times that add to 30 days, by the log of their rate. */
const exponential: ValueAndGradient = ([theta], gradient) => {
  gradient[0] = 30 * Math.exp(theta!) - 12;
  return 30 * Math.exp(theta!) - 12 * theta!;
};

/** 9 of 11 patients better, by the logit of the probability. */
const binomial: ValueAndGradient = ([theta], gradient) => {
  gradient[0] = 11 / (1 + Math.exp(-theta!)) - 9;
  return 11 * Math.log1p(Math.exp(theta!)) - 9 * theta!;
};

/** Five normal numbers by mean and log standard deviation. */
const sample = [4, 7, 5, 9, 5.5];
const normalSample: ValueAndGradient = ([mean, logSd], gradient) => {
  const variance = Math.exp(2 * logSd!);
  const squares = sample.reduce((sum, x) => sum + (x - mean!) ** 2, 0);
  gradient[0] = -sample.reduce((sum, x) => sum + (x - mean!), 0) / variance;
  gradient[1] = sample.length - squares / variance;
  return sample.length * logSd! + (0.5 * squares) / variance;
};

describe.each(ways)("profile limits %s", (_, limit) => {
  it("are Wald's where the objective is a parabola", () => {
    const precision = [
      [2, -1, 0.3],
      [-1, 4, 0.5],
      [0.3, 0.5, 1],
    ];
    const problem = intervalProblem(gaussian([3, -1, 10], precision, 7), [0, 0, 0]);
    for (const target of [coordinate(0), coordinate(2, "log"), combination([1, -2, 0.1])]) {
      const [row] = wald.estimate(problem, [target]).intervals;
      const link = target.link === "log" ? Math.log : (x: number) => x;
      // Both rest on a Hessian by differences, 1e-9.
      expectAbsolute(both(limit, problem, target), [link(row!.lower!), link(row!.upper!)], 1e-7);
    }
  });

  it("of an exponential rate are the roots of its likelihood", () => {
    for (const level of [0.5, 0.95, 0.999]) {
      const problem = intervalProblem(exponential, [0], level);
      const top = Math.log(12 / 30);
      const f = (x: number): number =>
        exponential(Float64Array.of(x), new Float64Array(1)) - problem.minimum.value - problem.drop;
      expectAbsolute(
        both(limit, problem, coordinate(0, "log")),
        [bisect(f, top - 5, top), bisect(f, top, top + 5)],
        1e-7,
      );
    }
  });

  it("of a binomial probability are the roots of its likelihood", () => {
    const problem = intervalProblem(binomial, [0]);
    const top = Math.log(9 / 2);
    const f = (x: number): number =>
      binomial(Float64Array.of(x), new Float64Array(1)) - problem.minimum.value - problem.drop;
    expectAbsolute(
      both(limit, problem, coordinate(0, "logit")),
      [bisect(f, top - 9, top), bisect(f, top, top + 9)],
      1e-7,
    );
  });

  it("of a normal mean are x̄ ± s √(e^(2·drop/n) − 1), the scatter maximised over", () => {
    const problem = intervalProblem(normalSample, [6, 0.5]);
    const s = Math.sqrt(sample.reduce((sum, x) => sum + (x - 6.1) ** 2, 0) / 5);
    const reach = s * Math.sqrt(Math.expm1((2 * problem.drop) / 5));
    expectAbsolute(both(limit, problem, coordinate(0)), [6.1 - reach, 6.1 + reach], 1e-7);
  });

  it("of a normal standard deviation are the roots of its likelihood, the mean maximised over", () => {
    const problem = intervalProblem(normalSample, [6, 0.5]);
    const profiled = (logSd: number): number =>
      normalSample(Float64Array.of(6.1, logSd), new Float64Array(2)) - problem.minimum.value - problem.drop;
    const top = problem.minimum.x[1]!;
    expectAbsolute(
      both(limit, problem, coordinate(1, "log")),
      [bisect(profiled, top - 3, top), bisect(profiled, top, top + 4)],
      1e-7,
    );
  });

  it("of a ratio of normal means are Fieller's", () => {
    // Means 6 and 4 with variances 1 and .5 and covariance .2: (6 − 4ρ)² = z²(1 − .4ρ + .5ρ²).
    const determinant = 0.5 - 0.04;
    const problem = intervalProblem(
      gaussian(
        [6, 4],
        [
          [0.5 / determinant, -0.2 / determinant],
          [-0.2 / determinant, 1 / determinant],
        ],
      ),
      [1, 1],
    );
    const z2 = 2 * problem.drop;
    const [a, b, c] = [16 - 0.5 * z2, -48 + 0.4 * z2, 36 - z2];
    const root = Math.sqrt(b * b - 4 * a * c);
    expectAbsolute(both(limit, problem, ratio), [(-b - root) / (2 * a), (-b + root) / (2 * a)], 1e-6);
  });

  it("are null where the objective stays below the drop for ever", () => {
    const problem = intervalProblem(oneSided, [0.2]);
    expect(limit(problem, coordinate(0), 1)).toBeNull();
    expect(limit(problem, coordinate(0), -1)).toBeCloseTo(-Math.sqrt(2 * problem.drop), 6);
  });

  it("are null where the target ceases to exist before the drop is reached", () => {
    const problem = intervalProblem(gaussian([2], [[1]]), [1]);
    const onlyBelowThree: Target = {
      link: "identity",
      evaluate(theta, gradient) {
        gradient?.fill(1);
        return theta[0]! < 3 ? theta[0]! : null;
      },
    };
    expect(limit(problem, onlyBelowThree, 1)).toBeNull();
    expect(limit(problem, onlyBelowThree, -1)).toBeCloseTo(2 - Math.sqrt(2 * problem.drop), 6);
  });
});

/** First over second parameter; no value unless the second is positive. */
const ratio: Target = {
  link: "identity",
  evaluate(theta, gradient) {
    const [over, under] = [theta[0]!, theta[1]!];
    if (!(under > 0)) return null;
    gradient?.set([1 / under, -over / under ** 2]);
    return over / under;
  },
};

/** A parabola below 0 that never rises above 1 on the other side; both have curvature 1 at 0. */
const oneSided: ValueAndGradient = ([x], gradient) => {
  gradient[0] = x! < 0 ? x! : x! * Math.exp(-0.5 * x! * x!);
  return x! < 0 ? 0.5 * x! * x! : -Math.expm1(-0.5 * x! * x!);
};

describe("profile", () => {
  it("names the open side", () => {
    const mirrored: ValueAndGradient = (theta, gradient) => {
      const value = oneSided(Float64Array.of(-theta[0]!), gradient);
      gradient[0] = -gradient[0]!;
      return value;
    };
    const flat: ValueAndGradient = ([x], gradient) => {
      gradient[0] = x! * Math.exp(-0.5 * x! * x!);
      return -Math.expm1(-0.5 * x! * x!);
    };
    const bounds = [oneSided, mirrored, flat, gaussian([0], [[1]])].map((f) => {
      const [row] = profile.estimate(intervalProblem(f, [0.1]), [coordinate(0)]).intervals;
      return [row!.bound, row!.lower === null, row!.upper === null];
    });
    expect(bounds).toEqual([
      ["open-upper", false, true],
      ["open-lower", true, false],
      ["open", true, true],
      ["closed", false, false],
    ]);
  });

  it("is open above for Fieller's ratio when the denominator may be 0", () => {
    const problem = intervalProblem(
      gaussian(
        [6, 1],
        [
          [1, 0],
          [0, 1],
        ],
      ),
      [1, 1],
    );
    const [row] = profile.estimate(problem, [ratio]).intervals;
    expect(row).toMatchObject({ upper: null, bound: "open-upper" });
    // (6 − ρ)² = z²(1 + ρ²), whose root above 0 is the lower limit.
    const z2 = 2 * problem.drop;
    const found = row!.lower!;
    expect((6 - found) ** 2 - z2 * (1 + found ** 2)).toBeCloseTo(0, 4);
    expect(found).toBeGreaterThan(0);
  });

  it("is open along a direction the objective does not know, and closed along the others", () => {
    const problem = intervalProblem(
      gaussian(
        [1, 2],
        [
          [4, 0],
          [0, 0],
        ],
      ),
      [0, 0],
    );
    expect(problem.covariance).toBeNull();
    const [known, unknown] = profile.estimate(problem, [coordinate(0), coordinate(1)]).intervals;
    expect(unknown).toMatchObject({ standardError: null, lower: null, upper: null, bound: "open" });
    expectRelative([known!.lower!, known!.upper!], [1 - 0.979981992, 1 + 0.979981992], 1e-6);
  });

  it("has no interval where the target does not exist at the mode", () => {
    const problem = intervalProblem(
      gaussian(
        [6, -1],
        [
          [1, 0],
          [0, 1],
        ],
      ),
      [1, 1],
    );
    expect(profile.estimate(problem, [ratio]).intervals).toEqual([
      {
        estimate: null,
        standardError: null,
        lower: null,
        upper: null,
        bound: "open",
        linkStandardError: null,
      },
    ]);
  });
});
