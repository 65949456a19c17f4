import { describe, expect, it } from "vitest";
import { profile } from "../../src/inference/index.ts";
import { fitResponse } from "../../src/response/fit-response.ts";
import { informedPriors } from "../../src/response/priors.ts";
import type { ResponseResult } from "../../src/schema/response-result.ts";
import { patientOf } from "../helpers/patients.ts";
import { referenceEntries } from "../helpers/reference.ts";

// R 4.2.2 `optim` on the likelihood and priors of the method, entries resp_MAP_*. Their standard errors are left out:
// they differ by up to 1 % from numDeriv's Hessian at the very same mode, with which ours agree
// (tests/reference/response-hessian.test.ts).
const single = referenceEntries("curves-and-survival.json", /^resp_MAP_synth(\d+|_floorceil|_nonresponder)$/);
const several = referenceEntries(
  "curves-and-survival.json",
  /^resp_MAP_(synth_3courses|kizawa2006_as_quoted)$/,
);

const SINGLE_ORDER = [
  "baseline",
  "logit relief",
  "log onsetHalfTime",
  "log T50",
  "log wearOffDuration",
  "log residualSd",
];

function mode(result: ResponseResult, names: readonly string[]): number[] {
  const { parameters, mode } = result.covariance;
  return names.map((name) => mode[parameters.indexOf(name)]!);
}

function expectClose(actual: readonly number[], expected: readonly number[], tolerance: number): void {
  expect(actual.length).toBe(expected.length);
  const worst = actual.map((value, i) => Math.abs(value - expected[i]!));
  expect(Math.max(...worst), JSON.stringify({ actual, expected })).toBeLessThanOrEqual(tolerance);
}

const toWorking: Record<string, (x: number) => number> = {
  baseline: (x) => x,
  relief: (x) => Math.log(x / (1 - x)),
};

describe("maximum a posteriori fits agree with R", () => {
  for (const { id, inputs, outputs } of single) {
    const result = fitResponse(patientOf(inputs.t, inputs.y), {
      priors: informedPriors,
      interval: profile,
    });
    const rows = ["baseline", "relief", "onsetHalfTime", "T50", "wearOffDuration", "residualSd"].map(
      (name) => result.estimates.find((row) => row.parameter === name)!,
    );

    it(`${id}: priors and working parameters`, () => {
      const used = SINGLE_ORDER.map(
        (name) => result.priors.parameters.find((prior) => prior.parameter === name)!,
      );
      expectClose(
        used.map((prior) => prior.mean),
        inputs.prior.mean,
        1e-12,
      );
      expectClose(
        used.map((prior) => prior.sd!),
        inputs.prior.sd,
        1e-12,
      );
      expectClose(mode(result, SINGLE_ORDER), outputs.working, 1e-4);
      expect(result.fit.negativeLogPosterior).toBeCloseTo(outputs.neg_log_posterior, 6);
      expect(result.fit.converged).toBe(true);
    });

    it(`${id}: profile limits`, () => {
      const limits = rows.flatMap((row) => {
        const transform = toWorking[row.parameter] ?? Math.log;
        return [transform(row.lower!), transform(row.upper!)];
      });
      expectClose(limits, outputs.profile_ci95_working.flat(), 1e-3);
      expect(rows.map((row) => row.bound)).toEqual(rows.map(() => "closed"));
    });

    it(`${id}: derived quantities`, () => {
      const value = (name: string) => result.estimates.find((row) => row.parameter === name)!.estimate;
      expect(value("bestRelief")).toBeCloseTo(outputs.derived.relief_max, 4);
      expect(value("T10")).toBeCloseTo(outputs.derived.T10, 1);
      expect(value("T90")).toBeCloseTo(outputs.derived.T90, 1);
      const relapse = outputs.derived.t_relief_below_30pct;
      if (relapse === null) expect(value("relapseDay")).toBeNull();
      else expect(value("relapseDay")).toBeCloseTo(relapse, 1);
    });
  }

  for (const { id, inputs, outputs } of several) {
    it(`${id}: working parameters of several courses`, () => {
      const scores = inputs.y.map(
        (y: number | null, i: number) => y ?? [inputs.left[i] + 0.5, inputs.right[i] - 0.5],
      );
      const result = fitResponse(patientOf(inputs.t, scores, inputs.course_start), {
        interval: profile,
        priors: informedPriors,
      });
      const order = [
        ...[
          "baseline",
          "log onsetHalfTime",
          "log wearOffDuration",
          "log residualSd",
          "mean logit relief",
          "mean log T50",
        ],
        ...inputs.course_start.map((_: number, j: number) => `logit relief ${j + 1}`),
        ...inputs.course_start.map((_: number, j: number) => `log T50 ${j + 1}`),
      ];
      expectClose(mode(result, order), outputs.working, 1e-4);
      expect(result.fit.negativeLogPosterior).toBeCloseTo(outputs.neg_log_posterior, 6);
    });
  }
});
