import { describe, expect, it } from "vitest";
import { correlatedErrors, poolTwoOutcomes } from "../../../../src/pooling/multilevel/index.ts";
import { type MultilevelResult, multilevelResultSchema } from "../../../../src/schema/index.ts";
import { expectRelative } from "../../../helpers/closeness.ts";
import { nestedEffects } from "../../../helpers/nested-effects.ts";

const relief = [0.8, 0.5, 0.9, 0.1, 0.3];
const duration = [1.4, 1.1, 1, 1.3, 1.9];
const names = ["a", "b", "c", "d", "e"];

/** Both outcomes of every paper; durations in units of `unit` days. */
function pairs(unit: number, papers = names.length) {
  const both = names.slice(0, papers);
  return nestedEffects(
    both.flatMap((_, i) => [relief[i]!, duration[i]! * unit]),
    both.flatMap((_, i) => [0.02 + 0.01 * i, 0.05 * unit * unit]),
    { paper: both.flatMap((name) => [name, name]), outcome: both.flatMap(() => ["relief", "duration"]) },
  );
}

const codes = ({ warnings }: MultilevelResult): string[] => warnings.map(({ code }) => code);

describe("relief and its duration", () => {
  it("come as two means, two variances and a correlation, in plain JSON", () => {
    const result = poolTwoOutcomes(pairs(1));
    expect(JSON.parse(JSON.stringify(result))).toEqual(result);
    expect(multilevelResultSchema.safeParse(result).error).toBeUndefined();
    expect(result.estimates.map(({ parameter, outcome }) => [parameter, outcome])).toEqual([
      ["mean", "relief"],
      ["mean", "duration"],
      ["tauSquared", "relief"],
      ["tauSquared", "duration"],
      ["correlation", undefined],
    ]);
    for (const { lower, estimate, upper, method } of result.estimates.slice(2)) {
      expect(method).toBe("profile");
      expect(lower).toBeLessThanOrEqual(estimate!);
      expect(upper).toBeGreaterThanOrEqual(estimate!);
    }
  });

  it("have the same means and correlation whatever the unit of the duration: one or a hundred days", () => {
    const [one, hundred] = [1, 100].map((unit) =>
      poolTwoOutcomes(pairs(unit), { sampling: correlatedErrors(0.3) }),
    );
    expectRelative([hundred!.estimates[0]!.estimate!], [one!.estimates[0]!.estimate!], 1e-6);
    const upper = ({ companions }: MultilevelResult): number =>
      companions.find(({ row }) => row.method === "containment-t" && row.outcome === "duration")!.row.upper!;
    expectRelative([upper(hundred!)], [100 * upper(one!)], 1e-6);
    // CR2 takes a symmetric root, which knows units: the limits move a little with them, as clubSandwich's do.
    expectRelative([hundred!.estimates[1]!.upper!], [100 * one!.estimates[1]!.upper!], 1e-3);
    expectRelative([hundred!.estimates[4]!.estimate!], [one!.estimates[4]!.estimate!], 1e-4);
  });

  it("two papers have a correlation at its end, and that is said; one paper is refused", () => {
    const two = poolTwoOutcomes(pairs(1, 2));
    expect(JSON.stringify(two)).not.toContain("NaN");
    expect(two.estimates[0]!.bound).toBe("open");
    expect(codes(two)).toContain("interval-open");
    expect(() => poolTwoOutcomes(pairs(1, 1))).toThrow("needs at least 2 groups, got 1");
  });

  it("need two outcomes, and two papers that report both", () => {
    const third = nestedEffects([1, 2, 3], [1, 1, 1], { paper: ["a", "a", "b"], outcome: ["x", "y", "z"] });
    expect(() => poolTwoOutcomes(third)).toThrow("needs 2, got 3: x, y, z");
    const apart = nestedEffects([1, 2, 3], [1, 1, 1], { paper: ["a", "b", "c"], outcome: ["x", "y", "y"] });
    expect(() => poolTwoOutcomes(apart)).toThrow("needs at least 2 groups with both, got 0");
    expect(() => poolTwoOutcomes(nestedEffects([1], [1], { paper: ["a"] }))).toThrow(
      "needs outcome, got none",
    );
  });
});
