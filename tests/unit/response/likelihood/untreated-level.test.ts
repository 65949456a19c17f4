import { describe, expect, it } from "vitest";
import { possibleTimes } from "../../../../src/response/likelihood/possible-times.ts";
import { leastSquaresErrors } from "../../../../src/response/likelihood/score-errors.ts";
import { untreatedLevel } from "../../../../src/response/likelihood/untreated-level.ts";
import { noEffect } from "../../../../src/response/models/no-effect.ts";
import { layTimeline } from "../../../../src/response/timeline.ts";
import type { Patient } from "../../../../src/schema/patient.ts";
import { expectAbsolute, expectRelative } from "../../../helpers/closeness.ts";
import { gradientOf } from "../../../helpers/differences.ts";
import { patientOf } from "../../../helpers/patients.ts";
import { compileResponse } from "../../../helpers/response-problems.ts";
import { between, patientOfRows } from "../../../helpers/unknown-days.ts";

const starts = [0, 150, 300];
const since = (day: number): number[] => starts.map((start) => day - start);
/** Mean 7, then 9, 6 and 8 on the first days of three courses. */
const theta = [7, 9, 6, 8];
const moving = untreatedLevel({ baseline: 0, baselines: [1, 2, 3] });
moving.set(theta);
const levelOn = (day: number): number => moving.at(since(day), 0);

const known = patientOf(
  [-9, 0, 7, 14, 60, 90, 150, 157, 165, 210, 240, 300, 320, 340, 380],
  [9, 10, 4, 3, 3, 5, 9, 6, 5, 8, 8, 9, 0, 3, 4],
  starts,
);
const averaged = patientOfRows([
  { score: 9, day: 0 },
  { course: true, day: 0 },
  { score: 3, ...between(10, 40) },
  { score: 6, ...between(30, 70) },
  { course: true, ...between(80, 130) },
  { score: 4, daysAfterCourse: 14 },
  ...[5, 6, 6, 7, 8, 8, 9, 9].map((score, i) => ({ score, day: 190 + 11 * i })),
]);

describe("the level without treatment", () => {
  it("goes straight from course to course, and stays where it is before the first and after the last", () => {
    expect([-50, 0, 150, 300, 999].map(levelOn)).toEqual([9, 9, 6, 8, 8]);
    // Days 50 and 225: a third and a half of the way.
    expectAbsolute([levelOn(50), levelOn(225)], [8, 7], 1e-12);
  });

  it("is one for all days where the baseline is shared", () => {
    const shared = untreatedLevel({ baseline: 0, baselines: [0, 0, 0] });
    shared.set(theta);
    expect([-50, 0, 70, 150, 999].map((day) => shared.at(since(day), 0))).toEqual([7, 7, 7, 7, 7]);
  });

  it.each([-50, 0, 50, 150, 225, 300, 400])("has the slope of its value on day %i", (day) => {
    const slope = new Float64Array(4);
    levelOn(day);
    moving.addSlope(2, slope);
    const numerical = gradientOf((x) => {
      moving.set(x);
      return 2 * levelOn(day);
    }, theta);
    moving.set(theta);
    expectAbsolute(slope, numerical, 1e-10);
  });
});

describe("the gradient with baselines of their own is that of its value", () => {
  it.each<[string, Patient]>([
    ["on known days", known],
    ["with days averaged over", averaged],
  ])("%s", (_, patient) => {
    for (const options of [{}, { errors: leastSquaresErrors }, { model: noEffect }]) {
      const { logLikelihood, parameters, objective } = compileResponse(patient, {
        ...options,
        baselines: "own",
      });
      const point = Float64Array.from(parameters.names, (name, k) => {
        if (name.includes("baseline")) return 8.3 + 0.4 * Math.sin(k);
        if (/residualSd/.test(name)) return -0.2;
        if (/relief/.test(name)) return 0.7 + 0.1 * k;
        return /onset/.test(name) ? 1.1 : 4.1;
      });
      for (const f of [logLikelihood, objective]) {
        const gradient = new Float64Array(point.length);
        f(point, gradient);
        const numerical = gradientOf((x) => f(x, new Float64Array(x.length)), point, 2e-3);
        // Values of a few hundred have 1e-14 × 300 of rounding error, over a step of 2e-3 halved three times.
        expectAbsolute(gradient, numerical, 1e-7 * Math.max(1, ...numerical.map(Math.abs)));
      }
    }
  });

  it("is −∞ where the mean baseline or a course's is not above the floor", () => {
    const { logLikelihood, parameters } = compileResponse(known, { baselines: "own" });
    const inside = Float64Array.from(parameters.names, (name) => (name.includes("baseline") ? 8 : 1));
    expect(logLikelihood(inside)).toBeGreaterThan(-Infinity);
    for (const index of [parameters.baseline, ...parameters.baselines])
      expect(logLikelihood(inside.with(index, 0))).toBe(-Infinity);
  });
});

describe("a course known by bounds", () => {
  const rows = (course: { day: number } | { dayEarliest: number; dayLatest: number }) =>
    patientOfRows([
      { score: 9, day: 0 },
      { course: true, day: 0 },
      { score: 5, day: 60 },
      { score: 7, day: 90 },
      { course: true, ...course },
      { score: 3, day: 200 },
    ]);

  it("is averaged over jointly with the scores since the course before it, which the level hangs on", () => {
    const timeline = layTimeline(rows(between(100, 140)), false);
    const scoresOf = (movingLevel: boolean) =>
      possibleTimes(timeline, movingLevel).map(({ scores }) => scores);
    expect(scoresOf(false)).toEqual([[0, 1, 2], [3]]);
    expect(scoresOf(true)).toEqual([[0], [1, 2, 3]]);
  });

  it("has the likelihood that the plain mean over its days has", () => {
    const likelihood = (patient: Patient): number => {
      const { logLikelihood, parameters } = compileResponse(patient, { baselines: "own" });
      const levels = [7.5, 9, 6];
      const point = Float64Array.from(parameters.names, (name, k) => {
        if (name.includes("baseline")) return levels[k === 0 ? 0 : k - 1]!;
        return /residualSd/.test(name) ? 0 : /relief/.test(name) ? 1 : /onset/.test(name) ? 1 : 4;
      });
      return Math.exp(logLikelihood(point));
    };
    const n = 1600;
    const days = Array.from({ length: n }, (_, i) => 100 + (40 * (i + 0.5)) / n);
    const mean = days.reduce((sum, day) => sum + likelihood(rows({ day })), 0) / n;
    // The middle rule on 1600 panels errs by a sixteenth of the 5e-6 that it errs by on 400.
    expectRelative([likelihood(rows(between(100, 140)))], [mean], 1e-6);
  });
});
