import { describe, expect, it } from "vitest";
import type { FitResponseOptions } from "../../../../src/response/index.ts";
import { noEffect, plateau } from "../../../../src/response/models/index.ts";
import type { ResponseTarget } from "../../../../src/response/quantities/derived-quantities.ts";
import type { Patient } from "../../../../src/schema/patient.ts";
import { expectAbsolute, expectRelative } from "../../../helpers/closeness.ts";
import { gradientOf, simpson } from "../../../helpers/differences.ts";
import { patientOf } from "../../../helpers/patients.ts";
import { prepareResponse } from "../../../helpers/response-problems.ts";

const one = patientOf([0, 3, 14, 45, 80, 110, 150], [9, 6, 3, 2, 4, 7, 9]);
const three = patientOf([0, 7, 60, 150, 157, 210, 300, 320], [10, 4, 3, 9, 6, 8, 9, 2], [0, 150, 300]);
const raised: Patient = { ...one, scale: { minimum: -2, maximum: 10, step: 1 } };

const cases: [string, Patient, FitResponseOptions][] = [
  ["one course", one, {}],
  ["three courses", three, { horizon: 60 }],
  ["a relapse declared as a score", one, { relapseAt: { score: 6 } }],
  ["a floor that is not 0", raised, { relapseAt: { score: 5 }, horizon: 365 }],
];

describe.each(cases)("every target of %s", (_, patient, options) => {
  const { targets, intervals } = prepareResponse(patient, options);
  const mode = intervals.minimum.x;
  const value = (target: ResponseTarget, x: Float64Array): number =>
    target.evaluate(x, new Float64Array(x.length)) ?? Number.NaN;

  it.each(targets.map((target) => [`${target.parameter} ${target.course ?? ""}`, target] as const))(
    "has the gradient of its value: %s",
    (name, target) => {
      for (const shift of [0, 0.1, -0.15]) {
        const theta = mode.map((v, k) => v + shift * Math.cos(3 * k));
        const gradient = new Float64Array(theta.length);
        target.evaluate(theta, gradient);
        const numerical = gradientOf((x) => value(target, x), theta, 1e-3);
        // The peak is a root of a slope known to 1e-16, divided by its curvature, and its day's own gradient a
        // difference with step 1e-4; the others are analytic, and lose 1e-13 to the differences here.
        const tolerance = name.startsWith("bestReliefDay") ? 1e-5 : 1e-7;
        expectAbsolute(gradient, numerical, tolerance * Math.max(1, ...numerical.map(Math.abs)));
      }
    },
  );
});

describe("responseTargets", () => {
  const names = ({ parameter, course }: ResponseTarget): string =>
    course ? `${parameter} ${course}` : parameter;

  it("lists what the courses share, then each course's own", () => {
    const own = [
      "relief",
      "T50",
      "T10",
      "T90",
      "bestRelief",
      "bestReliefDay",
      "relapseDay",
      "reliefDays",
      "percentSpid",
    ];
    expect(prepareResponse(one).targets.map(names)).toEqual([
      "baseline",
      "onsetHalfTime",
      "wearOffDuration",
      "residualSd",
      ...own.map((name) => `${name} 1`),
    ]);
    expect(prepareResponse(three).targets.map(names)).toEqual([
      "baseline",
      "meanRelief",
      "onsetHalfTime",
      "meanT50",
      "wearOffDuration",
      "residualSd",
      ...[1, 2, 3].flatMap((course) => own.map((name) => `${name} ${course}`)),
    ]);
  });

  it("lists baseline and scatter alone where there is no effect", () => {
    expect(prepareResponse(one, { model: noEffect }).targets.map(names)).toEqual(["baseline", "residualSd"]);
  });

  it("prints the horizon in the label of relief-days", () => {
    const labels = prepareResponse(one, { horizon: 90 }).targets.map(({ label }) => label);
    expect(labels).toContain("Relief-days (SPID), day 0 to 90");
  });
});

describe("what the quantities are", () => {
  const { targets, intervals, problem } = prepareResponse(one);
  const theta = intervals.minimum.x;
  const at = (name: string): number => {
    const target = targets.find(({ parameter }) => parameter === name)!;
    const linked = target.evaluate(theta, new Float64Array(theta.length))!;
    if (target.link === "identity") return linked;
    return target.link === "log" ? Math.exp(linked) : 1 / (1 + Math.exp(-linked));
  };
  const p = [at("relief"), at("onsetHalfTime"), at("T50"), at("wearOffDuration")];

  it("relief-days are ∫ B·r dt, by a fine Simpson rule", () => {
    const fine = simpson((t) => at("baseline") * plateau.relief(t, p), 0, 180, 50_000);
    expectRelative([at("reliefDays")], [fine], 1e-9);
  });

  it("T10 and T90 stand half the wear-off on either side of T50", () => {
    expectRelative([at("T90") - at("T10"), at("T10") + at("T90")], [p[3]!, 2 * p[2]!], 1e-13);
  });

  it("relief on the best day is the best relief, and on the relapse day the threshold", () => {
    expectRelative([plateau.relief(at("bestReliefDay"), p)], [at("bestRelief")], 1e-12);
    expectRelative([plateau.relief(at("relapseDay"), p)], [0.3], 1e-12);
  });

  it("a relapse at a score is at the relief that leaves that score of the baseline", () => {
    const score = 6;
    const { targets: declared } = prepareResponse(one, { relapseAt: { score } });
    const target = declared.find(({ parameter }) => parameter === "relapseDay")!;
    const day = Math.exp(target.evaluate(theta, new Float64Array(6))!);
    expectRelative([at("baseline") * (1 - plateau.relief(day, p))], [score], 1e-12);
  });

  it("a relapse at a score that is never left, or at or above the baseline, does not exist", () => {
    for (const score of [0.5, 10]) {
      const { targets: declared } = prepareResponse(one, { relapseAt: { score } });
      const target = declared.find(({ parameter }) => parameter === "relapseDay")!;
      expect(target.evaluate(theta, new Float64Array(6)), `${score}`).toBeNull();
    }
  });

  it("relief that never reaches the threshold has no relapse day", () => {
    const weak = Float64Array.from(theta);
    weak[problem.parameters.courses[0]![0]!] = -2;
    const target = targets.find(({ parameter }) => parameter === "relapseDay")!;
    expect(target.evaluate(weak, new Float64Array(6))).toBeNull();
  });
});
