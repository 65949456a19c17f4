import { describe, expect, it } from "vitest";
import type { Target } from "../../../src/inference/interval-method.ts";
import { wald } from "../../../src/inference/wald.ts";
import { expectAbsolute, expectRelative } from "../../helpers/closeness.ts";
import { combination, coordinate, gaussian, intervalProblem } from "../../helpers/interval-problems.ts";

const z = 1.959963984540054;
/** Covariance [[4, 1], [1, 2]], whose inverse is [[2, −1], [−1, 4]]/7. */
const objective = gaussian(
  [3, -1],
  [
    [2 / 7, -1 / 7],
    [-1 / 7, 4 / 7],
  ],
);
const problem = intervalProblem(objective, [0, 0]);

describe("wald", () => {
  it("is estimate ± z standard errors for a parameter and for a combination of them", () => {
    const [first, sum] = wald.estimate(problem, [coordinate(0), combination([1, 2])]).intervals;
    // Var(x + 2y) = 4 + 4·1 + 4·2 = 16. The Hessian is by differences: 1e-9.
    expectRelative([first!.estimate!, first!.standardError!], [3, 2], 1e-8);
    expectRelative([first!.lower!, first!.upper!], [3 - 2 * z, 3 + 2 * z], 1e-8);
    expectRelative(
      [sum!.estimate!, sum!.standardError!, sum!.lower!, sum!.upper!],
      [1, 4, 1 - 4 * z, 1 + 4 * z],
      1e-7,
    );
    expect([first!.bound, sum!.bound]).toEqual(["closed", "closed"]);
  });

  it("is symmetric on the log and on the logit, with the delta method's natural standard error", () => {
    const [log, logit] = wald.estimate(problem, [coordinate(0, "log"), coordinate(1, "logit")]).intervals;
    expectRelative([log!.lower! * log!.upper!], [log!.estimate! ** 2], 1e-8);
    expectRelative([log!.standardError!], [2 * Math.exp(3)], 1e-7);
    const odds = (p: number): number => p / (1 - p);
    expectRelative([odds(logit!.lower!) * odds(logit!.upper!)], [odds(logit!.estimate!) ** 2], 1e-7);
    const p = 1 / (1 + Math.E);
    expectRelative([logit!.standardError!], [Math.SQRT2 * p * (1 - p)], 1e-7);
  });

  it("follows the level", () => {
    const width = (level: number): number => {
      const [row] = wald.estimate({ ...problem, level }, [coordinate(0)]).intervals;
      return row!.upper! - row!.lower!;
    };
    expectAbsolute([width(0.5), width(0.9)], [4 * 0.6744897501960817, 4 * 1.6448536269514722], 1e-7);
  });

  it("has no interval where the target does not exist", () => {
    const nowhere: Target = { link: "log", evaluate: () => null };
    expect(wald.estimate(problem, [nowhere]).intervals).toEqual([
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

  it("is open where an end is beyond every number, and has no estimate where that is", () => {
    const wide = intervalProblem(gaussian([0], [[1e-6]]), [1]);
    expect(wald.estimate(wide, [coordinate(0, "log")]).intervals[0]).toMatchObject({
      lower: 0,
      upper: null,
      bound: "open-upper",
    });
    const far = intervalProblem(gaussian([800], [[1]]), [799]);
    expect(wald.estimate(far, [coordinate(0, "log")]).intervals[0]).toMatchObject({
      estimate: null,
      bound: "open",
    });
  });

  it("is open without a covariance, and keeps the estimate", () => {
    const flat = { ...problem, covariance: null };
    expect(wald.estimate(flat, [coordinate(1)]).intervals[0]).toMatchObject({
      standardError: null,
      lower: null,
      upper: null,
      bound: "open",
    });
    expect(wald.estimate(flat, [coordinate(1)]).intervals[0]!.estimate).toBeCloseTo(-1, 8);
  });

  it("answers nothing for no targets, draws nothing, and says that it undercovers", () => {
    const { warnings, ...rest } = wald.estimate(problem, []);
    expect(rest).toEqual({ intervals: [], draws: null, posterior: null });
    expect(warnings.map(({ code }) => code)).toEqual(["undercovers"]);
  });
});
