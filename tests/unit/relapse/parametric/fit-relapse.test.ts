import { describe, expect, it } from "vitest";
import { EstimationError } from "../../../../src/errors.ts";
import { fitRelapse } from "../../../../src/relapse/fit-relapse.ts";
import {
  exponential,
  flatRelapsePriors,
  relapseModels,
  weakRelapsePriors,
} from "../../../../src/relapse/index.ts";
import type { RelapseRow } from "../../../../src/schema/relapse.ts";
import { type RelapseResult, relapseResultSchema } from "../../../../src/schema/relapse-result.ts";
import { expectRelative } from "../../../helpers/closeness.ts";
import { exactRows } from "../../../helpers/relapse-rows.ts";
import { rowsOf } from "../../../helpers/survreg-rows.ts";

const priors = flatRelapsePriors;
const eight = rowsOf([2, 2, 3, 3, 4, 2, 4, 5], [6, 4, 4, 6, 6, 3, 5, null]);
const months = { timeUnit: "month" };
const row = (result: RelapseResult, parameter: string) =>
  result.estimates.find((estimate) => estimate.parameter === parameter)!;
const codes = (result: RelapseResult): string[] => result.warnings.map(({ code }) => code);
const refusal = (task: () => unknown): unknown => {
  try {
    task();
  } catch (error) {
    return error instanceof EstimationError ? error.code : error;
  }
  return null;
};
describe("fitRelapse by default", () => {
  const result = fitRelapse(eight, { ...months, times: [3], restrictedTo: 6 });

  it("gives the posterior under named priors, the median first", () => {
    expect(result.estimates.map(({ parameter }) => parameter)).toEqual([
      "median",
      "quantile0.25",
      "quantile0.75",
      "restrictedMean",
      "stayingWell3",
      "shape",
      "scale",
      "nextRelapse",
    ]);
    expect(new Set(result.estimates.slice(0, -1).map(({ method }) => method))).toEqual(
      new Set(["posterior"]),
    );
    expect(result.provenance.options.priors).toBe("weak");
    expect(result.priors.map(({ parameter }) => parameter)).toEqual(["log median", "log shape"]);
    expect(result.posterior!.paretoShape).toBeLessThan(0.7);
    expect(result.fit!.aicc).toBeNull();
  });

  it("agrees with the posterior added up on a fine grid", () => {
    const { logMedianDays, logWeibullShape } = weakRelapsePriors;
    const center = logMedianDays.mean - Math.log(365.25 / 12);
    const medians = Array.from({ length: 601 }, (_, i) => -1 + i * 0.01);
    const shapes = Array.from({ length: 301 }, (_, i) => -2.5 + i * 0.025);
    const survival = (t: number | null, m: number, k: number): number =>
      t === null ? 0 : 2 ** -((t / Math.exp(m)) ** Math.exp(k));
    const mass = medians.map((m) =>
      shapes.reduce((sum, k) => {
        const z = (m - center) / logMedianDays.sd!;
        const w = (k - logWeibullShape.mean) / logWeibullShape.sd!;
        const likelihood = eight.reduce(
          (product, { lower, upper }) => product * (survival(lower, m, k) - survival(upper, m, k)),
          1,
        );
        return sum + likelihood * Math.exp(-0.5 * (z * z + w * w));
      }, 0),
    );
    const total = mass.reduce((sum, v) => sum + v, 0);
    const cumulative = mass.map((_, i) => mass.slice(0, i + 1).reduce((sum, v) => sum + v, 0));
    const at = [0.025, 0.5, 0.975].map((p) => {
      const i = cumulative.findIndex((sum) => sum > p * total);
      return Math.exp(medians[i]! + 0.005 - (0.01 * (cumulative[i]! - p * total)) / mass[i]!);
    });
    const { lower, estimate, upper } = result.estimates[0]!;
    // The limits are known to 2 % of the interval's width by Monte Carlo, 5 % with luck against it.
    [lower!, estimate!, upper!].forEach((value, k) => {
      expect(Math.abs(value - at[k]!)).toBeLessThan(0.05 * (at[2]! - at[0]!));
    });
  });

  it("leaves out the standard deviations that a posterior of a long-tailed time does not have", () => {
    expect(row(result, "median").standardError).toBeGreaterThan(0);
    expect(row(result, "quantile0.75").standardError).toBeNull();
  });

  it("predicts the next relapse wider than the median is known", () => {
    const [median, next] = [row(result, "median"), row(result, "nextRelapse")];
    expect(next.lower!).toBeLessThan(median.lower!);
    expect(next.upper!).toBeGreaterThan(median.upper!);
  });

  it("gives residuals known within limits as the times are, and open where the relapse isn't seen", () => {
    expect(result.residuals).toHaveLength(8);
    expect(result.residuals.at(-1)!.upper).toBeNull();
    for (const { lower, upper } of result.residuals.slice(0, -1)) expect(lower).toBeLessThan(upper!);
  });

  it("counts months as months: the same rows in days give the same answer", () => {
    const days = eight.map(({ lower, upper }) => ({
      lower: lower * (365.25 / 12),
      upper: upper === null ? null : upper * (365.25 / 12),
    }));
    const other = row(fitRelapse(days, { restrictedTo: 180 }), "median");
    expect(other.estimate! / (365.25 / 12)).toBeCloseTo(
      row(fitRelapse(eight, months), "median").estimate!,
      1,
    );
  });
});

describe("maximum likelihood", () => {
  it("has the closed form of the exponential law: time at risk over relapses", () => {
    const rows = rowsOf([10, 20, 30, 60], [10, 20, 30, null]);
    const result = fitRelapse(rows, { priors, model: exponential });
    expectRelative([row(result, "mean").estimate!], [120 / 3], 1e-9);
    expectRelative([row(result, "mean").standardError!], [40 / Math.sqrt(3)], 1e-7);
    // Cox–Snell residuals of an exponential law add up to the number of relapses.
    expect(result.residuals.reduce((sum, { lower }) => sum + lower, 0)).toBeCloseTo(3, 8);
  });

  it("gives AICc where it has a value, and says so where not", () => {
    const { fit } = fitRelapse(eight, { priors });
    expect(fit!.aicc).toBeCloseTo(-2 * fit!.logLikelihood + 4 + 12 / 5, 10);
    const three = fitRelapse(exactRows(50, 70, 90), { priors });
    expect(three.fit!.aicc).toBeNull();
    expect(codes(three)).toContain("aicc-undefined");
  });

  it("names what the likelihood of such courses has no highest point for", () => {
    const refused: [RelapseRow[], object][] = [
      [exactRows(60), {}],
      [exactRows(60, 60, 60), {}],
      [rowsOf(Array(5).fill(2), Array(5).fill(6)), {}],
      [rowsOf([60, 30], [null, null]), {}],
      [rowsOf([0, 0], [30, 60]), { model: exponential }],
      [
        [60, 75, 90, 100, 120, 110].map((time, i) => ({
          lower: time,
          upper: i < 3 ? time : null,
          covariates: { dose: i < 3 ? 0 : 1 },
        })),
        { covariates: ["dose"] },
      ],
    ];
    for (const [rows, options] of refused)
      expect(refusal(() => fitRelapse(rows, { ...options, priors }))).toBe("not-identifiable");
  });

  it("takes a single relapse where the median is all there is", () => {
    const result = fitRelapse(exactRows(60), { priors, model: exponential });
    expectRelative([result.estimates[0]!.estimate!], [60 * Math.LN2], 1e-9);
  });
});

describe("the hardest courses have an answer under priors, in numbers or null, whatever the model", () => {
  const hard: [string, RelapseRow[], object?][] = [
    ["one exact time", exactRows(60)],
    ["two", exactRows(60, 90)],
    ["three in a span", rowsOf([0, 30, 60], [30, 60, 90])],
    ["ties", exactRows(60, 60, 60)],
    ["the same span five times", rowsOf(Array(5).fill(60), Array(5).fill(180))],
    ["no relapse", rowsOf([60, 30], [null, null])],
    ["first seen relapsed", rowsOf([0, 0], [30, 60])],
    ["nothing at all", rowsOf([0], [null])],
    ["a very short and a very long time", exactRows(0.001, 20_000)],
  ];

  it.each(hard)("%s", (_, rows) => {
    for (const model of relapseModels) {
      const result = fitRelapse(rows, { model, times: [30], quantiles: [] });
      expect(relapseResultSchema.safeParse(result).success).toBe(true);
      expect(JSON.parse(JSON.stringify(result))).toEqual(result);
      const { lower, upper, estimate } = result.estimates[0]!;
      expect(lower!).toBeLessThan(estimate!);
      expect(upper!).toBeGreaterThan(estimate!);
    }
  });

  it("separation by a covariate", () => {
    const rows = [60, 75, 90, 100, 120, 110].map((time, i) => ({
      lower: time,
      upper: i < 3 ? time : null,
      covariates: { dose: i < 3 ? 0 : 1 },
    }));
    const result = fitRelapse(rows, { covariates: ["dose"] });
    expect(row(result, "dose").upper!).toBeLessThan(100);
    expect(row(result, "dose").lower!).toBeGreaterThan(1);
  });
});
