import { describe, expect, it } from "vitest";
import { kizawa2006 } from "../../../src/datasets/index.ts";
import { bootstrap, posterior, prior, profile, wald } from "../../../src/inference/index.ts";
import {
  compareModels,
  defaultPriors,
  diagnoseResponse,
  type FitResponseOptions,
  fitResponse,
  noEffect,
  plateau,
  responseSensitivity,
} from "../../../src/response/index.ts";
import { responseResultSchema } from "../../../src/schema/index.ts";
import type { Patient } from "../../../src/schema/patient.ts";
import { expectAbsolute } from "../../helpers/closeness.ts";
import { patientOf } from "../../helpers/patients.ts";
import {
  waningPain as patient,
  rowsOf,
  withBaselineSpread as withSpread,
} from "../../helpers/waning-pain.ts";

const own: FitResponseOptions = { baselines: "own", interval: wald };

describe("courses with their own baselines", () => {
  const result = fitResponse(patient, own);

  it("have a row for each, beside that of the typical course", () => {
    const rows = rowsOf(result, "baseline");
    expect(rows.map(({ course, label }) => [course, label])).toEqual([
      [1, "Baseline"],
      [2, "Baseline"],
      [3, "Baseline"],
    ]);
    const [first, second, third] = rows.map(({ estimate }) => estimate!);
    expect(first).toBeGreaterThan(second!);
    expect(second).toBeGreaterThan(third!);
    const [mean] = rowsOf(result, "meanBaseline");
    expect(mean!.label).toBe("Baseline, typical course");
    expect(mean!.estimate).toBeGreaterThan(third!);
    expect(mean!.estimate).toBeLessThan(first!);
  });

  it("read each course's quantities from its own: relief-days are its baseline × the relief's integral", () => {
    const percent = rowsOf(result, "percentSpid");
    const days = rowsOf(result, "reliefDays");
    expectAbsolute(
      days.map(({ estimate }) => estimate!),
      percent.map((row, j) => row.estimate! * 180 * rowsOf(result, "baseline")[j]!.estimate!),
      1e-6,
    );
  });

  it("relapse at a score each by its own, as relief of 1 − (score − floor)/(baseline − floor)", () => {
    const byScore = fitResponse(patient, { ...own, relapseAt: { score: 4 } });
    const baseline = rowsOf(byScore, "baseline")[1]!.estimate!;
    const byRelief = fitResponse(patient, { ...own, relapseAt: { relief: 1 - 4 / baseline } });
    const [a, b] = [byScore, byRelief].map((fit) => rowsOf(fit, "relapseDay")[1]!.estimate!);
    expectAbsolute([a!], [b!], 1e-8);
  });

  it("are drawn around the patient's mean with the set's spread, on any scale", () => {
    const wide = { ...patient, scale: { minimum: 0, maximum: 100, step: 10 } };
    const scores = patient.scores.map((s) => ({ ...s, lower: 10 * s.lower, upper: 10 * s.upper }));
    const { priors } = fitResponse({ ...wide, scores }, { ...own, priors: withSpread(0.7) });
    expect(priors.parameters.filter(({ parameter }) => parameter.includes("baseline"))).toEqual([
      { parameter: "mean baseline", mean: 70, around: null, sd: 25 },
      ...[1, 2, 3].map((j) => ({ parameter: `baseline ${j}`, mean: 0, around: "mean baseline", sd: 7 })),
    ]);
  });

  it("describe the scores better than a shared one where pain differs from course to course", () => {
    const shared = fitResponse(patient, { interval: wald });
    expect(result.fit.logLikelihood).toBeGreaterThan(shared.fit.logLikelihood + 3);
    // Without an effect most of the change is scatter either way.
    expect(result.noEffect!.logLikelihood).toBeGreaterThan(shared.noEffect!.logLikelihood + 1);
  });

  it("say so in the options, and are valid JSON", () => {
    expect(result.provenance.options.baselines).toBe("own");
    expect(responseResultSchema.parse(JSON.parse(JSON.stringify(result)))).toEqual(result);
  });
});

describe("where higher scores are better", () => {
  const turned: Patient = {
    ...patient,
    scores: patient.scores.map((score) => ({ ...score, lower: 10 - score.upper, upper: 10 - score.lower })),
  };

  it("every baseline is on the given scale, in rows, priors, working fit and draws", () => {
    const options = { baselines: "own", interval: posterior.coarse! } as const;
    const falling = fitResponse(patient, options);
    const rising = fitResponse(turned, { ...options, improvement: "increase" });
    for (const parameter of ["baseline", "meanBaseline"]) {
      const over = rowsOf(falling, parameter).map(({ estimate, lower, upper }) => [
        10 - estimate!,
        10 - upper!,
        10 - lower!,
      ]);
      expect(rowsOf(rising, parameter).map(({ estimate, lower, upper }) => [estimate, lower, upper])).toEqual(
        over,
      );
    }
    const [low, high] = [falling, rising];
    const isScore = low.covariance.parameters.map((name) => name.includes("baseline"));
    const turn = (values: readonly number[]) => values.map((value, i) => (isScore[i] ? 10 - value : value));
    expect(isScore.filter(Boolean)).toHaveLength(4);
    expect(high.covariance.mode).toEqual(turn(low.covariance.mode));
    expect(high.draws).toEqual(low.draws!.map(turn));
    expect(high.priors.parameters.map(({ mean }) => mean)).toEqual(
      low.priors.parameters.map(({ parameter, mean }) => (parameter === "mean baseline" ? 10 - mean : mean)),
    );
    high.covariance.matrix!.forEach((row, i) => {
      row.forEach((value, j) => {
        expect(value).toBe((isScore[i] === isScore[j] ? 1 : -1) * low.covariance.matrix![i]![j]!);
      });
    });
  });
});

describe("where courses cannot have their own baselines", () => {
  const one = patientOf([0, 14, 60, 100], [9, 3, 4, 8]);

  it("one course is fitted as with a shared one", () => {
    const { provenance: _, ...asked } = fitResponse(one, own);
    const { provenance: __, ...shared } = fitResponse(one, { interval: wald });
    expect(asked).toEqual(shared);
  });

  it("more than six courses share one, with a warning", () => {
    const starts = Array.from({ length: 7 }, (_, j) => 60 * j);
    const many = patientOf([0, 14, 50, 100, 200, 400], [9, 3, 4, 5, 4, 6], starts);
    const { warnings, estimates } = fitResponse(many, own);
    expect(warnings.find(({ code }) => code === "baselines-shared")!.message).toMatch(
      /All 7 courses share one baseline.*more than 6/,
    );
    expect(estimates[0]!.parameter).toBe("baseline");
    const shared = fitResponse(many, { interval: wald }).warnings.map(({ code }) => code);
    expect(shared).not.toContain("baselines-shared");
  });

  it("a set of priors without a spread is refused, and so is another word", () => {
    const { baseline: _, ...spreads } = defaultPriors.spreads;
    const priors = { ...defaultPriors, name: "mine", spreads };
    expect(() => fitResponse(patient, { ...own, priors })).toThrow(/spread of "baseline".*"mine", got none/);
    const wrong = { baselines: "each" } as unknown as FitResponseOptions;
    expect(() => fitResponse(patient, wrong)).toThrow(/baselines must be "shared" or "own", got "each"/);
  });
});

describe("every way to compute works with baselines of their own", () => {
  const short: Patient = {
    ...patient,
    courses: patient.courses.slice(0, 2),
    scores: patient.scores.slice(0, 10),
  };

  it.each([wald, profile, posterior.coarse!, bootstrap.coarse ?? bootstrap, prior])(
    "the interval method $name",
    (interval) => {
      const { estimates, fitted } = fitResponse(short, { baselines: "own", interval });
      for (const row of rowsOf({ estimates }, "baseline")) {
        expect(row.lower).toBeLessThan(row.estimate!);
        expect(row.upper).toBeGreaterThan(row.estimate!);
      }
      expect(fitted.every(({ value }) => Number.isFinite(value))).toBe(true);
    },
  );

  it("days averaged over their bounds", () => {
    const { estimates, sensitivity } = fitResponse(kizawa2006, own);
    expect(rowsOf({ estimates }, "baseline").every(({ estimate }) => estimate! > 0)).toBe(true);
    expect(sensitivity.map(({ analysis }) => analysis)).toContain("days-averaged-over-bounds");
    for (const analysis of sensitivity) expect(analysis.estimates).toHaveLength(6);
  });

  it("the diagnosis of the fit", () => {
    const { provenance, residuals } = diagnoseResponse(short, { baselines: "own" });
    expect(provenance.options.baselines).toBe("own");
    expect(residuals).toHaveLength(10);
  });

  it("the comparison, against no effect with the same baselines, and the sensitivities", () => {
    const models = [plateau, noEffect];
    const { models: rows } = compareModels(short, { baselines: "own", models });
    expect(rows.map(({ nParameters }) => nParameters)).toEqual([12, 4]);
    expect(rows.every(({ elpd }) => elpd !== null)).toBe(true);
    const { cells } = responseSensitivity(short, {
      baselines: "own",
      models: [plateau],
      priorSets: [defaultPriors],
    });
    expect(cells[0]!.estimates.length).toBeGreaterThan(0);
  });
});
