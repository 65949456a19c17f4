import { describe, expect, it } from "vitest";
import { kizawa2006 } from "../../../src/datasets/index.ts";
import { wald } from "../../../src/inference/index.ts";
import { type FitResponseOptions, fitResponse, informedPriors } from "../../../src/response/index.ts";
import type { Patient, ResponseResult } from "../../../src/schema/index.ts";
import { between, patientOfRows, type Row } from "../../helpers/unknown-days.ts";

const rowsWith = (third: Row): Row[] => [
  { score: 9, day: 0 },
  { course: true, day: 0 },
  { score: 3, day: 14 },
  third,
  { score: 8, day: 150 },
];
const nominal = patientOfRows(rowsWith({ score: 5, day: 80, ...between(50, 110) }));
const onlyDay = patientOfRows(rowsWith({ score: 5, day: 80 }));
const onlyBounds = patientOfRows(rowsWith({ score: 5, ...between(50, 110) }));
/** Which days are taken does not depend on the interval method; Wald's is the quick one. */
const fitted = (patient: Patient, options: FitResponseOptions = {}): ResponseResult =>
  fitResponse(patient, { interval: wald, ...options });
const codes = (patient: Patient, averageDays = false): string[] =>
  fitted(patient, { averageDays }).warnings.map(({ code }) => code);

describe("a day given with its bounds", () => {
  const result = fitted(nominal);

  it("is fitted as given, and averaged over its bounds beside that", () => {
    expect(result.estimates).toEqual(fitted(onlyDay).estimates);
    expect(result.sensitivity).toHaveLength(1);
    const [{ analysis, estimates }] = result.sensitivity as [(typeof result.sensitivity)[0]];
    expect(analysis).toBe("days-averaged-over-bounds");
    expect(estimates.map(({ parameter, course }) => [parameter, course])).toEqual([
      ["relief", 1],
      ["relapseDay", 1],
    ]);
    // The search begins at the mode of the fit as given, so that the last digits may differ.
    const averaged = fitted(onlyBounds).estimates;
    for (const { parameter, estimate, standardError, lower, upper } of estimates) {
      const same = averaged.find((row) => row.parameter === parameter)!;
      const ratios = [
        estimate! / same.estimate!,
        standardError! / same.standardError!,
        lower! / same.lower!,
        upper! / same.upper!,
      ];
      for (const ratio of ratios) expect(ratio).toBeCloseTo(1, 7);
    }
  });

  it("has the averaged analysis as its main one where that is asked for, and none beside it", () => {
    const asked = fitted(nominal, { averageDays: true });
    expect(asked.estimates).toEqual(fitted(onlyBounds).estimates);
    expect(asked.sensitivity).toEqual([]);
  });

  it("keeps its bounds in the result", () => {
    expect(result.observations[2]).toMatchObject({ day: 80, dayEarliest: 50, dayLatest: 110 });
    expect(fitted(onlyBounds).observations[2]).toMatchObject({
      day: 80,
      dayEarliest: 50,
      dayLatest: 110,
    });
  });
});

describe("the sensitivity analysis", () => {
  it("is absent where no day is given with bounds", () => {
    expect(fitted(onlyDay).sensitivity).toEqual([]);
    expect(fitted(onlyBounds).sensitivity).toEqual([]);
  });

  it("is present for the published patient, whose days are of the month's accuracy", () => {
    const { sensitivity, nCourses } = fitted(kizawa2006, { priors: informedPriors });
    expect(sensitivity[0]!.estimates).toHaveLength(2 * nCourses);
  });
});

describe("days known by bounds only", () => {
  it("are warned about, and given days are not", () => {
    expect(codes(onlyBounds)).toContain("days-averaged");
    expect(codes(nominal, true)).toContain("days-averaged");
    expect(codes(nominal)).not.toContain("days-averaged");
    expect(codes(onlyDay)).not.toContain("days-averaged");
  });

  it("tell less than the right day told: the likelihood of the best day is not exceeded", () => {
    const days = Array.from({ length: 13 }, (_, i) => 50 + 5 * i);
    const best = Math.max(
      ...days.map((day) => fitted(patientOfRows(rowsWith({ score: 5, day }))).fit.negativeLogPosterior * -1),
    );
    expect(-fitted(onlyBounds).fit.negativeLogPosterior).toBeLessThan(best);
  });

  it("put the course in the middle of its bounds for the picture", () => {
    const result = fitted(
      patientOfRows([
        { score: 9, day: 0 },
        { course: true, ...between(10, 20), note: "outpatient" },
        { score: 3, daysAfterCourse: 14 },
        { score: 8, day: 150 },
      ]),
    );
    expect(result.courses).toEqual([
      { course: 1, day: 15, dayEarliest: 10, dayLatest: 20, doseGPerKg: 2, note: "outpatient" },
    ]);
    expect(result.observations[1]!.day).toBe(29);
  });
});

describe("courses listed in another order than their days", () => {
  it("are numbered by their days, with their own doses and notes", () => {
    const result = fitted(
      patientOfRows([
        { course: true, day: 100, doseGPerKg: 1, note: "second" },
        { score: 3, day: 110 },
        { score: 6, day: 160 },
        { course: true, day: 0, doseGPerKg: 2, note: "first" },
        { score: 9, day: 0 },
        { score: 4, day: 20 },
      ]),
    );
    expect(
      result.courses.map(({ course, day, doseGPerKg, note }) => [course, day, doseGPerKg, note]),
    ).toEqual([
      [1, 0, 2, "first"],
      [2, 100, 1, "second"],
    ]);
  });
});
