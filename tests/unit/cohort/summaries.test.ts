import { describe, expect, it } from "vitest";
import { cohortSettings } from "../../../src/cohort/fit-cohort-options.ts";
import { fitCohort } from "../../../src/cohort/index.ts";
import { layPopulation } from "../../../src/cohort/population-layout.ts";
import { summaryLikelihood } from "../../../src/cohort/summaries/summary-likelihood.ts";
import { InputError } from "../../../src/errors.ts";
import { wald } from "../../../src/inference/index.ts";
import { cohortResultSchema } from "../../../src/schema/cohort-result.ts";
import type { CohortSummary } from "../../../src/schema/cohort-summary.ts";
import { numericalRatingScale } from "../../../src/schema/index.ts";
import type { Patient } from "../../../src/schema/patient.ts";
import { patientOf } from "../../helpers/patients.ts";

const MONTH = 30.4;
// Mean relief 73.4 % of five patients at days 2–14, which lasted 2 to 6 months.
const five: CohortSummary = {
  source: "five patients",
  n: 5,
  meanRelief: { value: 0.734, step: 0.001, fromDay: 2, toDay: 14 },
  duration: { minimum: 2 * MONTH, maximum: 6 * MONTH, step: MONTH },
};
const person = (patient: string, scores: number[]): Patient => ({
  ...patientOf([0, 14, 60, 120], scores),
  patient,
});
const patients = [person("a", [9, 3, 4, 8]), person("b", [8, 4, 5, 7])];
const layout = layPopulation(cohortSettings({}).model, cohortSettings({}).priors, numericalRatingScale, {});
const theta = Float64Array.of(0.8, 0.9, 4.7, 4.2, -0.2, -0.5, -1.2);

describe("a row of summary evidence", () => {
  it("has the slopes that differences of its values show", () => {
    const objective = summaryLikelihood(layout, cohortSettings({ summaries: [five] }), 0, 8.5);
    const gradient = new Float64Array(theta.length);
    objective(theta, gradient);
    theta.forEach((_, k) => {
      const at = (step: number): number => objective(theta.map((v, i) => (i === k ? v + step : v)));
      const difference = (at(1e-4) - at(-1e-4)) / 2e-4;
      expect(Math.abs(gradient[k]! - difference)).toBeLessThan(1e-4 * (1 + Math.abs(difference)));
    });
  });
  it("has the normal probability of the printed mean where patients do not differ", () => {
    const same = theta.slice();
    same[5] = -30;
    same[6] = -30;
    const { duration: _, ...mean } = five;
    const value = summaryLikelihood(layout, cohortSettings({ summaries: [mean] }), 0, 8.5)(same);
    const relief = (t: number): number =>
      ((1 / (1 + Math.exp(-0.8))) * (1 - 2 ** (-t / Math.exp(0.9)))) /
      (1 + Math.exp((Math.log(81) * (t - Math.exp(4.7))) / Math.exp(4.2)));
    const expected = (relief(4) + relief(8) + relief(12)) / 3;
    const sd = Math.exp(-0.2) / (8.5 * Math.sqrt(5));
    const density = Math.exp(-0.5 * ((0.734 - expected) / sd) ** 2) / (sd * Math.sqrt(2 * Math.PI));
    expect(Math.abs(value + Math.log(density * 0.001))).toBeLessThan(1e-3);
  });
  it("adds up to 1 over every pair of shortest and longest durations", () => {
    const step = 40;
    let sum = 0;
    for (let low = 0; low < 12; low++) {
      for (let high = low + 1; high < 12; high++) {
        const duration = { minimum: 60 + low * step, maximum: 60 + high * step, step };
        sum += Math.exp(
          -summaryLikelihood(
            layout,
            cohortSettings({ summaries: [{ source: "s", n: 3, duration }] }),
            0,
            8.5,
          )(theta),
        );
      }
    }
    // All but the pairs within one step, and the patients who relapse before day 40.
    expect(sum).toBeGreaterThan(0.6);
    expect(sum).toBeLessThan(1);
  });
  it("moves the typical patient towards what it says, and narrows what is known", () => {
    const [without, withFive] = [[], [five]].map((summaries) =>
      fitCohort(patients, { interval: wald, summaries }),
    );
    const relief = (result: typeof without) =>
      result!.estimates.find(({ parameter }) => parameter === "relief")!;
    expect(relief(withFive).estimate!).toBeGreaterThan(relief(without).estimate!);
    expect(relief(withFive).standardError!).toBeLessThan(relief(without).standardError!);
    expect(JSON.parse(JSON.stringify(withFive))).toEqual(withFive);
    expect(() => cohortResultSchema.parse(withFive)).not.toThrow();
  });
  it("is refused together with a source or a patient with whom it shares patients", () => {
    const together = (summaries: CohortSummary[]) => () => fitCohort(patients, { interval: wald, summaries });
    const review = { ...five, source: "review", overlaps: ["five patients"] };
    expect(together([five, review])).toThrow("they share patients");
    expect(together([{ ...five, overlaps: ["a"] }])).toThrow(InputError);
  });
  it("is refused where it says nothing, or nothing possible", () => {
    const together = (summary: CohortSummary) => () =>
      fitCohort(patients, { interval: wald, summaries: [summary] });
    expect(together({ source: "s", n: 5 })).toThrow("a mean relief or a range of durations is needed");
    expect(together({ ...five, n: 0 })).toThrow("from 1 to 30");
    expect(together({ ...five, n: 1 })).toThrow("a range of at least 2 patients");
    expect(together({ ...five, meanRelief: { ...five.meanRelief!, value: 1.2 } })).toThrow("at most 1");
  });
});
