import { describe, expect, it } from "vitest";
import { EstimationError } from "../../../src/errors.ts";
import { posterior, wald } from "../../../src/inference/index.ts";
import { doseCovariate } from "../../../src/response/dose-covariate.ts";
import { fitResponse } from "../../../src/response/index.ts";
import type { Patient } from "../../../src/schema/patient.ts";
import { patientOf } from "../../helpers/patients.ts";

const EVERY = 28;
/** Courses every four weeks, with a score half way and one just before the next. */
function maintained(nCourses: number, trough: (course: number) => number): Patient {
  const courses = Array.from({ length: nCourses }, (_, j) => EVERY * j);
  const days = [0, ...courses.slice(1).flatMap((day) => [day - 14, day])];
  const scores = [9, ...courses.slice(1).flatMap((_, j) => [3, trough(j)])];
  return patientOf(days, scores, courses);
}

describe("maintenance treatment", () => {
  it("is described by the scores before each course and their trend", () => {
    const result = fitResponse(
      maintained(8, (j) => [6, 6, 5, 5, 4, 4, 3][j]!),
      { interval: wald },
    );
    const { medianGap, troughs, trend } = result.maintenance!;
    expect(medianGap).toBe(EVERY);
    expect(troughs.map(({ score }) => score)).toEqual([6, 6, 5, 5, 4, 4, 3]);
    // R 4.2.2: confint(lm(c(6, 6, 5, 5, 4, 4, 3) ~ I(28 * (1:7) / 30))) gives −.5357143, −.6880992955 to −.3833292759.
    expect(trend!.estimate).toBeCloseTo(-0.5357142857, 9);
    expect(trend!.lower).toBeCloseTo(-0.6880992955, 9);
    expect(trend!.upper).toBeCloseTo(-0.3833292759, 9);
    expect(result.warnings.map(({ code }) => code)).toContain("maintenance");
  });

  it("is nothing of two courses, nor of courses months apart", () => {
    const far = patientOf([0, 14, 100, 114, 200, 214], [9, 2, 8, 3, 9, 2], [0, 100, 200]);
    expect(fitResponse(far, { interval: wald }).maintenance).toBeNull();
    expect(
      fitResponse(
        maintained(2, () => 5),
        { interval: wald },
      ).maintenance,
    ).toBeNull();
  });

  it("has no trend of two troughs", () => {
    const { maintenance } = fitResponse(
      maintained(3, () => 5),
      { interval: wald },
    );
    expect(maintenance!.troughs).toHaveLength(2);
    expect(maintenance!.trend).toBeNull();
  });

  it("takes more than six courses to act alike, and says so", () => {
    const result = fitResponse(
      maintained(12, () => 5),
      { interval: posterior.coarse! },
    );
    expect(result.covariance.parameters).toHaveLength(6);
    expect(result.posterior!.paretoShape).toBeLessThan(0.7);
    const courses = new Set(result.estimates.flatMap(({ course }) => course ?? []));
    expect([...courses]).toEqual([12]);
    expect(result.warnings.map(({ code }) => code)).toContain("courses-shared");
  });
});

describe("the dose as a covariate", () => {
  it("counts doublings from the mean of the known doses, an unknown one as the mean", () => {
    expect(doseCovariate([1, 2, null, 4])).toEqual([-1, 0, 0, 1]);
  });

  it.each([[[2, 2]], [[2, null]], [[null, null]]])("refuses %j: no two known doses differ", (doses) => {
    expect(() => doseCovariate(doses)).toThrow(EstimationError);
  });

  const three = patientOf([0, 7, 60, 150, 157, 210, 300, 320], [10, 4, 3, 9, 6, 8, 9, 2], [0, 150, 300]);
  const dosed = {
    ...three,
    courses: three.courses.map((course, j) => ({ ...course, doseGPerKg: [2, 1, 2][j]! })),
  };

  it("adds one row: the factor for each doubling of the dose", () => {
    const result = fitResponse(dosed, { doseOn: "T50", interval: posterior.coarse! });
    const row = result.estimates.find(({ parameter }) => parameter === "doseEffect")!;
    expect(row.lower).toBeLessThan(row.estimate!);
    // The shorter course had half the dose; the prior alone would give e^(−1.96 × .5) to e^(1.96 × .5).
    expect(row.estimate).toBeGreaterThan(1);
    expect(row.dataShare).toBeGreaterThan(0.05);
    expect(result.provenance.options.doseOn).toBe("T50");
  });

  it("refuses a parameter that no course has for itself, and a patient with one dose", () => {
    expect(() => fitResponse(dosed, { doseOn: "onsetHalfTime" })).toThrow(RangeError);
    expect(() => fitResponse(three, { doseOn: "T50" })).toThrow(EstimationError);
  });
});
