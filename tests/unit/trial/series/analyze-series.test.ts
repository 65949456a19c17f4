import { describe, expect, it } from "vitest";
import { EstimationError } from "../../../../src/errors.ts";
import { residualDegrees, uncorrelatedErrors } from "../../../../src/inference/linear-mixed-model/index.ts";
import { type Trial, trialSeriesResultSchema } from "../../../../src/schema/index.ts";
import { generalizedLeastSquares } from "../../../../src/trial/models/generalized-least-squares/generalized-least-squares.ts";
import { pairedT } from "../../../../src/trial/models/index.ts";
import { analyzeSeries } from "../../../../src/trial/series/analyze-series.ts";
import { expectRelative } from "../../../helpers/closeness.ts";
import { pairedTrial } from "../../../helpers/paired-trials.ts";
import { seriesResults, seriesTrials } from "../../../helpers/trial-series.ts";

const less = { improvement: "decrease" } as const;
const named = (patient: string, a: number[], b: number[]): Trial => ({ ...pairedTrial(a, b), patient });

describe("a series of trials", () => {
  it.each(Object.entries(seriesResults))("%s: is plain JSON of its shape", (_, result) => {
    expect(trialSeriesResultSchema.parse(JSON.parse(JSON.stringify(result)))).toEqual(result);
  });

  it("gives each patient the spread of all: with independent errors, the pooled variance", () => {
    const model = generalizedLeastSquares({ degreesOfFreedom: residualDegrees });
    const { patients } = analyzeSeries(seriesTrials, { ...less, model, correlation: uncorrelatedErrors });
    // Six scores a treatment in each patient: every local standard error is √(mean variance × 2/6).
    const pooled = patients.reduce((sum, { own }) => sum + own!.standardError! ** 2 / patients.length, 0);
    for (const { own, local } of patients) {
      expectRelative([local!.estimate!, local!.standardError!], [own!.estimate!, Math.sqrt(pooled)], 1e-10);
    }
  });

  it("pools whatever effects the chosen model gives", () => {
    const { patients, pool, model } = analyzeSeries(seriesTrials, { ...less, model: pairedT });
    expect(model).toBe("paired-t");
    const effects = patients.map(({ own }) => own!.estimate!);
    expect(pool[0]!.estimate).toBeGreaterThan(Math.min(...effects));
    expect(pool[0]!.estimate).toBeLessThan(Math.max(...effects));
  });

  it("turns probabilities with the direction of improvement, not estimates", () => {
    const [down, up] = (["decrease", "increase"] as const).map((improvement) =>
      analyzeSeries(seriesTrials, { improvement }),
    );
    expect(up!.estimates).toEqual(down!.estimates);
    down!.patients.forEach(({ probabilityOfBenefit }, i) => {
      expect(up!.patients[i]!.probabilityOfBenefit! + probabilityOfBenefit!).toBeCloseTo(1, 10);
    });
  });

  it("keeps a patient whose scores never change, who has no effect alone", () => {
    const result = seriesResults["one patient without an answer alone"];
    const last = result.patients.at(-1)!;
    expect(last.own).toBeNull();
    expect(last.local!.estimate).toBeCloseTo(0, 10);
    expect(result.warnings.map(({ code }) => code)).toContain("no-own-effect");
  });

  it("leaves out who lacks scores under a treatment, and says so", () => {
    const lacking = named("P9", [5, 6], [4, 3]);
    const trials = [
      ...seriesTrials,
      { ...lacking, scores: lacking.scores.filter(({ treatment }) => treatment === "A") },
    ];
    const { nPatients, warnings } = analyzeSeries(trials, less);
    expect(nPatients).toBe(seriesTrials.length);
    expect(warnings.find(({ code }) => code === "patients-left-out")!.message).toContain("P9");
  });

  it.each([
    [
      "all scores equal in all patients",
      [named("P1", [5, 5, 5], [5, 5, 5]), named("P2", [5, 5, 5], [5, 5, 5])],
    ],
    ["two patients with one pair each", [named("P1", [7], [4]), named("P2", [8], [3])]],
    [
      "half of the scores missing",
      seriesTrials.map((t) => ({ ...t, scores: t.scores.filter((_, i) => i % 2 === 0) })),
    ],
    ["a treatment that is always 0", [named("P1", [7, 8, 6], [0, 0, 0]), named("P2", [5, 6, 7], [0, 0, 0])]],
    [
      "a walk without end",
      [named("P1", [1, 3, 5, 7], [2, 4, 6, 8]), named("P2", [1, 4, 6, 7], [2, 3, 6, 9])],
    ],
  ])("%s: an answer or a named refusal", (_, trials) => {
    try {
      const result = analyzeSeries(trials, less);
      expect(JSON.stringify(result)).not.toContain("NaN");
      trialSeriesResultSchema.parse(JSON.parse(JSON.stringify(result)));
      if (result.estimates.length === 0)
        expect(result.warnings.map(({ code }) => code)).toContain("no-mixed-model");
    } catch (error) {
      expect(error).toBeInstanceOf(EstimationError);
    }
  });

  it("needs two patients, and options in range", () => {
    expect(() => analyzeSeries(seriesTrials.slice(0, 1), less)).toThrow(/at least 2 patients/u);
    expect(() => analyzeSeries(seriesTrials, { ...less, level: 95 })).toThrow(RangeError);
    expect(() => analyzeSeries(seriesTrials, { ...less, threshold: -1 })).toThrow(RangeError);
    expect(() => analyzeSeries(seriesTrials, { ...less, treatment: "C" })).toThrow(RangeError);
  });
});
