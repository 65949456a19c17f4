import { describe, expect, it } from "vitest";
import { diagnoseResponse } from "../../../../src/response/diagnostics/diagnose-response.ts";
import { fitResponse } from "../../../../src/response/fit-response.ts";
import { noEffect } from "../../../../src/response/models/index.ts";
import { flatPriors } from "../../../../src/response/priors.ts";
import { patientOf } from "../../../helpers/patients.ts";

const codes = ({ warnings }: { warnings: { code: string }[] }): string[] => warnings.map(({ code }) => code);

describe("the diagnostics of a fit", () => {
  it("warn of a score that is out of line and of one that decides", () => {
    const out = diagnoseResponse(
      patientOf([-30, -14, 0, 7, 14, 21, 30, 40, 50, 70], [9, 9, 9, 2, 2, 2, 9, 2, 2, 2]),
    );
    expect(out.warnings.find(({ code }) => code === "outlying-score")!.message).toMatch(/score 9 on day 30/);
    const decided = diagnoseResponse(patientOf([0, 3, 14, 45, 80, 110, 150], [9, 6, 3, 2, 9, 7, 9]));
    expect(codes(decided)).toContain("influential-score");
    expect(decided.warnings.map(({ message }) => message).join()).toMatch(/score 9 on day 80/);
  });

  it("are quiet about an ordinary patient", () => {
    const quiet = diagnoseResponse(patientOf([-7, 0, 7, 14, 45, 90, 120, 180], [9, 9, 4, 2, 2, 4, 7, 9]));
    expect(codes(quiet)).toEqual([]);
    expect(quiet.checks.map(({ check }) => check)).toEqual(["residualSum", "bestScore", "serialCorrelation"]);
  });

  it("flag a relapse day beyond the last score that could show it", () => {
    const { extrapolation, warnings } = diagnoseResponse(
      patientOf([0, 14, 45, 150, 164, 190], [9, 2, 2, 8, 2, 3], [0, 150]),
    );
    expect(extrapolation.map(({ course, lastScore }) => [course, lastScore])).toEqual([
      [1, 150],
      [2, 40],
    ]);
    const [first, second] = extrapolation;
    expect(first).toMatchObject({ extrapolated: false });
    expect(second).toMatchObject({ extrapolated: true });
    expect(second!.upper!).toBeGreaterThan(40);
    expect(second!.probabilityAfter).toBeGreaterThan(0.5);
    expect(warnings.find(({ code }) => code === "extrapolated")!.message).toMatch(/course 2/);
    const fit = fitResponse(patientOf([0, 14, 45, 150, 164, 190], [9, 2, 2, 8, 2, 3], [0, 150]));
    const after = fit.probabilities.filter(({ event }) => event === "relapseAfterLastVisit");
    extrapolation.forEach(({ probabilityAfter }, j) => {
      expect(Math.abs(probabilityAfter - after[j]!.probability!)).toBeLessThan(0.05);
    });
  });

  it("of no effect have residuals and checks, but nothing of courses", () => {
    const none = diagnoseResponse(patientOf([0, 14, 45, 90], [8, 7, 8, 8]), { model: noEffect });
    expect(none.residuals).toHaveLength(4);
    expect(none.checks).toHaveLength(3);
    expect([none.influence, none.extrapolation]).toEqual([[], []]);
  });

  it("need proper priors, three scores and a course", () => {
    const patient = patientOf([0, 14, 45, 90], [8, 3, 4, 8]);
    expect(() => diagnoseResponse(patient, { priors: flatPriors })).toThrow(/proper priors/);
    expect(() => diagnoseResponse(patientOf([0, 14], [8, 3]))).toThrow(/at least 3 scores/);
    expect(() => diagnoseResponse({ ...patient, courses: [] })).toThrow(/at least 1 course/);
  });
});
