import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { EstimationError } from "../../../../src/errors.ts";
import { times } from "../../../../src/math/linear/matrix.ts";
import { singularValues } from "../../../../src/math/linear/singular-values.ts";
import { weightedLeastSquares } from "../../../../src/math/linear/weighted-least-squares.ts";
import { expectAbsolute, expectRelative } from "../../../helpers/closeness.ts";
import { fromRows, identity, matrixOf, product, transpose } from "./arbitrary-matrix.ts";

const seed = 20_040_601;
const x = [1, 2, 4, 7, 11];
const y = [2.1, 2.9, 5.2, 7.8, 12.4];
const line = fromRows(x.map((v) => [1, v]));

describe("weightedLeastSquares", () => {
  it("fits a line by the school formulas", () => {
    const fit = weightedLeastSquares(line, y);
    const [mx, my] = [5, 6.08];
    const sxx = x.reduce((sum, v) => sum + (v - mx) ** 2, 0);
    const slope = x.reduce((sum, v, i) => sum + (v - mx) * (y[i] - my), 0) / sxx;
    expectRelative(fit.coefficients, [my - slope * mx, slope], 1e-14);
    const rss = x.reduce((sum, v, i) => sum + (y[i] - my - slope * (v - mx)) ** 2, 0);
    expectRelative([fit.residualSumOfSquares, fit.residualVariance!], [rss, rss / 3], 1e-12);
    expectRelative([fit.standardErrors![1]], [Math.sqrt(rss / 3 / sxx)], 1e-12);
    expectRelative(
      fit.leverage,
      x.map((v) => 1 / 5 + (v - mx) ** 2 / sxx),
      1e-14,
    );
    expectRelative([fit.logDeterminant], [Math.log(5 * sxx)], 1e-14);
    expect(fit.degreesOfFreedom).toBe(3);
  });

  it("counts an observation of weight 2 as two, and one of weight 0 as none", () => {
    const weighted = weightedLeastSquares(line, y, [2, 1, 0, 1, 1]);
    const rows = [0, 0, 1, 3, 4];
    const repeated = weightedLeastSquares(
      fromRows(rows.map((i) => [1, x[i]])),
      rows.map((i) => y[i]),
    );
    expectRelative(weighted.coefficients, repeated.coefficients, 1e-13);
    expectRelative(weighted.unscaledCovariance.values, repeated.unscaledCovariance.values, 1e-13);
    expectRelative([weighted.residualSumOfSquares], [repeated.residualSumOfSquares], 1e-12);
    expect(weighted.degreesOfFreedom).toBe(2);
    expect(weighted.leverage[2]).toBe(0);
    expectRelative([weighted.residuals[2]], [y[2] - times(line, weighted.coefficients)[2]], 1e-14);
  });

  it("has leverages that sum to the columns, and a covariance that inverts XᵀWX", () => {
    fc.assert(
      fc.property(matrixOf(fc.integer({ min: 6, max: 9 }), fc.integer({ min: 1, max: 4 })), (design) => {
        const { values } = singularValues(design);
        fc.pre(values.at(-1)! > 0.1);
        const weights = Float64Array.from({ length: design.rows }, (_, i) => 0.5 + (i % 3));
        const observed = Float64Array.from(weights, (_, i) => Math.sin(3 * i));
        const fit = weightedLeastSquares(design, observed, weights);
        expectRelative([fit.leverage.reduce((a, b) => a + b)], [design.columns], 1e-12);
        expect(fit.leverage.every((h) => h >= 0 && h <= 1 + 1e-12)).toBe(true);
        const weighed = {
          ...design,
          values: design.values.map((v, k) => v * weights[Math.floor(k / design.columns)]),
        };
        const gram = product(transpose(weighed), design);
        expectAbsolute(product(gram, fit.unscaledCovariance).values, identity(design.columns).values, 1e-9);
      }),
      { seed },
    );
  });

  it("doesn't care in which units a column is", () => {
    const fit = weightedLeastSquares(line, y);
    const scaled = weightedLeastSquares(fromRows(x.map((v) => [1e150, v * 1e-140])), y);
    expectRelative(scaled.coefficients, [fit.coefficients[0] * 1e-150, fit.coefficients[1] * 1e140], 1e-13);
    expectRelative([scaled.logDeterminant], [fit.logDeterminant + 2 * Math.log(1e10)], 1e-13);
  });

  it("gives no variance where no degree of freedom is left", () => {
    const fit = weightedLeastSquares(identity(2), [3, 4]);
    expect([fit.residualVariance, fit.covariance, fit.standardErrors]).toEqual([null, null, null]);
    expect(Array.from(fit.coefficients)).toEqual([3, 4]);
    expect(Array.from(fit.unscaledCovariance.values)).toEqual([1, 0, 0, 1]);
  });

  it("says so where columns depend on each other, or observations are too few", () => {
    const twice = fromRows(x.map((v) => [v, 2 * v]));
    expect(() => weightedLeastSquares(twice, y)).toThrow(
      new EstimationError("not-identifiable", "Cannot fit: needs 2 independent columns, got 1"),
    );
    expect(() => weightedLeastSquares(line, y, [1, 0, 0, 0, 0])).toThrow(
      new EstimationError("too-few-observations", "Cannot fit: needs at least 2 observations, got 1"),
    );
  });

  it.each<[number[], number[] | undefined, string]>([
    [[1, 2], undefined, "Cannot fit: y needs 5 entries, got 2"],
    [y, [1], "Cannot fit: weights needs 5 entries, got 1"],
    [[Number.NaN, 1, 1, 1, 1], undefined, "Cannot fit: y must be finite, got NaN at 0"],
    [y, [1, -1, 1, 1, 1], "Cannot fit: weights must be finite and not negative, got -1 at 1"],
  ])("refuses %j with weights %j", (observed, weights, message) => {
    expect(() => weightedLeastSquares(line, observed, weights)).toThrow(new RangeError(message));
  });

  it("refuses a design that is not finite", () => {
    expect(() => weightedLeastSquares(fromRows([[Infinity]]), [1])).toThrow(RangeError);
  });
});
