import { describe, expect, it } from "vitest";
import { posteriorIntervals } from "../../../../src/inference/index.ts";
import { leaveOneOut } from "../../../../src/response/comparison/leave-one-out.ts";
import { scoreInfluence } from "../../../../src/response/diagnostics/score-influence.ts";
import { noEffect } from "../../../../src/response/models/index.ts";
import { patientOf } from "../../../helpers/patients.ts";
import { prepareResponse } from "../../../helpers/response-problems.ts";
import { sampled } from "../../../helpers/sampled-models.ts";

const patient = patientOf([0, 3, 14, 45, 80, 110, 150], [9, 6, 3, 2, 9, 7, 9]);
const model = sampled(patient);
const rows = scoreInfluence(model, leaveOneOut(model));

describe("the influence of a score", () => {
  it("is the change of the medians by a fit without it", () => {
    const medians = (data: typeof patient): { estimate: number; sd: number }[] => {
      const { intervals, targets } = prepareResponse(data);
      const main = model.targets.map(({ parameter }) => targets.find((row) => row.parameter === parameter)!);
      const answer = posteriorIntervals({ monteCarloError: 0.02 }).estimate(
        { ...intervals, nullModel: null },
        main,
      );
      return answer.intervals.map(({ estimate, standardError }) => ({
        estimate: estimate!,
        sd: standardError!,
      }));
    };
    const whole = medians(patient);
    for (const i of [1, 4, 6]) {
      const without = medians({ ...patient, scores: patient.scores.toSpliced(i, 1) });
      rows
        .filter(({ observation }) => observation === i + 1)
        .forEach(({ change, parameter }, k) => {
          const expected = (without[k]!.estimate - whole[k]!.estimate) / whole[k]!.sd;
          // Each median is known to a few hundredths of its own standard deviation, which is up to twice as large.
          expect(Math.abs(change! - expected), `${i} ${parameter}`).toBeLessThan(
            0.2 + 0.1 * Math.abs(expected),
          );
        });
    }
  });

  it("is greatest for the score that tells most", () => {
    const days = rows.filter(({ parameter }) => parameter === "relapseDay");
    const strongest = days.reduce((a, b) => (Math.abs(a.change!) > Math.abs(b.change!) ? a : b));
    expect(strongest).toMatchObject({ observation: 5, score: "9", refitted: true });
    expect(strongest.change!).toBeGreaterThan(1);
  });

  it("has rows for every score, quantity and course, and none without an effect", () => {
    expect(rows).toHaveLength(7 * 3);
    const two = sampled(patientOf([0, 7, 60, 95, 110, 160], [9, 3, 4, 8, 3, 7], [0, 90]));
    expect(scoreInfluence(two, leaveOneOut(two))).toHaveLength(6 * 3 * 2);
    const none = sampled(patient, { model: noEffect });
    expect(scoreInfluence(none, leaveOneOut(none))).toEqual([]);
  });

  it("is null where the posterior without the score is missing, or the quantity never exists", () => {
    const missing = leaveOneOut(model).map((left) => ({ ...left, draws: null, density: null }));
    for (const { estimateWithout, change } of scoreInfluence(model, missing)) {
      expect([estimateWithout, change]).toEqual([null, null]);
    }
    const never = sampled(patient, { relapseAt: { relief: 0.9999 } });
    for (const row of scoreInfluence(never, leaveOneOut(never))) {
      if (row.parameter === "relapseDay") expect([row.estimate, row.change]).toEqual([null, null]);
    }
  });
});
