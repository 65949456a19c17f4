import { describe, expect, it } from "vitest";
import { compareModels } from "../../../../src/response/comparison/compare-models.ts";
import { responseSensitivity } from "../../../../src/response/comparison/response-sensitivity.ts";
import { diagnoseResponse } from "../../../../src/response/diagnostics/diagnose-response.ts";
import { fitResponse } from "../../../../src/response/fit-response.ts";
import { noEffect, plateau } from "../../../../src/response/models/index.ts";
import { defaultPriors } from "../../../../src/response/priors.ts";
import { modelComparisonSchema } from "../../../../src/schema/model-comparison.ts";
import type { Patient } from "../../../../src/schema/patient.ts";
import { responseDiagnosticsSchema } from "../../../../src/schema/response-diagnostics.ts";
import { responseSensitivitySchema } from "../../../../src/schema/response-sensitivity.ts";
import { patientOf } from "../../../helpers/patients.ts";

const pain = patientOf([0, 3, 14, 45, 80, 110, 150], [9, 6, 3, [2, 3], 4, 7, 9]);
const grip: Patient = {
  ...pain,
  outcome: "grip",
  improvement: "increase",
  scores: pain.scores.map((score) => ({ ...score, lower: 10 - score.upper, upper: 10 - score.lower })),
};
const models = [plateau, noEffect];

describe("where higher scores are better", () => {
  it("models are compared as those of the mirrored scores, in the words of fitResponse", () => {
    const relapseAt = { score: 4 };
    const mirrored = compareModels(grip, { models, relapseAt });
    const plain = compareModels(pain, { models, relapseAt: { score: 6 } });
    expect(mirrored.models).toEqual(plain.models);
    expect(mirrored.outcome).toBe("grip");
    expect(mirrored.relapseAt).toEqual(relapseAt);
    expect(mirrored.leaveOneOut[3]!.score).toBe("7–8");
    expect(modelComparisonSchema.safeParse(mirrored).success).toBe(true);
    const fit = fitResponse(grip, { relapseAt });
    for (const [w, { estimates, probabilities }] of mirrored.averages.entries()) {
      for (const row of estimates) {
        const { label } = fit.estimates.find(({ parameter }) => parameter === row.parameter)!;
        expect([row.label, row.outcome]).toEqual([label, "grip"]);
      }
      expect(estimates.map(({ estimate, lower }) => [estimate, lower])).toEqual(
        plain.averages[w]!.estimates.map(({ estimate, lower }) => [estimate, lower]),
      );
      expect(probabilities.map(({ label }) => label)).toEqual(fit.probabilities.map(({ label }) => label));
    }
    expect(mirrored.warnings[0]!.code).toBe("higher-is-better");
  });

  it("the sensitivity table has the numbers of the mirrored scores", () => {
    const options = { models: [plateau], priorSets: [defaultPriors] };
    const mirrored = responseSensitivity(grip, options);
    const plain = responseSensitivity(pain, options);
    expect(responseSensitivitySchema.safeParse(mirrored).success).toBe(true);
    const [cell] = mirrored.cells;
    expect(cell!.estimates.map(({ estimate }) => estimate)).toEqual(
      plain.cells[0]!.estimates.map(({ estimate }) => estimate),
    );
    expect(cell!.estimates.every(({ outcome }) => outcome === "grip")).toBe(true);
    expect(cell!.estimates[0]!.label).toMatch(/from the baseline to 10/);
    expect(cell!.noEffect).toEqual(plain.cells[0]!.noEffect);
  });

  it("residuals change their sign, and the best score is the highest", () => {
    const mirrored = diagnoseResponse(grip);
    const plain = diagnoseResponse(pain);
    expect(responseDiagnosticsSchema.safeParse(mirrored).success).toBe(true);
    expect(mirrored.influence).toEqual(
      plain.influence.map((row) => ({ ...row, score: mirrored.residuals[row.observation - 1]!.score })),
    );
    mirrored.residuals.forEach((row, i) => {
      const other = plain.residuals[i]!;
      expect(row.probabilityBelow! + other.probabilityAtMost!).toBeCloseTo(1, 8);
      if (row.residualLower !== null) expect(row.residualLower).toBeCloseTo(-other.residualUpper!, 6);
      expect(row.tailProbability).toBeCloseTo(other.tailProbability!, 8);
    });
    const best = ({ checks }: typeof plain) => checks.find(({ check }) => check === "bestScore")!;
    expect(best(mirrored).observed).toBe(10 - best(plain).observed);
    const { probability, tieProbability } = best(plain);
    expect(best(mirrored).probability).toBeCloseTo(1 - probability + tieProbability, 10);
  });
});
