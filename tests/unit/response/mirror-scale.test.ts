import { describe, expect, it } from "vitest";
import { profile, wald } from "../../../src/inference/index.ts";
import { withDefaults } from "../../../src/response/fit-response-options.ts";
import {
  type FitResponseOptions,
  fitResponse,
  informedPriors,
  noEffect,
  priorSets,
} from "../../../src/response/index.ts";
import { mirrorBack, whereLowerIsBetter } from "../../../src/response/mirror-scale.ts";
import {
  type Estimate,
  type Patient,
  type ResponseResult,
  responseResultSchema,
} from "../../../src/schema/index.ts";
import { patientOf } from "../../helpers/patients.ts";

/** Grip strength from 0 to 60: low before the course, better after it, and low again. */
const days = [-7, 0, 3, 14, 45, 80, 110, 150, 170];
const grip = [8, 6, 20, 42, 48, [34, 40], 20, 12, 6] as (number | [number, number])[];
const given: Patient = { ...patientOf(days, grip), scale: { minimum: 0, maximum: 60, step: 2 } };

/** The same patient turned over by hand: how much is missing from the best score. */
const turned: Patient = {
  ...given,
  scores: given.scores.map((score) => ({ ...score, lower: 60 - score.upper, upper: 60 - score.lower })),
};

const OF_THE_WAY = ", of the way from the baseline to 60";
const over = (value: number | null): number | null => (value === null ? null : 60 - value);

/** A row of the fit of lacking strength, as the fit of strength must give it. */
function turnedRow(row: Estimate): Estimate {
  if (/relief$/iu.test(row.parameter)) return { ...row, label: `${row.label}${OF_THE_WAY}` };
  if (row.parameter !== "baseline") return row;
  const bound = {
    "open-lower": "open-upper",
    "open-upper": "open-lower",
    open: "open",
    closed: "closed",
  } as const;
  const ends = { estimate: over(row.estimate), lower: over(row.upper), upper: over(row.lower) };
  return { ...row, ...ends, bound: bound[row.bound] };
}

const both = (
  options: FitResponseOptions,
  ofTurned: FitResponseOptions = options,
): [ResponseResult, ResponseResult] => [
  fitResponse(given, { ...options, improvement: "increase" }),
  fitResponse(turned, { ...ofTurned, improvement: "decrease" }),
];

describe.each([
  ["default", {}],
  ["informed priors by profile", { priors: informedPriors, interval: profile }],
  ["flat priors by Wald", { priors: priorSets.at(-1)!, interval: wald }],
  ["no effect", { model: noEffect }],
] as [string, FitResponseOptions][])("higher is better: %s", (_, options) => {
  const [rising, falling] = both(options);

  it("gives every row of the fit to the mirrored scores", () => {
    expect(rising.estimates).toEqual(falling.estimates.map(turnedRow));
    expect(rising.estimates.length).toBeGreaterThan(1);
  });

  it("mirrors the curve and its band", () => {
    expect(rising.fitted).toEqual(
      falling.fitted.map(({ time, value, lower, upper }) => ({
        time,
        value: 60 - value,
        lower: over(upper),
        upper: over(lower),
      })),
    );
  });

  it("keeps everything that has nothing to do with the direction", () => {
    for (const key of [
      "fit",
      "noEffect",
      "courses",
      "scale",
      "nObservations",
      "posterior",
      "relapseAt",
    ] as const) {
      expect(rising[key], key).toEqual(falling[key]);
    }
    expect(rising.probabilities.map(({ event, probability }) => [event, probability])).toEqual(
      falling.probabilities.map(({ event, probability }) => [event, probability]),
    );
  });

  it("mirrors the baseline of the working fit, of its priors and of the draws", () => {
    const k = rising.covariance.parameters.indexOf("baseline");
    expect(rising.covariance.mode[k]).toBe(60 - falling.covariance.mode[k]!);
    const prior = (result: ResponseResult) => result.priors.parameters[k]!;
    expect(prior(rising)).toEqual({ ...prior(falling), mean: 60 - prior(falling).mean });
    const matrix = falling.covariance.matrix!;
    rising.covariance.matrix!.forEach((row, i) => {
      row.forEach((value, j) => {
        expect(value).toBe((i === k ? -1 : 1) * (j === k ? -1 : 1) * matrix[i]![j]!);
      });
    });
    rising.draws?.forEach((draw, i) => {
      expect(draw).toEqual(falling.draws![i]!.map((value, j) => (j === k ? 60 - value : value)));
    });
  });

  it("is valid, plain JSON that names the direction", () => {
    expect(responseResultSchema.parse(JSON.parse(JSON.stringify(rising)))).toEqual(rising);
    expect(rising.provenance.options.improvement).toBe("increase");
    expect(falling.provenance.options.improvement).toBe("decrease");
  });
});

describe("where higher is better", () => {
  const [rising, falling] = both(
    { relapseAt: { score: 20 }, interval: profile },
    { relapseAt: { score: 40 }, interval: profile },
  );

  it("the scores stay as given, with the values that round to them", () => {
    expect(rising.observations.map(({ score }) => score)).toEqual([
      "8",
      "6",
      "20",
      "42",
      "48",
      "34–40",
      "20",
      "12",
      "6",
    ]);
    expect(rising.observations[5]).toMatchObject({ lower: 33, upper: 41 });
    const [worst, best] = fitResponse(patientOf([0, 7, 30, 60], [0, 10, 6, 3]), {
      improvement: "increase",
    }).observations;
    expect(worst).toMatchObject({ lower: null, upper: 0.5 });
    expect(best).toMatchObject({ lower: 9.5, upper: null });
  });

  it("a relapse score is reached from above", () => {
    expect(rising.estimates).toEqual(falling.estimates.map(turnedRow));
    expect(rising.relapseAt).toEqual({ score: 20 });
    expect(rising.provenance.options.relapseAt).toEqual({ score: 20 });
    expect(rising.probabilities[0]!.label).toBe("The score never rises above 20");
  });

  it("says what relief is, in the label and in a warning", () => {
    const label = rising.estimates.find(({ parameter }) => parameter === "bestRelief")!.label;
    expect(label).toBe(`Best relief${OF_THE_WAY}`);
    expect(rising.warnings[0]).toEqual({
      code: "higher-is-better",
      message:
        "Higher scores are better here: relief is the share of the way from the baseline to the best score of the scale, 60. Relapse means a score of 20 or less.",
    });
    expect(falling.warnings.map(({ code }) => code)).not.toContain("higher-is-better");
    const byShare = fitResponse(given, { improvement: "increase", interval: profile });
    expect(byShare.probabilities.map((row) => row.label).slice(0, 1)).toEqual([
      "Relief never reaches 30 % of the way from the baseline to 60",
    ]);
    expect(byShare.probabilities.map(({ label: event }) => event)).toContain("Best relief of 30 % or more");
  });

  it("the prior of the baseline lies 7 of 10 of the way from the best score to the worst", () => {
    const { mean, sd } = fitResponse(given, { improvement: "increase", interval: profile }).priors
      .parameters[0]!;
    expect([mean, sd]).toEqual([60 - 42, 15]);
  });

  it("refuses a relapse score that is the best one, and takes the worst", () => {
    const asking = (score: number) => () =>
      fitResponse(given, { improvement: "increase", relapseAt: { score }, interval: wald });
    expect(asking(60)).toThrow(RangeError);
    expect(asking(61)).toThrow(RangeError);
    expect(asking(-1)).toThrow(RangeError);
    expect(asking(0)).not.toThrow();
    expect(() => fitResponse(given, { improvement: "up" as "increase" })).toThrow('got "up"');
  });

  it("is also where the patient says so, unless the option says otherwise", () => {
    const patient: Patient = { ...given, improvement: "increase" };
    const asked = (options: FitResponseOptions) => withDefaults(options, patient).improvement;
    expect([asked({}), asked({ improvement: "decrease" }), asked({ improvement: undefined })]).toEqual([
      "increase",
      "decrease",
      "increase",
    ]);
  });

  it("mirrored scores are free of rounding error", () => {
    const fine: Patient = {
      ...patientOf([0, 14, 60], [7.3, 2.1, [0.1, 0.2]]),
      scale: { minimum: 0, maximum: 10, step: 0.1 },
    };
    const { patient } = whereLowerIsBetter(fine, withDefaults({ improvement: "increase" }, fine));
    expect(patient.scores.map(({ lower, upper }) => [lower, upper])).toEqual([
      [2.7, 2.7],
      [7.9, 7.9],
      [9.8, 9.9],
    ]);
  });

  it("the troughs of maintenance are scores as given", () => {
    const visits = Array.from({ length: 5 }, (_, j) => 28 * j);
    const kept = patientOf([...visits, 140], [2, 5, 6, 6, 7, 7], visits);
    const { maintenance } = fitResponse(kept, { improvement: "increase", interval: wald });
    expect(maintenance!.troughs.map(({ score }) => score)).toEqual([5, 6, 6, 7]);
    expect(maintenance!.trend!.estimate).toBeGreaterThan(0);
  });
});

describe("where lower is better", () => {
  it("nothing is touched", () => {
    const settings = withDefaults({}, given);
    const seen = whereLowerIsBetter(given, settings);
    expect(seen.patient).toBe(given);
    expect(seen.settings).toBe(settings);
    const result = fitResponse(given, { interval: wald });
    expect(mirrorBack(result, settings)).toBe(result);
  });
});
