import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { kizawa2006 } from "../../src/datasets/index.ts";
import { type IntervalMethod, naturalInterval, noInterval } from "../../src/inference/interval-method.ts";
import { profile } from "../../src/inference/profile/profile.ts";
import { wald } from "../../src/inference/wald.ts";
import { variables } from "../../src/math/derivatives/dual.ts";
import { fitResponse } from "../../src/response/fit-response.ts";
import {
  defaultPriors,
  flatPriors,
  informedPriors,
  leastSquaresErrors,
  responseModels,
  simulatePatient,
} from "../../src/response/index.ts";
import { reliefGradient } from "../../src/response/quantities/relief-gradient.ts";
import type { ResponseModel } from "../../src/response/response-model.ts";
import { toNatural, toWorking } from "../../src/response/working-parameters.ts";
import type { Patient } from "../../src/schema/patient.ts";
import { expectAbsolute } from "../helpers/closeness.ts";
import { dualCurves } from "../unit/response/models/dual-curves.ts";

const seed = 20040601;

/** Parameters that a patient could have: within 2 standard deviations of the model's own prior where it has one. */
function plausible(model: ResponseModel): fc.Arbitrary<number[]> {
  const ranges = model.parameters.map((parameter) => {
    const { link, prior } = parameter;
    if (!prior) return link === "logit" ? { min: 0.1, max: 0.95 } : { min: 2, max: 150 };
    const [min, max] = [-2, 2].map((side) => toNatural(parameter, prior.mean + side * prior.sd));
    return { min: min!, max: max! };
  });
  return fc.tuple(...ranges.map((range) => fc.double({ ...range, noNaN: true })));
}

/** Natural parameters far beyond any patient: e^±30 days, relief all or nothing to 13 digits. */
function extreme(model: ResponseModel): fc.Arbitrary<number[]> {
  const working = model.parameters.map((parameter) =>
    fc.constantFrom(-30, -8, 0, 8, 30).map((value) => toNatural(parameter, value)),
  );
  return fc.tuple(...working);
}

/** A typical patient: half-times and days in between those of `plausible`, and what a model's own prior expects. */
function typical(model: ResponseModel): number[] {
  return model.parameters.map((parameter) => {
    if (parameter.prior) return toNatural(parameter, parameter.prior.mean);
    return parameter.link === "logit" ? 0.7 : parameter.name === "onsetHalfTime" ? 5 : 70;
  });
}

const times = fc.constantFrom(1e-3, 0.1, 1, 14, 100, 365, 36_500);

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
      fc.property(plausible(model), times, (p, t) => {
        const relief = model.relief(t, p);
        return relief >= 0 && relief < 1;
      }),
      { seed, numRuns: 300 },
    );
  });

  it("starts without relief", () => {
    fc.assert(
      fc.property(plausible(model), (p) => model.relief(1e-9, p) < 1e-7),
      { seed, numRuns: 50 },
    );
  });

  it("stays a number with derivatives at parameters that no patient has", () => {
    const gradient = reliefGradient(model);
    const out = new Float64Array(model.parameters.length + 1);
    fc.assert(
      fc.property(extreme(model), times, (p, t) => {
        const relief = gradient(t, p, out);
        return relief >= 0 && relief <= 1 + 1e-14 && out.every(Number.isFinite);
      }),
      { seed, numRuns: 500 },
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

  it.runIf(model.gradient)("gives derivatives that dual numbers agree with", () => {
    const curve = dualCurves[model.name];
    const size = model.parameters.length;
    const out = new Float64Array(size + 1);
    fc.assert(
      fc.property(plausible(model), fc.double({ min: 0.5, max: 300, noNaN: true }), (p, t) => {
        const at = model.parameters.map((parameter, k) => toWorking(parameter, p[k]!));
        const duals = variables([...at, t], 1);
        const natural = model.parameters.map(({ link }, k) =>
          link === "log" ? duals[k]!.exp() : duals[k]!.logistic(),
        );
        const { value, gradient } = curve!(duals[size]!, natural);
        expect(model.gradient!(t, p, out)).toBeCloseTo(value, 12);
        // Derivatives of the turnovers' 22-point panels err by 1e-11 where D is 1 % of T50.
        expectAbsolute(out, gradient, 1e-10, JSON.stringify({ t, p }));
      }),
      { seed, numRuns: 60 },
    );
  });

  it("names landmarks that are days, in their order", () => {
    fc.assert(
      fc.property(plausible(model), (p) => {
        const days = model.landmarks.map(({ value }) => value(p));
        return days.every((day, i) => Number.isFinite(day) && (i === 0 || day > days[i - 1]!));
      }),
      { seed, numRuns: 50 },
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
    const truth = typical(model);
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

  it.each([defaultPriors, informedPriors])("fits the shipped case under the priors $name", (priors) => {
    const { fit, estimates } = fitResponse(nominalDays(kizawa2006), { model, priors, interval: profile });
    expect(fit.converged).toBe(true);
    for (const { name, perCourse } of model.parameters) {
      const rows = estimates.filter(({ parameter }) => parameter === name);
      expect(rows, name).toHaveLength(perCourse ? 3 : 1);
      for (const { estimate, lower, upper, bound } of rows) {
        // A proper prior closes every profile.
        expect(bound, name).toBe("closed");
        expect(lower).toBeLessThan(estimate!);
        expect(upper).toBeGreaterThan(estimate!);
      }
    }
  });

  it("fits the shipped case with its days averaged over their bounds", () => {
    const { sensitivity } = fitResponse(kizawa2006, { model, interval: wald });
    for (const { estimate } of sensitivity.flatMap(({ estimates }) => estimates)) {
      expect(estimate).toBeGreaterThan(0);
    }
  });
});

/** The patient on the days that are given, without their bounds: one search instead of several. */
function nominalDays(patient: Patient): Patient {
  const sure = { dayEarliest: null, dayLatest: null };
  return {
    ...patient,
    scores: patient.scores.map((score) => ({ ...score, ...sure })),
    courses: patient.courses.map((course) => ({ ...course, ...sure })),
  };
}

/** Estimates alone: the residual standard deviation of data without noise is zero, and so are all intervals. */
const noIntervals: IntervalMethod = {
  name: "none",
  reference: "",
  estimate: ({ minimum }, targets) => ({
    intervals: targets.map((target) => {
      const value = target.evaluate(minimum.x);
      return value === null ? noInterval : naturalInterval(target.link, value, null, null, null);
    }),
    draws: null,
    posterior: null,
    warnings: [],
  }),
};
