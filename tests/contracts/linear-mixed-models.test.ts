import { describe, expect, it } from "vitest";
import {
  coefficientTests,
  degreesOfFreedomMethods,
  errorCorrelations,
  fitLinearMixedModel,
  mixedLikelihoods,
  randomCovariances,
} from "../../src/inference/linear-mixed-model/index.ts";
import { profiledDeviance } from "../../src/inference/linear-mixed-model/profiled-deviance.ts";
import { blockCovariance } from "../../src/inference/linear-mixed-model/score-covariance.ts";
import { cholesky, choleskySolve } from "../../src/math/linear/cholesky.ts";
import { choleskyLogDeterminant } from "../../src/math/linear/log-determinant.ts";
import { dot } from "../../src/math/linear/matrix.ts";
import { expectAbsolute, expectRelative } from "../helpers/closeness.ts";
import { column, madeUpPatient, ones } from "../helpers/mixed-models.ts";

/** Six made-up patients of five scores each. */
const groups = Array.from({ length: 30 }, (_, i) => `P${Math.floor(i / 5)}`);
const treated = column(
  "treated",
  groups.map((_, i) => Number(i % 5 > 1)),
);
const scores = groups.map((_, i) => {
  const patient = Math.floor(i / 5);
  const own = 3 * Math.sin(2.3 * patient) - (2 + 2 * Math.cos(5.1 * patient)) * treated.values[i];
  return 10 + own + Math.sin(3.7 * i) + Math.cos(1.3 * i * i);
});
const columns = [ones(30), treated];

describe.each(errorCorrelations.map((one) => [one.name, one] as const))(
  "correlation %s",
  (_, correlation) => {
    it("is 1 over no gap, Markov over longer ones, and has the derivatives it says", () => {
      const [phi, h] = [0.6, 1e-5];
      expect(correlation.between(phi, 0)).toBe(1);
      for (const gap of [1, 2, 5]) {
        const whole = correlation.between(phi, gap + 1);
        expectAbsolute([correlation.between(phi, gap) * correlation.between(phi, 1)], [whole], 1e-15);
        const at = (value: number): number => correlation.between(value, gap);
        expectAbsolute([correlation.slope(phi, gap)], [(at(phi + h) - at(phi - h)) / (2 * h)], 1e-8);
        const bend = (correlation.slope(phi + h, gap) - correlation.slope(phi - h, gap)) / (2 * h);
        expectAbsolute([correlation.curvature(phi, gap)], [bend], 1e-8);
      }
    });

    it("returns from its working scale, whose slope it knows", () => {
      const { parameter } = correlation;
      if (!parameter) return;
      const [phi, h] = [0.4, 1e-6];
      expectRelative([parameter.fromWorking(parameter.toWorking(phi))], [phi], 1e-14);
      const slope = (parameter.toWorking(phi + h) - parameter.toWorking(phi - h)) / (2 * h);
      expectRelative([parameter.workingSlope(phi)], [slope], 1e-8);
      const [low, high] = parameter.coordinates.map((end) => parameter.fromCoordinate(end, 1));
      expectAbsolute([low, high], parameter.limits, 1e-7);
    });

    it("has the likelihood of its dense covariance", () => {
      const { scores: y, columns: x } = madeUpPatient(15);
      for (const likelihood of mixedLikelihoods) {
        const times = y.map((__, i) => 3 * i + (i % 3));
        const strata = y.map((__, i) => (i % 2 ? "a" : "b"));
        const errors = { correlation, times, strata };
        const fit = fitLinearMixedModel({ scores: y, columns: x, errors }, { likelihood });
        let [logDeterminant, square] = [0, 0];
        const p = x.length;
        const gram = { rows: p, columns: p, values: new Float64Array(p * p) };
        for (const block of fit.prepared.blocks) {
          const factor = cholesky(blockCovariance(fit, block))!;
          const rows = fit.prepared.rows.slice(block.from, block.to);
          const design = x.map(({ values }) => Float64Array.from(rows, (row) => values[row]));
          const residuals = Float64Array.from(rows, (row) =>
            x.reduce((sum, { values }, j) => sum - values[row] * fit.coefficients[j], y[row]!),
          );
          logDeterminant += choleskyLogDeterminant(factor);
          square += dot(residuals, choleskySolve(factor, residuals));
          design.forEach((a, i) => {
            design.forEach((b, j) => {
              gram.values[i * p + j] += dot(a, choleskySolve(factor, b));
            });
          });
        }
        const degrees = likelihood.divisor(y.length, p);
        const designPart = likelihood.designWeight * choleskyLogDeterminant(cholesky(gram)!);
        const dense = degrees * Math.log(2 * Math.PI) + logDeterminant + square + designPart;
        expectRelative([fit.logLikelihood], [-dense / 2], 1e-10);
      }
    });

    it("gives no value of φ near the estimate a higher likelihood", () => {
      const { scores: y, columns: x } = madeUpPatient(20);
      for (const likelihood of mixedLikelihoods) {
        const times = y.map((__, i) => i + 1);
        const fit = fitLinearMixedModel(
          { scores: y, columns: x, errors: { correlation, times } },
          { likelihood },
        );
        const evaluate = profiledDeviance(fit.prepared, likelihood);
        for (const step of [-1e-3, 1e-3]) {
          const phi = (fit.correlation ?? 0) + step;
          const { deviance } = evaluate({ factors: [], ratios: [1], phi });
          expect(-deviance / 2).toBeLessThanOrEqual(fit.logLikelihood + 1e-10);
        }
      }
    });
  },
);

describe.each(randomCovariances.map((one) => [one.name, one] as const))("covariance %s", (_, covariance) => {
  it("has every variance among its entries, each entry once and none above the diagonal", () => {
    for (const q of [1, 2, 3]) {
      const entries = covariance.entries(q);
      expect(new Set(entries.map(String)).size).toBe(entries.length);
      expect(entries.every(([row, below]) => below <= row && row < q)).toBe(true);
      expect(entries.filter(([row, below]) => row === below)).toHaveLength(q);
    }
  });

  it("is fitted as a positive semidefinite matrix with zeros where it has no entry", () => {
    const fit = fitLinearMixedModel({
      scores,
      columns,
      randomEffects: [{ name: "patient", groups, columns, covariance }],
    });
    const [a, b, , d] = fit.randomEffects[0].covariance.values;
    expect(a * d - b * b).toBeGreaterThanOrEqual(-1e-12);
    if (!covariance.entries(2).some(([row, below]) => row === 1 && below === 0)) expect(b).toBe(0);
  });
});

describe.each(degreesOfFreedomMethods.map((one) => [one.name, one] as const))(
  "degrees of freedom %s",
  (_, degreesOfFreedom) => {
    const random = [{ name: "patient", groups, columns }];

    it("don't change with the unit of the scores or of a column, nor does the p-value", () => {
      const tests = [1, 250].map((unit) => {
        const scaled = columns.map(({ name, values }, j) => ({
          name,
          values: values.map((value) => (j === 1 ? value * unit : value)),
        }));
        const fit = fitLinearMixedModel({
          scores: scores.map((score) => score / unit),
          columns: scaled,
          randomEffects: random,
        });
        return coefficientTests(fit, { degreesOfFreedom }).tests[1];
      });
      const numbers = tests.map(({ degreesOfFreedom: df, pValue }) => [df ?? 0, pValue!]);
      expectRelative(numbers[1], numbers[0], 1e-5);
    });

    it("are positive, and give intervals about the estimate that a higher level widens", () => {
      const fit = fitLinearMixedModel({ scores, columns, randomEffects: random });
      const [narrow, wide] = [0.8, 0.99].map(
        (level) => coefficientTests(fit, { degreesOfFreedom, level }).tests[1],
      );
      expect(narrow.degreesOfFreedom ?? 1).toBeGreaterThan(0);
      expect(wide.lower!).toBeLessThan(narrow.lower!);
      expect(wide.upper!).toBeGreaterThan(narrow.upper!);
      expect(narrow.lower!).toBeLessThan(narrow.estimate);
      expect(JSON.parse(JSON.stringify(wide))).toEqual(wide);
    });
  },
);
