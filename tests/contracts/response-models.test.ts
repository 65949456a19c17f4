import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { fitResponse } from "../../src/response/fit-response.ts";
import { flatPriors, leastSquaresErrors, responseModels, simulatePatient } from "../../src/response/index.ts";
import { reliefGradient } from "../../src/response/relief-gradient.ts";
import type { ResponseModel } from "../../src/response/response-model.ts";
import { toNatural, toWorking } from "../../src/response/working-parameters.ts";

const seed = 20040601;

/** Natural parameters that a patient could have. */
function plausible(model: ResponseModel): fc.Arbitrary<number[]> {
  const ranges = model.parameters.map(({ link }) =>
    link === "logit" ? { min: 0.1, max: 0.95 } : { min: 2, max: 150 },
  );
  return fc.tuple(...ranges.map((range) => fc.double({ ...range, noNaN: true })));
}

describe("the registry of response models", () => {
  it("has a name of its own for each, in kebab case", () => {
    const names = responseModels.map(({ name }) => name);
    expect(new Set(names).size).toBe(names.length);
    for (const name of names) expect(name).toMatch(/^[a-z][a-z0-9]*(-[a-z0-9]+)*$/);
  });
});

describe.each(responseModels.map((model) => [model.name, model] as const))("%s", (_, model) => {
  it("cites its source and writes its formula", () => {
    expect(model.formula).toContain("r(t)");
    expect(model.reference.length).toBeGreaterThan(10);
  });

  it("keeps relief in [0, 1) and finite, from the first minute to a century", () => {
    fc.assert(
      fc.property(plausible(model), fc.constantFrom(1e-3, 0.1, 1, 14, 100, 365, 36_500), (p, t) => {
        const relief = model.relief(t, p);
        return relief >= 0 && relief < 1;
      }),
      { seed, numRuns: 300 },
    );
  });

  it("gives the derivatives of its relief by the working parameters and by time", () => {
    const gradient = reliefGradient(model);
    const differences = reliefGradient({ ...model, gradient: undefined });
    const size = model.parameters.length + 1;
    fc.assert(
      fc.property(plausible(model), fc.double({ min: 0.5, max: 300, noNaN: true }), (p, t) => {
        const [exact, approximate] = [new Float64Array(size), new Float64Array(size)];
        expect(gradient(t, p, exact)).toBeCloseTo(model.relief(t, p), 14);
        differences(t, p, approximate);
        // Richardson differences with step 1e-3 err by about 1e-10 of the largest derivative around.
        exact.forEach((value, k) => {
          expect(Math.abs(value - approximate[k]!)).toBeLessThan(1e-7);
        });
      }),
      { seed, numRuns: 200 },
    );
  });

  it("starts its search from parameters that are possible", () => {
    for (const start of model.starts({ relief: 0.7, halfLossDay: 90 })) {
      expect(start).toHaveLength(model.parameters.length);
      model.parameters.forEach((parameter, k) => {
        expect(toNatural(parameter, toWorking(parameter, start[k]!))).toBeCloseTo(start[k]!, 10);
      });
    }
  });

  it("returns the parameters of data without noise", () => {
    const truth = model.parameters.map(({ link, name }) =>
      link === "logit" ? 0.7 : name === "onsetHalfTime" ? 5 : 70,
    );
    const patient = simulatePatient(
      {
        patient: "SYNTHETIC",
        scale: { minimum: 0, maximum: 10, step: 1e-6 },
        baseline: 8,
        residualSd: 0,
        courses: [{ day: 0, doseGPerKg: null, parameters: truth }],
        days: [-7, 0, 1, 3, 6, 10, 20, 35, 50, 60, 70, 80, 95, 120, 150],
      },
      { seed, model },
    );
    const result = fitResponse(patient, {
      model,
      errors: leastSquaresErrors,
      priors: flatPriors,
      interval: noIntervals,
    });
    model.parameters.forEach(({ name }, k) => {
      const row = result.estimates.find(({ parameter }) => parameter === name)!;
      expect(row.estimate! / truth[k]! - 1, name).toBeCloseTo(0, 4);
    });
    expect(result.estimates[0]!.estimate).toBeCloseTo(8, 4);
  });
});

/** Estimates alone: the residual standard deviation of data without noise is zero, and so are all intervals. */
const noIntervals = {
  name: "none",
  reference: "",
  estimate: (
    problem: { minimum: { x: Float64Array } },
    targets: readonly import("../../src/inference/index.ts").Target[],
  ) => ({
    intervals: targets.map((target) => {
      const value = target.evaluate(problem.minimum.x, new Float64Array(problem.minimum.x.length));
      const natural = {
        identity: (v: number) => v,
        log: Math.exp,
        logit: (v: number) => 1 / (1 + Math.exp(-v)),
      }[target.link];
      return {
        estimate: value === null ? null : natural(value),
        standardError: null,
        lower: null,
        upper: null,
        bound: "open" as const,
      };
    }),
    draws: null,
    warnings: [],
  }),
};
