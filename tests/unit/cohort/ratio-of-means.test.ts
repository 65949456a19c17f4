import { describe, expect, it } from "vitest";
import { cohortSettings } from "../../../src/cohort/fit-cohort-options.ts";
import { fitCohort } from "../../../src/cohort/index.ts";
import { layPopulation } from "../../../src/cohort/population-layout.ts";
import { summaryLikelihood, unobservedOf } from "../../../src/cohort/summaries/summary-likelihood.ts";
import { evenPoints } from "../../../src/inference/posterior/even-points.ts";
import { normalQuantile } from "../../../src/math/special/normal-quantile.ts";
import { plateau } from "../../../src/response/models/plateau.ts";
import { toNatural } from "../../../src/response/working-parameters.ts";
import type { CohortSummary, ReportedRelief } from "../../../src/schema/cohort-summary.ts";
import { numericalRatingScale } from "../../../src/schema/index.ts";
import { patientOf } from "../../helpers/patients.ts";

// Three patients had 2, 4 and 9 before treatment: mean 5, standard deviation √13. The scores after it fell by 60 % in all.
const BEFORE = [2, 4, 9];
const HEIGHT = 8.5;
const ofMeans: ReportedRelief = {
  value: 0.6,
  step: 0.01,
  fromDay: 7,
  toDay: 7,
  estimand: "ratio-of-means",
  meanBefore: 5,
  sdBefore: Math.sqrt(13),
};
const { estimand: _, meanBefore: __, sdBefore: ___, ...ofRatios } = ofMeans;
const summaryOf = (meanRelief: ReportedRelief, n = 3): CohortSummary => ({ source: "s", n, meanRelief });
const settings = cohortSettings({});
const layout = layPopulation(settings.model, settings.priors, numericalRatingScale, {});
// Scores scatter little, patients differ much: so the weights count.
const theta = Float64Array.of(0.4, 1.2, 4.7, 4.2, -0.4, 0, -0.7);
const unobserved = (meanRelief: ReportedRelief) =>
  unobservedOf(layout, cohortSettings({ summaries: [summaryOf(meanRelief)] }), 0, HEIGHT)[0]!;
const located = (summary: CohortSummary): number =>
  summaryLikelihood(layout, cohortSettings({ summaries: [summary] }), 0, HEIGHT)(theta);

/** Relief at day 7 of a patient with these departures. */
function reliefOf(effects: readonly number[]): number {
  let v = 0;
  const natural = layout.parameters.map(({ parameter, mean, logSpread }) =>
    toNatural(
      parameter,
      theta[mean]! + (logSpread === null ? 0 : Math.exp(theta[logSpread]!) * effects[v++]!),
    ),
  );
  const [relief, onset, t50, duration] = plateau.parameters.map((_, k) => natural[k]!);
  return (relief! * (1 - 2 ** (-7 / onset!))) / (1 + Math.exp((Math.log(81) / duration!) * (7 - t50!)));
}

/** Every order of the scores before treatment: which patient had which is not known. */
const orders = BEFORE.flatMap((a) =>
  BEFORE.filter((b) => b !== a).map((b) => [a, b, BEFORE.find((c) => c !== a && c !== b)!]),
);
const weighted = (reliefs: readonly number[], order: readonly number[]): number =>
  order.reduce((sum, before, i) => sum + before * reliefs[i]!, 0) / 15;

describe("a mean relief that is a ratio of means", () => {
  it("has, given the patients, the mean and the variance of every order of the scores before treatment", () => {
    const effects = [-1, 0.3, 0.5, -0.2, 1.2, 0.1];
    const reliefs = [0, 1, 2].map((i) => reliefOf(effects.slice(2 * i, 2 * i + 2)));
    const values = orders.map((order) => weighted(reliefs, order));
    const mean = values.reduce((sum, v) => sum + v, 0) / values.length;
    const ofOrders = values.reduce((sum, v) => sum + (v - mean) ** 2, 0) / values.length;
    const variance = Math.exp(-0.8) / (3 * HEIGHT ** 2) + ofOrders;
    const printed = { ...ofMeans, step: 1e-6 };
    const density = Math.exp(-0.5 * ((0.6 - mean) ** 2 / variance)) / Math.sqrt(2 * Math.PI * variance);
    const value = unobserved(printed).evaluate(theta, effects, 0);
    expect(ofOrders).toBeGreaterThan(0.2 * variance);
    expect(Math.abs(value + Math.log(density * 1e-6))).toBeLessThan(1e-8);
  });

  it("has nearly the probability of brute force over 16,384 sets of patients and every order", () => {
    const z = evenPoints(2 ** 14, 6, 1, 3).map(normalQuantile);
    const sd = Math.exp(-0.4) / (HEIGHT * Math.sqrt(3));
    const compared = [0.15, 0.3, 0.6].map((value) => {
      let sum = 0;
      for (let i = 0; i < 2 ** 14; i++) {
        const own = z.subarray(6 * i, 6 * i + 6);
        const reliefs = [0, 1, 2].map((p) => reliefOf([own[2 * p]!, own[2 * p + 1]!]));
        for (const order of orders)
          sum += Math.exp(-0.5 * ((value - weighted(reliefs, order)) / sd) ** 2) / (orders.length * 2 ** 14);
      }
      const exact = Math.log((sum * 0.01) / (sd * Math.sqrt(2 * Math.PI)));
      const [found, alike] = [ofMeans, ofRatios].map((one) => -located(summaryOf({ ...one, value })));
      return { exact, found: found!, alike: alike! };
    });
    // Relief is skewed and bounded, so its mean is not quite normal: that is the difference (and more of it beyond .7, which
    // hardly any curve reaches by day 7).
    for (const { exact, found, alike } of compared) {
      expect(Math.abs(found - exact)).toBeLessThan(0.2);
      expect(Math.abs(found - exact)).toBeLessThan(Math.abs(alike - exact));
    }
  });

  it("is a mean of ratios where all patients had the same score before treatment, or there is one", () => {
    const alike = { ...ofMeans, sdBefore: 0 };
    expect(located(summaryOf(alike))).toBe(located(summaryOf(ofRatios)));
    expect(located(summaryOf(ofMeans, 1))).toBe(located(summaryOf(ofRatios, 1)));
    expect(located(summaryOf({ ...ofMeans, value: 0.2 }))).toBeLessThan(
      located(summaryOf({ ...ofRatios, value: 0.2 })),
    );
  });

  it("has the slopes that differences of its values show, with a range beside it, too", () => {
    const duration = { minimum: 61, maximum: 183, step: 30.4 };
    for (const summary of [summaryOf(ofMeans), { ...summaryOf(ofMeans), duration }]) {
      const objective = summaryLikelihood(layout, cohortSettings({ summaries: [summary] }), 0, HEIGHT);
      const gradient = new Float64Array(theta.length);
      objective(theta, gradient);
      theta.forEach((_, k) => {
        const at = (step: number): number => objective(theta.map((v, i) => (i === k ? v + step : v)));
        const difference = (at(1e-4) - at(-1e-4)) / 2e-4;
        expect(Math.abs(gradient[k]! - difference)).toBeLessThan(1e-5 * (1 + Math.abs(difference)));
      });
    }
  });

  it("is refused without the scores before treatment, or with impossible ones", () => {
    const patients = ["a", "b"].map((patient) => ({ ...patientOf([0, 14, 60], [9, 3, 4]), patient }));
    const refusedOf = (meanRelief: ReportedRelief) => () =>
      fitCohort(patients, { summaries: [summaryOf(meanRelief)] });
    expect(refusedOf({ ...ofRatios, estimand: "ratio-of-means" })).toThrow(
      "(meanBefore, sdBefore) is needed",
    );
    expect(refusedOf({ ...ofMeans, sdBefore: 9 })).toThrow(
      "a standard deviation of at most √n = 1.73 times the mean",
    );
    expect(refusedOf({ ...ofMeans, meanBefore: 0 })).toThrow("above 0");
  });
});
