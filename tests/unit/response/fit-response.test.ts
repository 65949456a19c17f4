import { describe, expect, it } from "vitest";
import { posterior, profile, wald } from "../../../src/inference/index.ts";
import {
  defaultPriors,
  type FitResponseOptions,
  fitResponse,
  flatPriors,
  informedPriors,
  noEffect,
  simulatePatient,
} from "../../../src/response/index.ts";
import { type Patient, type ResponseResult, responseResultSchema } from "../../../src/schema/index.ts";
import { version } from "../../../src/version.ts";
import { expectRelative } from "../../helpers/closeness.ts";
import { patientOf } from "../../helpers/patients.ts";
import { referencePatients } from "../../helpers/reference-patients.ts";

const typical = patientOf([-7, 0, 3, 14, 45, 80, 110, 150], [9, 9, 6, 3, 2, 4, 7, 9]);
const row = (result: ResponseResult, name: string) =>
  result.estimates.find(({ parameter }) => parameter === name)!;

/** Fails where a result holds anything but what JSON returns unchanged. */
function expectPlain(result: ResponseResult): void {
  const text = JSON.stringify(result, (_, value) => {
    if (typeof value === "number") expect(Number.isFinite(value)).toBe(true);
    return value;
  });
  expect(JSON.parse(text)).toEqual(result);
  expect(responseResultSchema.safeParse(result).error?.issues ?? []).toEqual([]);
}

const visits = [-7, 0, 7, 14, 45, 90, 120, 180];
const noRelief = simulatePatient(
  {
    patient: "without relief",
    scale: { minimum: 0, maximum: 10, step: 1 },
    baseline: 7.6,
    residualSd: 0.7,
    courses: [{ day: 0, doseGPerKg: 2, parameters: [0, 4, 105, 60] }],
    days: visits,
  },
  { seed: 4 },
);

const edges: [string, Patient][] = [
  ["three scores", patientOf([0, 14, 90], [8, 3, 7])],
  ["three scores on one day", patientOf([5, 5, 5], [8, 3, 7])],
  ["scores before the course alone", patientOf([-30, -20, -10, 0], [8, 9, 7, 8])],
  [
    "scores all alike",
    patientOf(
      visits,
      visits.map(() => 6),
    ),
  ],
  [
    "scores all at the ceiling",
    patientOf(
      visits,
      visits.map(() => 10),
    ),
  ],
  [
    "scores all at the floor",
    patientOf(
      visits,
      visits.map(() => 0),
    ),
  ],
  [
    "scores that say nothing",
    patientOf(
      visits,
      visits.map(() => [0, 10]),
    ),
  ],
  ["no relief", noRelief],
  ["scores that rise after the course", patientOf(visits, [3, 3, 7, 8, 9, 9, 10, 10])],
  ["complete relief that lasts", patientOf(visits, [10, 10, 2, 0, 0, 0, 0, 0])],
  ["days years apart and minutes apart", patientOf([-3000, 0, 0.01, 0.02, 14, 9000], [9, 9, 8, 7, 2, 9])],
  ["several scores on one day", patientOf([0, 14, 14, 14, 90], [9, 2, 3, 1, 8])],
  ["courses on the same day", patientOf([0, 14, 60, 120], [9, 2, 4, 8], [0, 0])],
  ["a course after every score", patientOf([0, 14, 60, 120], [9, 2, 4, 8], [0, 200])],
];

describe("fitResponse answers", () => {
  it.each(edges)("%s", (_, patient) => {
    for (const options of [{ interval: posterior.coarse! }, { priors: informedPriors, interval: wald }]) {
      const result = fitResponse(patient, options);
      expectPlain(result);
      expect(row(result, "residualSd").estimate).toBeGreaterThan(0);
      expect(JSON.stringify(fitResponse(patient, options))).toBe(JSON.stringify(result));
    }
  });

  it.each([...referencePatients])(
    "%s, with plain JSON, and draws where the method makes them",
    (_, patient) => {
      const result = fitResponse(patient, { interval: profile });
      expectPlain(result);
      expect(result.draws).toBeNull();
      expect(result.provenance.seed).toBeNull();
      const drawn = fitResponse(patient, { interval: posterior.coarse! });
      expectPlain(drawn);
      expect(drawn.draws).toHaveLength(400);
      expect(drawn.provenance.seed).toBe(1);
    },
  );

  it("every number of scores from 3 to 15 with flat priors, each interval closed or named open", () => {
    const long = referencePatients.get("resp_MAP_synth15")!;
    for (let n = 3; n <= 15; n++) {
      const scores = long.scores.filter((_, i) => (i * n) % 15 < n);
      expect(scores.length).toBe(n);
      // Profiles of what is not identified are slow: every fourth number has them.
      const interval = n % 4 === 3 ? profile : wald;
      const result = fitResponse({ ...long, scores }, { priors: flatPriors, interval });
      expectPlain(result);
      for (const { lower, upper, bound } of result.estimates) {
        expect([lower === null, upper === null]).toEqual([
          /open$|lower/.test(bound),
          /open$|upper/.test(bound),
        ]);
      }
    }
  });

  it("zero relief by relief of which nothing is excluded but much, and no relapse day that is certain", () => {
    const result = fitResponse(noRelief);
    expect(row(result, "relief").lower).toBeLessThan(0.1);
    const codes = result.warnings.map(({ code }) => code);
    expect(codes.some((code) => code.startsWith("never-reached"))).toBe(true);
  });
});

describe("what a result says of itself", () => {
  const result = fitResponse(typical);

  it("carries the options after defaults", () => {
    expect(result.provenance).toEqual({
      package: "nof1",
      version,
      seed: 1,
      inputSha256: null,
      options: {
        model: "plateau",
        interval: "posterior",
        level: 0.95,
        priors: "default",
        errors: "rounded-normal",
        relapseAt: { relief: 0.3 },
        horizon: 180,
        improvement: "decrease",
        baselines: "shared",
        doseOn: null,
        serialCorrelation: 0,
        averageDays: false,
        seed: 1,
      },
    });
    expect(JSON.stringify(fitResponse(typical, { level: undefined, priors: undefined }))).toBe(
      JSON.stringify(result),
    );
  });

  it("names patient and course in every row that has them", () => {
    expect(result.estimates.every(({ patient }) => patient === "synthetic")).toBe(true);
    expect(result.estimates.filter(({ course }) => course === 1).length).toBe(9);
    expect(
      result.estimates.filter(({ course }) => course === undefined).map(({ parameter }) => parameter),
    ).toEqual(["baseline", "onsetHalfTime", "wearOffDuration", "residualSd"]);
  });

  it("stands beside the fit without any effect, unless it is that itself", () => {
    expect(result.noEffect!.logLikelihood).toBeLessThan(result.fit.logLikelihood);
    const none = fitResponse(typical, { model: noEffect });
    expect(none.noEffect).toBeNull();
    expect(none.fit).toEqual(result.noEffect);
  });

  it("gives AICc from 12 scores on: −2 ln L + 2k + 2k(k + 1)/(n − k − 1)", () => {
    expect(result.fit.aicc).toBeNull();
    const long = referencePatients.get("resp_MAP_synth15")!;
    expect(fitResponse({ ...long, scores: long.scores.slice(0, 11) }).fit.aicc).toBeNull();
    const { aicc, logLikelihood } = fitResponse({ ...long, scores: long.scores.slice(0, 12) }).fit;
    expect(aicc).toBeCloseTo(-2 * logLikelihood + 12 + (2 * 6 * 7) / 5, 10);
  });

  it("shares what the data added, between 0 and 1, and not where a prior is flat", () => {
    for (const { dataShare } of result.estimates) {
      expect(dataShare).toBeGreaterThanOrEqual(0);
      expect(dataShare).toBeLessThan(1);
    }
    const flat = fitResponse(referencePatients.get("resp_MAP_synth15")!, {
      priors: flatPriors,
      interval: wald,
    });
    expect(
      flat.estimates.filter((estimate) => "dataShare" in estimate).map(({ parameter }) => parameter),
    ).toEqual(["residualSd"]);
  });
});

describe("a relapse declared as a score", () => {
  const baseline = { mean: 8, sd: 1e-6 };
  const known = (options: FitResponseOptions) =>
    fitResponse(typical, { ...options, priors: { ...defaultPriors, baseline } });

  it("is the relief rule at the same threshold where the baseline is known", () => {
    const [byRelief, byScore] = [{ relief: 0.3 }, { score: 5.6 }].map((relapseAt) =>
      row(known({ relapseAt }), "relapseDay"),
    );
    expectRelative(
      [byScore!.estimate!, byScore!.standardError!],
      [byRelief!.estimate!, byRelief!.standardError!],
      1e-6,
    );
    expectRelative([byScore!.lower!, byScore!.upper!], [byRelief!.lower!, byRelief!.upper!], 1e-5);
  });

  it("is printed with the result", () => {
    expect(known({ relapseAt: { score: 5.6 } })).toMatchObject({
      relapseAt: { score: 5.6 },
      provenance: { options: { relapseAt: { score: 5.6 } } },
    });
  });
});
