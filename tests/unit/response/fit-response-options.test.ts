import { describe, expect, it } from "vitest";
import { profile, wald } from "../../../src/inference/index.ts";
import {
  defaultPriors,
  type FitResponseOptions,
  fitResponse,
  flatPriors,
  leastSquaresErrors,
} from "../../../src/response/index.ts";
import { patientOf } from "../../helpers/patients.ts";

const typical = patientOf([-7, 0, 3, 14, 45, 80, 110, 150], [9, 9, 6, 3, 2, 4, 7, 9]);

describe("options out of range are refused by name", () => {
  it.each<[FitResponseOptions, string]>([
    ...[0, 1, 95, -0.5, Number.NaN, Infinity].map((level): [FitResponseOptions, string] => [
      { level },
      `level must lie in (0, 1), got ${level}`,
    ]),
    ...[0, -1, 1e5, Infinity, Number.NaN].map((horizon): [FitResponseOptions, string] => [
      { horizon },
      `horizon must be a positive number of days, got ${horizon}`,
    ]),
    ...[{ relief: 0 }, { relief: 1 }, { relief: 30 }, { score: 0 }, { score: 11 }].map(
      (relapseAt): [FitResponseOptions, string] => [
        { relapseAt },
        `relapseAt must be a relief in (0, 1) or a score on the scale, got ${JSON.stringify(relapseAt)}`,
      ],
    ),
  ])("%o", (options, message) => {
    expect(() => fitResponse(typical, options)).toThrow(new RangeError(message));
  });

  it("and those just inside are taken", () => {
    for (const options of [
      { level: 0.01 },
      { level: 0.9999 },
      { horizon: 0.5 },
      { relapseAt: { score: 10 } },
    ]) {
      expect(fitResponse(typical, { ...options, interval: wald }).estimates.length).toBeGreaterThan(0);
    }
  });

  it("refuses a serial correlation of 1, and a posterior under flat priors", () => {
    expect(() => fitResponse(typical, { serialCorrelation: 1 })).toThrow(/serialCorrelation must lie/);
    const flat: FitResponseOptions = { priors: flatPriors };
    expect(fitResponse(typical, { ...flat, interval: wald }).bandMethod).toBe("wald");
  });

  it("takes the method that a flat set of priors or the errors bring, and refuses a flat set that brings none", () => {
    const method = (options: FitResponseOptions) => fitResponse(typical, options).estimates[0]?.method;
    expect(method({ errors: leastSquaresErrors })).toBe("profile");
    expect(method({ priors: { ...flatPriors, interval: wald } })).toBe("wald");
    const { parameters } = defaultPriors;
    const own = { ...defaultPriors, name: "own", parameters: { ...parameters, T50: { mean: 4, sd: null } } };
    expect(() => fitResponse(typical, { priors: own })).toThrow(/needs proper priors .* the set "own"/);
    expect(method({ priors: { ...own, interval: profile } })).toBe("profile");
    expect(method({ priors: { ...defaultPriors, interval: profile } })).toBe("posterior");
  });

  it("computes the main quantities again under serial correlation", () => {
    const { sensitivity, estimates } = fitResponse(typical, { serialCorrelation: 0.9, interval: wald });
    expect(sensitivity.map(({ analysis }) => analysis)).toEqual(["serial-correlation"]);
    const again = sensitivity[0]!.estimates.find(({ parameter }) => parameter === "relief")!;
    const before = estimates.find(({ parameter }) => parameter === "relief")!;
    expect(Math.abs(again.estimate! - before.estimate!)).toBeGreaterThan(1e-4);
    expect(again.method).toBe("wald");
  });
});
