import { describe, expect, it } from "vitest";
import { numericalGradient } from "../../../../src/math/derivatives/central-differences.ts";
import { layRelapseParameters } from "../../../../src/relapse/likelihood/relapse-parameters.ts";
import { relapseModels } from "../../../../src/relapse/models/index.ts";
import { relapseReading } from "../../../../src/relapse/quantities/relapse-reading.ts";
import {
  quantileTarget,
  scaleTarget,
  survivalTarget,
} from "../../../../src/relapse/quantities/relapse-targets.ts";
import { restrictedMeanTarget } from "../../../../src/relapse/quantities/restricted-mean.ts";
import { weakRelapsePriors } from "../../../../src/relapse/relapse-priors.ts";

const covariate = { name: "dose", label: "", centered: Float64Array.of(0), mean: 0, spread: 1 };

describe.each(relapseModels.map((model) => [model.name, model] as const))("quantities of %s", (_, model) => {
  for (const frailty of [false, true]) {
    const parameters = layRelapseParameters(model, [covariate], frailty, weakRelapsePriors, 1);
    const reading = relapseReading(model, parameters, Float64Array.of(0.7));
    const values: Record<string, number> = { "log median": 4.5, dose: 0.3, "log frailtyVariance": -0.5 };
    const theta = Float64Array.from(parameters.names, (name) => values[name] ?? 0.4);
    const targets = {
      median: quantileTarget(reading, 0.5),
      late: quantileTarget(reading, 0.95),
      well: survivalTarget(reading, 80),
      mean: restrictedMeanTarget(reading, 120),
      ...(model.scale && { scale: scaleTarget(reading) }),
    };

    it.each(Object.entries(targets))(`%s has the derivatives it says, frailty ${frailty}`, (__, target) => {
      const gradient = new Float64Array(theta.length);
      const value = target.evaluate(theta, gradient)!;
      expect(Number.isFinite(value)).toBe(true);
      const differences = numericalGradient((x) => target.evaluate(x), theta)!;
      // Richardson differences with steps of 1e-3 to 5e-3; the restricted mean's panels move with the parameters.
      gradient.forEach((slope, k) => {
        expect(Math.abs(slope - differences[k]!)).toBeLessThan(1e-6);
      });
    });

    it(`half have relapsed by the median, and the restricted mean adds up the curve, frailty ${frailty}`, () => {
      const median = Math.exp(targets.median.evaluate(theta)!);
      expect(survivalTarget(reading, median).evaluate(theta)!).toBeCloseTo(0, 9);
      const n = 20_000;
      let sum = 0;
      for (let i = 0; i < n; i++) {
        const logit = survivalTarget(reading, ((i + 0.5) * 120) / n).evaluate(theta)!;
        sum += 120 / n / (1 + Math.exp(-logit));
      }
      // The mid-point rule errs by about (120/n)² here.
      expect(Math.exp(targets.mean.evaluate(theta)!)).toBeCloseTo(sum, 3);
    });
  }
});
