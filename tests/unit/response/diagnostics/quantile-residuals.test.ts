import { describe, expect, it } from "vitest";
import { normalQuantile } from "../../../../src/math/special/normal-quantile.ts";
import { normalCdf } from "../../../../src/math/special/normal-tails.ts";
import { leaveOneOut } from "../../../../src/response/comparison/leave-one-out.ts";
import { quantileResiduals } from "../../../../src/response/diagnostics/quantile-residuals.ts";
import type { FitResponseOptions } from "../../../../src/response/fit-response-options.ts";
import { bateman, plateau } from "../../../../src/response/models/index.ts";
import type { Patient } from "../../../../src/schema/patient.ts";
import type { ScoreResidual } from "../../../../src/schema/response-diagnostics.ts";
import { patientOf } from "../../../helpers/patients.ts";
import { patientFromPriors } from "../../../helpers/prior-patients.ts";
import { sampled } from "../../../helpers/sampled-models.ts";
import { between, patientOfRows } from "../../../helpers/unknown-days.ts";

function residualsOf(patient: Patient, options: FitResponseOptions = {}): ScoreResidual[] {
  const model = sampled(patient, options);
  return quantileResiduals(model, leaveOneOut(model));
}

/** Largest distance between the distribution of numbers in (0, 1) and the uniform one. */
function kolmogorov(numbers: readonly number[]): number {
  const sorted = numbers.toSorted((a, b) => a - b);
  const n = sorted.length;
  return Math.max(...sorted.map((u, i) => Math.max(u - i / n, (i + 1) / n - u)));
}

describe("randomised quantile residuals", () => {
  it.each([
    ["plateau", plateau, [0, 7, 14, 60, 105, 180]],
    ["bateman", bateman, [-7, 0, 14, 90]],
  ] as const)("are standard normal for patients drawn from %s and its priors", (_, model, days) => {
    const residuals = Array.from({ length: 40 }, (__, k) =>
      residualsOf(patientFromPriors(model, days, 500 + k), { model, seed: k }),
    ).flat();
    const values = residuals.map(({ residual }) => residual!);
    const n = values.length;
    expect(n).toBe(40 * days.length);
    // Exactly uniform one by one; those of one patient hang together a little. 1.63/√n is passed once in a hundred times.
    expect(kolmogorov(values.map(normalCdf))).toBeLessThan(1.63 / Math.sqrt(n));
    const mean = values.reduce((sum, value) => sum + value, 0) / n;
    const variance = values.reduce((sum, value) => sum + value ** 2, 0) / n;
    expect(Math.abs(mean)).toBeLessThan(3 / Math.sqrt(n));
    expect(Math.abs(variance - 1)).toBeLessThan(3 * Math.sqrt(2 / n));
  });

  it("lie between the ends that rounding leaves, and are open at the floor and the ceiling", () => {
    const rows = residualsOf(patientOf([0, 14, 40, 90, 150], [10, 0, [1, 3], 6, 9]));
    for (const row of rows) {
      const { probabilityBelow, probabilityAtMost, residual, residualLower, residualUpper } = row;
      expect(probabilityBelow!).toBeGreaterThanOrEqual(0);
      expect(probabilityAtMost!).toBeLessThanOrEqual(1);
      expect(residual!).toBeGreaterThan(residualLower ?? -Infinity);
      expect(residual!).toBeLessThan(residualUpper ?? Infinity);
      if (residualLower !== null) expect(residualLower).toBeCloseTo(normalQuantile(probabilityBelow!), 8);
      if (residualUpper !== null) expect(residualUpper).toBeCloseTo(normalQuantile(probabilityAtMost!), 8);
    }
    expect(rows[0]!.residualUpper).toBe(null);
    expect(rows[1]!.residualLower).toBe(null);
    expect(rows[0]!.probabilityAtMost).toBeCloseTo(1, 12);
    expect(rows.map(({ score }) => score)).toEqual(["10", "0", "1–3", "6", "9"]);
  });

  it("show a score that the others do not foretell, whatever was drawn", () => {
    const patient = patientOf([-30, -14, 0, 7, 14, 30, 50, 70], [9, 9, 9, 2, 2, 9, 2, 2]);
    for (const seed of [1, 2, 3]) {
      const rows = residualsOf(patient, { seed });
      expect(rows[5]!.residualLower!).toBeGreaterThan(1.9);
      expect(rows[5]!.tailProbability!).toBe(
        Math.min(...rows.map(({ tailProbability }) => tailProbability!)),
      );
    }
  });

  it("are given for days averaged over, and come out the same for the same seed", () => {
    const patient = patientOfRows([
      { score: 9, day: 0 },
      { course: true, day: 0 },
      { score: [2, 4], ...between(5, 40) },
      { score: 3, day: 60 },
      { score: 8, ...between(90, 150) },
    ]);
    const rows = residualsOf(patient, { model: bateman });
    for (const { residual } of rows) expect(Math.abs(residual!)).toBeLessThan(3);
    expect(residualsOf(patient, { model: bateman })).toEqual(rows);
  });
});
