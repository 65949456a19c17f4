import { describe, expect, it } from "vitest";
import { posterior, wald } from "../../../src/inference/index.ts";
import type { IntervalMethod } from "../../../src/inference/interval-method.ts";
import {
  type FitResponseOptions,
  fitResponse,
  flatPriors,
  leastSquaresErrors,
  noEffect,
  plateau,
  simulatePatient,
} from "../../../src/response/index.ts";
import type { PatientTruth } from "../../../src/response/simulate-patient.ts";
import type { ResponseResult } from "../../../src/schema/response-result.ts";
import { expectAbsolute } from "../../helpers/closeness.ts";
import {
  waningPain as patient,
  rowsOf,
  withBaselineSpread as withSpread,
} from "../../helpers/waning-pain.ts";

const own: FitResponseOptions = { baselines: "own", interval: wald };

describe("baselines with hardly any spread", () => {
  it.each<[string, Partial<FitResponseOptions>]>([
    ["plateau", {}],
    ["no effect", { model: noEffect }],
    ["serial correlation", { serialCorrelation: 0.9 }],
    ["a relapse score", { relapseAt: { score: 5 } }],
  ])("give the fit with a shared one: %s", (_, options) => {
    const near = fitResponse(patient, { ...own, ...options, priors: withSpread(1e-4) });
    const shared = fitResponse(patient, { interval: wald, ...options });
    expectAbsolute([near.fit.logLikelihood], [shared.fit.logLikelihood], 1e-4);
    const baseline = shared.estimates[0]!;
    for (const row of [...rowsOf(near, "meanBaseline"), ...rowsOf(near, "baseline")]) {
      expectAbsolute(
        [row.estimate!, row.standardError!],
        [baseline.estimate!, baseline.standardError!],
        1e-3,
      );
    }
    const others = ({ estimates, sensitivity }: ResponseResult) =>
      [...estimates, ...sensitivity.flatMap((analysis) => analysis.estimates)]
        .filter(({ parameter }) => !/baseline/iu.test(parameter))
        .flatMap(({ estimate, lower, upper }) => [estimate!, lower!, upper!]);
    const [found, expected] = [others(near), others(shared)];
    expect(found.length).toBe(expected.length);
    // What moves is of the order of the spread, days by a hundred times that.
    found.forEach((value, i) => {
      expect(Math.abs(value - expected[i]!) / Math.max(1, Math.abs(expected[i]!))).toBeLessThan(1e-3);
    });
  });

  it("give the Bayes factor that a shared one gives", () => {
    const factor = (options: FitResponseOptions) => fitResponse(patient, options).posterior!.nullModel!;
    const [near, shared] = [
      factor({ baselines: "own", interval: posterior.coarse!, priors: withSpread(0.01) }),
      factor({ interval: posterior.coarse! }),
    ];
    // Two coarse samples, each with an error of a few percent.
    expectAbsolute([near.logBayesFactor], [shared.logBayesFactor], 0.25);
  });
});

describe("data without noise", () => {
  const curve = [0.7, 5, 60, 40];
  const truth: PatientTruth = {
    patient: "SYNTHETIC",
    scale: { minimum: 0, maximum: 10, step: 1e-6 },
    baseline: 8,
    residualSd: 0,
    courses: [9, 6.5, 7.5].map((baseline, j) => ({
      day: 150 * j,
      doseGPerKg: null,
      parameters: curve,
      baseline,
    })),
    days: [-7, 0, 150, 300].concat(
      [0, 150, 300].flatMap((start) => [2, 6, 12, 25, 45, 60, 75, 100, 130].map((day) => start + day)),
    ),
  };
  /** Estimates alone: without noise the scatter is zero, and so are all intervals. */
  const modes: IntervalMethod = {
    ...wald,
    estimate: (problem, targets) => wald.estimate({ ...problem, covariance: null }, targets),
  };

  it("return the baselines that they were made with", () => {
    const result = fitResponse(simulatePatient(truth, { seed: 1 }), {
      baselines: "own",
      interval: modes,
      errors: leastSquaresErrors,
      priors: flatPriors,
    });
    const values = (parameter: string) => rowsOf(result, parameter).map(({ estimate }) => estimate!);
    expectAbsolute(values("baseline"), [9, 6.5, 7.5], 1e-4);
    expectAbsolute(values("meanBaseline"), [23 / 3], 1e-4);
    expectAbsolute(values("relief"), [0.7, 0.7, 0.7], 1e-4);
    expectAbsolute(values("T50"), [60, 60, 60], 1e-2);
  });

  it("lie on the line from one baseline to the next where there is no relief", () => {
    const none = { ...plateau, relief: () => 0 };
    const { scores } = simulatePatient({ ...truth, days: [-7, 50, 225, 400] }, { seed: 1, model: none });
    expectAbsolute(
      scores.map(({ lower }) => lower),
      [9, 9 - 2.5 / 3, 7, 7.5],
      1e-6,
    );
  });
});
