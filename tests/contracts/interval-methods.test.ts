import { describe, expect, it } from "vitest";
import { intervalMethods } from "../../src/inference/index.ts";
import { fitResponse } from "../../src/response/fit-response.ts";
import { priorSets, scoreErrorModels } from "../../src/response/index.ts";
import { responseResultSchema } from "../../src/schema/response-result.ts";
import { patientOf } from "../helpers/patients.ts";

const patient = patientOf([0, 3, 14, 45, 80, 110, 150], [9, 6, 3, 2, 4, 7, 9]);
const weak = patientOf([0, 4, 14, 45, 90, 120], [8, 7, 7, 7, 8, 8]);

describe.each(intervalMethods.map((method) => [method.name, method.coarse ?? method] as const))(
  "%s",
  (_, interval) => {
    const results = [patient, weak].map((data) => fitResponse(data, { interval }));
    const rows = results.flatMap(({ estimates }) => estimates);

    it("gives intervals that hold their estimate, and a bound for every end that is missing", () => {
      expect(rows.length).toBeGreaterThan(20);
      for (const { estimate, lower, upper, bound, method } of rows) {
        expect(method).toBe(interval.name);
        if (lower !== null) expect(lower).toBeLessThan(estimate!);
        if (upper !== null) expect(upper).toBeGreaterThan(estimate!);
        const open =
          lower === null
            ? upper === null
              ? "open"
              : "open-lower"
            : upper === null
              ? "open-upper"
              : "closed";
        expect(bound).toBe(open);
      }
    });

    it("narrows with the level", () => {
      const half = [patient, weak].flatMap((data) => fitResponse(data, { interval, level: 0.5 }).estimates);
      half.forEach(({ lower, upper, parameter }, i) => {
        const wide = rows[i]!;
        // A relief of 0 is as low as it goes, where no effect has a probability of its own.
        if (lower === 0) expect(wide.lower, parameter).toBe(0);
        else if (lower !== null && wide.lower !== null) expect(wide.lower, parameter).toBeLessThan(lower);
        if (upper !== null && wide.upper !== null) expect(wide.upper, parameter).toBeGreaterThan(upper);
      });
    });

    it("makes results that JSON returns unchanged, that are valid, and that come out the same twice", () => {
      for (const [i, result] of results.entries()) {
        expect(JSON.parse(JSON.stringify(result))).toEqual(result);
        expect(responseResultSchema.safeParse(result).success).toBe(true);
        expect(JSON.stringify(fitResponse([patient, weak][i]!, { interval }))).toBe(JSON.stringify(result));
      }
    });
  },
);

describe.each(priorSets.map((set) => [set.name, set] as const))("the %s priors", (_, priors) => {
  it("are used, printed with the result, and give an answer from three scores on", () => {
    for (const data of [patientOf([0, 14, 90], [8, 3, 7]), patient]) {
      const result = fitResponse(data, { priors });
      expect(result.priors.set).toBe(priors.name);
      expect(result.priors.parameters.map(({ parameter }) => parameter).sort()).toEqual([
        "baseline",
        "log T50",
        "log onsetHalfTime",
        "log residualSd",
        "log wearOffDuration",
        "logit relief",
      ]);
      expect(responseResultSchema.safeParse(result).success).toBe(true);
    }
  });
});

describe.each(scoreErrorModels.map((errors) => [errors.name, errors] as const))("%s errors", (_, errors) => {
  it("give the derivatives of their log-density by the mean and the log standard deviation", () => {
    const score = { lower: 5.5, upper: 6.5, middle: 6 };
    const floor = { lower: -Infinity, upper: 0.5, middle: 0 };
    const out = { logDensity: 0, byMean: 0, byLogSd: 0 };
    const at = (latent: typeof score, mean: number, logSd: number): number => {
      errors.term(latent, mean, Math.exp(logSd), out);
      return out.logDensity;
    };
    for (const latent of [score, floor]) {
      for (const [mean, logSd] of [
        [6.1, -0.2],
        [3, 0.4],
        [9, -1.5],
      ] as const) {
        at(latent, mean, logSd);
        const { byMean, byLogSd } = out;
        const step = 1e-5;
        const slopeMean = (at(latent, mean + step, logSd) - at(latent, mean - step, logSd)) / (2 * step);
        const slopeSd = (at(latent, mean, logSd + step) - at(latent, mean, logSd - step)) / (2 * step);
        // Central differences with step 1e-5 carry about 1e-8 of rounding and truncation at these sizes.
        expect(Math.abs(byMean - slopeMean)).toBeLessThan(1e-6 * (1 + Math.abs(byMean)));
        expect(Math.abs(byLogSd - slopeSd)).toBeLessThan(1e-6 * (1 + Math.abs(byLogSd)));
      }
    }
  });
});
