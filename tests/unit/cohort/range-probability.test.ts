import { describe, expect, it } from "vitest";
import { cohortSettings } from "../../../src/cohort/fit-cohort-options.ts";
import { layPopulation } from "../../../src/cohort/population-layout.ts";
import { cellCounts } from "../../../src/cohort/summaries/cell-counts.ts";
import { rangeCells, rangeProbability } from "../../../src/cohort/summaries/range-probability.ts";
import { summaryLikelihood, unobservedOf } from "../../../src/cohort/summaries/summary-likelihood.ts";
import { evenPoints } from "../../../src/inference/posterior/even-points.ts";
import { normalQuantile } from "../../../src/math/special/normal-quantile.ts";
import type { CohortSummary } from "../../../src/schema/cohort-summary.ts";
import { numericalRatingScale } from "../../../src/schema/index.ts";

describe("the probability of a smallest and a largest value", () => {
  const cells = [
    Float64Array.of(0.2, 0.5, 0.1),
    Float64Array.of(0.3, 0.1, 0.4),
    Float64Array.of(0.1, 0.6, 0.2),
  ];
  it("is that of the four corners for identical values", () => {
    const same = [cells[0]!, cells[0]!, cells[0]!];
    const { marks } = rangeCells([1, 2], [3, 4]);
    // G(a, b) = P(all between a and b).
    const expected = 0.8 ** 3 - 0.6 ** 3 - 0.7 ** 3 + 0.5 ** 3;
    expect(Math.abs(rangeProbability(same, marks) - expected)).toBeLessThan(1e-15);
  });
  it("is that of windows which overlap, too", () => {
    const { ends, marks } = rangeCells([1, 3], [2, 4]);
    expect(ends).toEqual([1, 2, 3, 4]);
    expect(marks).toEqual([1, 3, 2]);
    const same = [cells[0]!, cells[0]!];
    // All within, less all above the smallest's window, less all below the largest's.
    expect(Math.abs(rangeProbability(same, marks) - (0.8 ** 2 - 0.1 ** 2 - 0.2 ** 2))).toBeLessThan(1e-15);
  });
  it("is the sum over every way to spread identical values over the cells", () => {
    const { marks } = rangeCells([1, 2], [3, 4]);
    const same = Array.from({ length: 5 }, () => cells[1]!);
    const sum = cellCounts(5, marks, 3).reduce(
      (total, { counts, logWays }) =>
        total + Math.exp(logWays) * counts.reduce((product, count, c) => product * cells[1]![c]! ** count, 1),
      0,
    );
    expect(Math.abs(sum - rangeProbability(same, marks))).toBeLessThan(1e-14);
  });
  it("has the slopes that differences of its values show", () => {
    const { marks } = rangeCells([1, 2], [3, 4]);
    const slopes = cells.map(() => new Float64Array(3));
    rangeProbability(cells, marks, slopes);
    cells.forEach((own, i) => {
      own.forEach((_, c) => {
        const at = (step: number): number =>
          rangeProbability(
            cells.map((cell, j) => (j === i ? cell.map((v, k) => (k === c ? v + step : v)) : cell)),
            marks,
          );
        expect(Math.abs(slopes[i]![c]! - (at(1e-4) - at(-1e-4)) / 2e-4)).toBeLessThan(1e-10);
      });
    });
  });
});

describe("a summary, its patients integrated out", () => {
  const meanRelief = { value: 0.734, step: 0.001, fromDay: 2, toDay: 14 };
  const duration = { minimum: 61, maximum: 183, step: 30.4 };
  const cases: [string, CohortSummary, number][] = [
    ["a range", { source: "s", n: 5, duration }, 0.02],
    // The mean is taken to be normal given the durations: the tolerances are what that costs.
    ["a mean", { source: "s", n: 5, meanRelief }, 0.2],
    ["a mean and a range of the same patients", { source: "s", n: 5, meanRelief, duration }, 0.2],
    [
      "a ratio of means and a range of the same patients",
      {
        source: "s",
        n: 5,
        meanRelief: { ...meanRelief, estimand: "ratio-of-means", meanBefore: 7, sdBefore: 3 },
        duration,
      },
      0.2,
    ],
    ["two patients", { source: "s", n: 2, meanRelief, duration }, 0.05],
  ];
  it.each(cases)(
    "has the log-likelihood of brute force over 32,768 sets of patients: %s",
    (_, summary, tolerance) => {
      const settings = cohortSettings({ summaries: [summary] });
      const layout = layPopulation(settings.model, settings.priors, numericalRatingScale, {});
      const theta = Float64Array.of(0.8, 0.9, 4.7, 4.2, -0.2, -0.5, -1.2);
      const patients = unobservedOf(layout, settings, 0, 8.5)[0]!;
      const z = evenPoints(2 ** 15, patients.nEffects, 1, 3).map(normalQuantile);
      let sum = 0;
      for (let i = 0; i < 2 ** 15; i++) sum += Math.exp(-patients.evaluate(theta, z, i * patients.nEffects));
      const value = summaryLikelihood(layout, settings, 0, 8.5)(theta);
      expect(Math.abs(value + Math.log(sum / 2 ** 15))).toBeLessThan(tolerance);
    },
  );
});
