import { describe, expect, it } from "vitest";
import { fitCohort, laplace } from "../../../src/cohort/index.ts";
import { kizawa2006, simulatedEarly, simulatedTypical, simulatedWeak } from "../../../src/datasets/index.ts";
import { EstimationError, InputError } from "../../../src/errors.ts";
import { posterior, wald } from "../../../src/inference/index.ts";
import { flatPriors, noEffect } from "../../../src/response/index.ts";
import { type CohortResult, cohortResultSchema } from "../../../src/schema/cohort-result.ts";
import type { Estimate } from "../../../src/schema/estimate.ts";
import type { Patient } from "../../../src/schema/patient.ts";
import { patientOf } from "../../helpers/patients.ts";

const DAYS = [0, 14, 60, 120];
const person = (patient: string, scores: number[], days = DAYS, courses = [0]): Patient => ({
  ...patientOf(days, scores, courses),
  patient,
});
const responder = person("a", [9, 3, 4, 8]);
const other = person("b", [8, 4, 5, 7]);
const together = (patients: Patient[]): CohortResult => fitCohort(patients, { interval: wald });
const rowOf = (rows: readonly Estimate[], parameter: string): Estimate =>
  rows.find((row) => row.parameter === parameter)!;

const cases: [string, Patient[]][] = [
  ["two patients", [responder, other]],
  ["a patient with a single score", [responder, person("s", [3], [14])]],
  ["two patients with a single score each", [person("s", [3], [14]), person("t", [4], [30])]],
  ["a patient who does not respond", [responder, person("n", [8, 8, 8, 8])]],
  ["identical patients", [responder, person("c", [9, 3, 4, 8])]],
  [
    "four patients whose likelihood is uneven where its highest point lies",
    [kizawa2006, simulatedTypical, simulatedEarly, simulatedWeak],
  ],
  [
    "a patient with two courses",
    [responder, person("m", [9, 3, 7, 9, 2, 6], [0, 14, 100, 200, 214, 300], [0, 200])],
  ],
];

describe("several patients at once", () => {
  it.each(cases)("has an answer that its schema takes for %s", (_, patients) => {
    const result = together(patients);
    expect(result.fit.converged).toBe(true);
    expect(JSON.parse(JSON.stringify(result))).toEqual(result);
    expect(() => cohortResultSchema.parse(result)).not.toThrow();
    for (const row of result.estimates) {
      if (row.lower !== null && row.estimate !== null) expect(row.lower).toBeLessThanOrEqual(row.estimate);
      if (row.upper !== null && row.estimate !== null) expect(row.upper).toBeGreaterThanOrEqual(row.estimate);
    }
  });
  it("draws a patient's relief from their own scores towards the others", () => {
    const { patients, estimates } = together([responder, person("n", [8, 8, 8, 8])]);
    const typical = rowOf(estimates, "relief").estimate!;
    const weak = patients[1]!;
    const [raw, shrunken] = [weak.raw!, weak.shrunken].map(
      (curve) => rowOf(curve.estimates, "relief").estimate!,
    );
    expect(shrunken!).toBeLessThan(typical);
    expect(rowOf(patients[0]!.shrunken.estimates, "relief").estimate!).toBeGreaterThan(typical);
    expect(raw!).not.toBe(shrunken);
    expect(rowOf(weak.shrunken.estimates, "relief").patient).toBe("n");
  });
  it("expects less spread between identical patients than between a responder and a non-responder", () => {
    const spread = (patients: Patient[]): number =>
      rowOf(together(patients).estimates, "spreadRelief").estimate!;
    expect(spread([responder, person("c", [9, 3, 4, 8])])).toBeLessThan(
      0.5 * spread([responder, person("n", [8, 8, 8, 8])]),
    );
  });
  it("gives probabilities of the next patient in order", () => {
    const { probabilities, relief } = together([responder, other]).nextPatient;
    const [thirty, fifty, never] = ["relief30", "relief50", "neverReached"].map(
      (name) => probabilities.find(({ event }) => event === name)!.probability,
    );
    expect(thirty!).toBeGreaterThan(fifty!);
    expect(never!).toBeCloseTo(1 - thirty!, 2);
    for (const { lower, value, upper } of relief) {
      expect(lower!).toBeLessThanOrEqual(value);
      expect(upper!).toBeGreaterThanOrEqual(value);
    }
  });
  it("says who has too few scores for a curve of their own, and pools only the others", () => {
    const result = together([responder, other, person("s", [3], [14])]);
    expect(result.patients[2]!.raw).toBeNull();
    expect(result.twoStage!.nPatients).toBe(2);
    expect(result.warnings.find(({ code }) => code === "not-fitted-alone")!.message).toContain("(s)");
    expect(together([responder, person("s", [3], [14])]).twoStage).toBeNull();
  });
  it("does not depend on the order of the patients", () => {
    const [one, two] = [together([responder, other]), together([other, responder])];
    one.estimates.forEach((row, i) => {
      expect(Math.abs(row.estimate! / two.estimates[i]!.estimate! - 1)).toBeLessThan(1e-4);
    });
  });
  it("agrees roughly by Laplace's approximation where scores are many", () => {
    const days = [0, 3, 7, 14, 30, 60, 90, 120, 150];
    const patients = [
      person("a", [9, 7, 5, 3, 2, 3, 4, 7, 8], days),
      person("b", [8, 6, 5, 4, 4, 4, 5, 7, 8], days),
      person("c", [9, 6, 4, 3, 2, 2, 4, 5, 8], days),
    ];
    const [plain, iterated] = [
      fitCohort(patients, { interval: wald, approximation: laplace }),
      together(patients),
    ];
    for (const name of ["relief", "T50"]) {
      const [a, b] = [rowOf(plain.estimates, name), rowOf(iterated.estimates, name)];
      expect(Math.abs(a.estimate! - b.estimate!)).toBeLessThan(0.1 * b.standardError!);
    }
  });
});

describe("what several patients at once refuses", () => {
  it("is one patient alone, no score and no course", () => {
    expect(() => together([responder])).toThrow("needs at least 2 patients, got 1");
    expect(() => together([])).toThrow(EstimationError);
    expect(() => together([responder, person("e", [], [])])).toThrow("needs at least 1 scores, got 0");
    expect(() => together([responder, person("n", [8, 8], [0, 10], [])])).toThrow("needs at least 1 course");
  });
  it("is patients of one name, of other scales, or scored where higher is better, all named at once", () => {
    const wrong: Patient[] = [
      responder,
      responder,
      { ...other, scale: { ...other.scale, maximum: 100 } },
      { ...person("h", [3, 8, 7, 4]), improvement: "increase" },
    ];
    let issues = 0;
    try {
      together(wrong);
    } catch (error) {
      issues = (error as InputError).issues.length;
      expect(error).toBeInstanceOf(InputError);
    }
    expect(issues).toBe(3);
  });
  it("is an option out of range", () => {
    const both = [responder, other];
    expect(() => fitCohort(both, { level: 95 })).toThrow("level must lie in (0, 1), got 95");
    expect(() => fitCohort(both, { priors: flatPriors })).toThrow("proper");
    expect(() => fitCohort(both, { model: noEffect })).toThrow("varies between patients");
    expect(() => fitCohort(both, { interval: posterior })).toThrow('got "posterior"');
    expect(() => fitCohort(both, { spreadScales: { h: 1 } })).toThrow('got "h"');
    expect(() => fitCohort(both, { spreadScales: { T50: 0 } })).toThrow('got 0 for "T50"');
  });
});
