import { describe, expect, it } from "vitest";
import { compareModels } from "../../src/response/comparison/compare-models.ts";
import { diagnoseResponse } from "../../src/response/diagnostics/diagnose-response.ts";
import { responseModels } from "../../src/response/models/index.ts";
import { modelComparisonSchema } from "../../src/schema/model-comparison.ts";
import type { Patient } from "../../src/schema/patient.ts";
import { responseDiagnosticsSchema } from "../../src/schema/response-diagnostics.ts";
import { patientOf } from "../helpers/patients.ts";

const patient = patientOf([0, 3, 14, 60, 110, 150], [10, 6, 3, [3, 5], 7, 9]);
const comparison = compareModels(patient);

it("every model of the registry is compared, with everything it needs", () => {
  expect(comparison.models.map(({ model }) => model)).toEqual(responseModels.map(({ name }) => name));
  for (const row of comparison.models) {
    for (const [name, value] of Object.entries(row)) {
      if (name !== "aicc") expect(value, `${row.model} ${name}`).not.toBe(null);
    }
  }
  expect(modelComparisonSchema.safeParse(comparison).success).toBe(true);
  expect(JSON.parse(JSON.stringify(comparison))).toEqual(comparison);
});

describe.each(responseModels.map((model) => [model.name, model] as const))("%s", (name, model) => {
  const elpds = ({ leaveOneOut }: typeof comparison): number[] =>
    leaveOneOut.filter((row) => row.model === name).map(({ elpd }) => elpd!);

  it("is judged alike whatever the origin of the days", () => {
    const shifted: Patient = {
      ...patient,
      scores: patient.scores.map((score) => ({ ...score, day: score.day! - 512 })),
      courses: patient.courses.map((course) => ({ ...course, day: course.day! - 512 })),
    };
    expect(elpds(compareModels(shifted, { models: [model] }))).toEqual(elpds(comparison));
  });

  it("gains with a score that says nothing exactly nothing but that score's own ln 1", () => {
    const [first, ...others] = patient.scores;
    const silent = { ...first!, lower: 0, upper: 10, day: 30 };
    const more = { ...patient, scores: [first!, ...others, silent] };
    const found = elpds(compareModels(more, { models: [model] }));
    expect(found.at(-1)).toBeCloseTo(0, 12);
    // The draws are the same up to the rounding of the mode.
    elpds(comparison).forEach((elpd, i) => {
      expect(Math.abs(found[i]! - elpd)).toBeLessThan(1e-4);
    });
  });

  it("has diagnostics that JSON returns unchanged, that are valid, and come out the same twice", () => {
    const diagnostics = diagnoseResponse(patient, { model });
    expect(responseDiagnosticsSchema.safeParse(diagnostics).success).toBe(true);
    expect(JSON.parse(JSON.stringify(diagnostics))).toEqual(diagnostics);
    expect(JSON.stringify(diagnoseResponse(patient, { model }))).toBe(JSON.stringify(diagnostics));
    expect(diagnostics.residuals).toHaveLength(6);
    expect(diagnostics.influence).toHaveLength(model.parameters.length === 0 ? 0 : 18);
  });
});
