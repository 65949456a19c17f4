import { describe, expect, it } from "vitest";
import {
  averageRelapse,
  exponential,
  fitRelapse,
  flatRelapsePriors,
  weibull,
} from "../../../../src/relapse/index.ts";
import { relapseAverageSchema } from "../../../../src/schema/relapse-average.ts";
import { exactRows } from "../../../helpers/relapse-rows.ts";
import { rowsOf } from "../../../helpers/survreg-rows.ts";

const priors = flatRelapsePriors;
const eight = rowsOf([2, 2, 3, 3, 4, 2, 4, 5], [6, 4, 4, 6, 6, 3, 5, null]);
const months = { timeUnit: "month" };

describe("averageRelapse", () => {
  it.each([["marginal-likelihood", {}] as const, ["aicc", { priors }] as const])(
    "weighs by %s: weights add to 1, averages lie among the models', and JSON returns the result",
    (weighting, options) => {
      const average = averageRelapse(eight, { ...months, ...options });
      expect(average.weighting).toBe(weighting);
      expect(average.models.reduce((sum, { weight }) => sum + weight!, 0)).toBeCloseTo(1, 12);
      const among = (pick: "median" | "lower" | "upper", value: number): void => {
        const own = average.models.map((model) => model[pick]!);
        expect(value).toBeGreaterThan(Math.min(...own));
        expect(value).toBeLessThan(Math.max(...own));
      };
      const { estimate, lower, upper } = average.estimates[0]!;
      among("median", estimate!);
      among("lower", lower!);
      among("upper", upper!);
      expect(JSON.parse(JSON.stringify(average))).toEqual(average);
      expect(relapseAverageSchema.safeParse(average).success).toBe(true);
    },
  );

  it("weighs by exp(−AICc/2)", () => {
    const { models } = averageRelapse(eight, { priors });
    const [first, last] = [models[0]!, models.at(-1)!];
    expect(Math.log(first.weight! / last.weight!)).toBeCloseTo(-0.5 * (first.aicc! - last.aicc!), 10);
  });

  it("is the model itself where there is one: the limits of its profile", () => {
    const alone = averageRelapse(eight, { models: [weibull], priors }).estimates[0]!;
    const { estimate, lower, upper } = fitRelapse(eight, { priors }).estimates[0]!;
    expect(alone.estimate).toBeCloseTo(estimate!, 10);
    expect(alone.lower).toBeCloseTo(lower!, 8);
    expect(alone.upper).toBeCloseTo(upper!, 8);
  });

  it("leaves out models that cannot be fitted, and says so", () => {
    const average = averageRelapse(exactRows(60, 60, 60, 60), { models: [weibull, exponential], priors });
    expect(average.models.map(({ weight }) => weight)).toEqual([null, 1]);
    expect(average.warnings.map(({ code }) => code)).toEqual(["model-left-out"]);
  });

  it("refuses by name where AICc has no value, no model fits, or there is none", () => {
    expect(() => averageRelapse(exactRows(50, 70, 90), { priors })).toThrow(
      /by AICc: needs at least 4 courses, got 3/,
    );
    expect(() => averageRelapse(exactRows(60, 60), { models: [weibull], priors })).toThrow(
      /needs times that differ/,
    );
    expect(() => averageRelapse(eight, { models: [] })).toThrow(RangeError);
  });
});
