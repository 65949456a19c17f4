import { describe, expect, it } from "vitest";
import { noEffect } from "../../../src/response/models/no-effect.ts";
import { plateau } from "../../../src/response/models/plateau.ts";
import { defaultPriors, flatPriors, informedPriors, type PriorSet } from "../../../src/response/priors.ts";
import { beforeFirstCourse } from "../../../src/response/response-problem.ts";
import { layTimeline } from "../../../src/response/timeline.ts";
import {
  layParameters,
  scoreBeforeFirstCourse,
  toNatural,
  toWorking,
} from "../../../src/response/working-parameters.ts";
import type { Patient } from "../../../src/schema/patient.ts";
import { patientOf } from "../../helpers/patients.ts";
import { between, patientOfRows } from "../../helpers/unknown-days.ts";

const lay = (patient: Patient, priors: PriorSet = informedPriors, model = plateau) =>
  layParameters(model, priors, patient, beforeFirstCourse(layTimeline(patient, false)));
const baselineOf = (patient: Patient) => {
  const { prior, baseline } = lay(patient);
  return prior.terms.find(({ index }) => index === baseline)!.center;
};

describe("toNatural and toWorking", () => {
  it("undo each other", () => {
    for (const working of [-20, -1, 0, 0.3, 5]) {
      for (const link of ["log", "logit"] as const) {
        expect(toWorking({ link }, toNatural({ link }, working))).toBeCloseTo(working, 8);
      }
    }
  });

  it("keep a fraction in [0, 1] and a length at 0 or more, whatever the working value", () => {
    expect([-800, 0, 800].map((w) => toNatural({ link: "logit" }, w))).toEqual([0, 0.5, 1]);
    expect([-800, 0, 800].map((w) => toNatural({ link: "log" }, w))).toEqual([0, 1, Infinity]);
  });
});

describe("the informed baseline", () => {
  it("is the mean of the scores before the first course and on its day, ranges by their middles", () => {
    const patient = patientOf([-14, -7, 0, 10, 20], [9, [6, 8], 8, 1, 2]);
    expect(baselineOf(patient)).toEqual({ value: 8 });
    expect(scoreBeforeFirstCourse(patient, (i) => i === 1)).toBe(7);
  });

  it("counts a score on the course's day whichever row comes first", () => {
    const rows = [
      { course: true, day: 5 },
      { score: 9, day: 5 },
      { score: 2, day: 10 },
    ] as const;
    expect(baselineOf(patientOfRows(rows))).toEqual({ value: 9 });
  });

  it("is the first score of the file where none is before the course", () => {
    expect(baselineOf(patientOf([3, 10, 20], [[4, 6], 1, 2]))).toEqual({ value: 5 });
  });

  it("ignores scores before a later course", () => {
    expect(baselineOf(patientOf([-3, 50, 95], [9, 3, 4], [0, 90]))).toEqual({ value: 9 });
  });

  it("ignores a score that a course known by bounds may precede", () => {
    const rows = [
      { score: 9, day: -20 },
      { score: 3, ...between(-10, 5) },
      { course: true, ...between(-8, 8) },
      { score: 2, day: 30 },
    ] as const;
    expect(baselineOf(patientOfRows(rows))).toEqual({ value: 9 });
  });
});

describe("layParameters", () => {
  it("gives one course the set's own means and standard deviations", () => {
    const { names, prior, courses, means } = lay(patientOf([0, 5, 9], [8, 2, 3]));
    expect(names).toEqual([
      "baseline",
      "log residualSd",
      "logit relief",
      "log onsetHalfTime",
      "log T50",
      "log wearOffDuration",
    ]);
    expect(prior.terms.map(({ sd }) => sd)).toEqual([1, 0.4, 1.1, 0.6, 0.4, 0.5]);
    expect(courses).toEqual([[2, 3, 4, 5]]);
    expect(means).toEqual([null, null, null, null]);
  });

  it("places baselines of courses beside the mean one, in the same places whatever the model", () => {
    const patient = patientOf([0, 5, 95], [8, 2, 3], [0, 90]);
    const before = beforeFirstCourse(layTimeline(patient, false));
    for (const model of [plateau, noEffect]) {
      const { names, baseline, baselines, residualSd, prior } = layParameters(
        model,
        defaultPriors,
        patient,
        before,
        { baselines: "own" },
      );
      expect(names.slice(0, 4)).toEqual(["mean baseline", "log residualSd", "baseline 1", "baseline 2"]);
      expect([baseline, residualSd, ...baselines]).toEqual([0, 1, 2, 3]);
      expect(prior.terms.slice(2, 4).map(({ center, sd }) => ({ center, sd }))).toEqual([
        { center: { parameter: 0 }, sd: 1 },
        { center: { parameter: 0 }, sd: 1 },
      ]);
    }
    expect(lay(patient).baselines).toEqual([0, 0]);
  });

  it("draws each of several courses around the patient's own mean, sharing what is not per course", () => {
    const { names, prior, courses, means } = lay(patientOf([0, 5, 95], [8, 2, 3], [0, 90]));
    expect(names.slice(2)).toEqual([
      "mean logit relief",
      "logit relief 1",
      "logit relief 2",
      "log onsetHalfTime",
      "mean log T50",
      "log T50 1",
      "log T50 2",
      "log wearOffDuration",
    ]);
    expect(courses).toEqual([
      [3, 5, 7, 9],
      [4, 5, 8, 9],
    ]);
    expect(means).toEqual([2, null, 6, null]);
    const spread = { center: { parameter: 2 }, sd: 0.8 };
    expect(prior.terms.slice(3, 5)).toEqual([
      { index: 3, ...spread },
      { index: 4, ...spread },
    ]);
    expect(prior.terms[7]).toEqual({ index: 7, center: { parameter: 6 }, sd: 0.3 });
  });

  it("carries the set to another scale: baseline and scatter are stretched, the floor is added", () => {
    const patient = { ...patientOf([0, 5, 9], [8, 2, 3]), scale: { minimum: 20, maximum: 120, step: 1 } };
    const [baseline, residualSd, ...curve] = lay(patient, defaultPriors).prior.terms;
    expect(baseline).toMatchObject({ center: { value: 90 }, sd: 25 });
    expect(residualSd).toMatchObject({ center: { value: Math.log(10) }, sd: 0.5 });
    expect(curve).toEqual(lay(patientOf([0, 5, 9], [8, 2, 3]), defaultPriors).prior.terms.slice(2));
  });

  it("makes flat priors infinitely wide, and never that of the scatter", () => {
    const { prior } = lay(patientOf([0, 5, 9], [8, 2, 3]), flatPriors);
    expect(prior.terms.map(({ sd }) => sd)).toEqual([Infinity, 0.5, Infinity, Infinity, Infinity, Infinity]);
  });

  it("gives the model without effect a baseline and a scatter", () => {
    expect(lay(patientOf([0, 5, 95], [8, 2, 3], [0, 90]), defaultPriors, noEffect)).toMatchObject({
      names: ["baseline", "log residualSd"],
      courses: [[], []],
      means: [],
    });
  });

  it("takes a prior from the model where the set names none, and refuses where neither does", () => {
    const extra = { name: "residual", label: "", unit: "fraction", link: "logit", perCourse: false } as const;
    const withPrior = {
      ...plateau,
      parameters: [...plateau.parameters, { ...extra, prior: { mean: -2, sd: 1 } }],
    };
    expect(lay(patientOf([0, 5, 9], [8, 2, 3]), defaultPriors, withPrior).prior.terms.at(-1)).toEqual({
      index: 6,
      center: { value: -2 },
      sd: 1,
    });
    const without = { ...plateau, parameters: [...plateau.parameters, extra] };
    expect(() => lay(patientOf([0, 5, 9], [8, 2, 3]), defaultPriors, without)).toThrow(
      new TypeError('The set of priors "default" needs a prior for "residual"'),
    );
  });
});
