import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { EstimationError } from "../../../../src/errors.ts";
import { weightedLeastSquares } from "../../../../src/math/linear/weighted-least-squares.ts";
import { type Curve, dualCurve, fitCurve } from "../../../../src/math/optimize/fit-curve.ts";
import { leastSquares } from "../../../../src/math/optimize/least-squares.ts";
import { dualModel, type LeastSquaresModel } from "../../../../src/math/optimize/least-squares-model.ts";
import { expectRelative } from "../../../helpers/closeness.ts";

const seed = 20_040_601;
const x = [0, 1, 2, 3, 5, 8, 13, 21];
const y = [10.1, 7.9, 6.8, 5.4, 4.1, 2.6, 2.3, 1.8];

/** a e^(−bx) + c, with its gradient. */
const decay: Curve<number> = {
  value: (t, [a, b, c]) => a * Math.exp(-b * t) + c,
  gradient: (t, [a, b], out) => {
    out[0] = Math.exp(-b * t);
    out[1] = -a * t * out[0];
    out[2] = 1;
  },
};
const withoutGradient: Curve<number> = { value: decay.value };
const dual = dualCurve((t: number, [a, b, c]) => b.times(-t).exp().times(a).plus(c));

describe("leastSquares", () => {
  it("is linear least squares where the model is linear", () => {
    const weights = [1, 2, 3, 4, 1, 1, 0, 2];
    const fit = fitCurve({ value: (t: number, [a, b]) => a + b * t }, { x, y, weights }, [100, -100]);
    const design = { rows: 8, columns: 2, values: Float64Array.from(x.flatMap((t) => [1, t])) };
    const exact = weightedLeastSquares(design, y, weights);
    expectRelative(fit.parameters, exact.coefficients, 1e-9);
    expectRelative([fit.residualSumOfSquares!], [exact.residualSumOfSquares], 1e-12);
    expectRelative(
      fit.covariance!.flat(),
      exact.unscaledCovariance.values.map((v) => (v * exact.residualSumOfSquares) / 6),
      1e-8,
    );
  });

  it("comes to the same minimum by analytic, dual and difference derivatives", () => {
    const fits = [decay, dual, withoutGradient].map((curve) => fitCurve(curve, { x, y }, [5, 1, 0]));
    for (const fit of fits) {
      expect([fit.ended, fit.converged, fit.rank, fit.degreesOfFreedom]).toEqual([
        "gradient-small",
        true,
        3,
        5,
      ]);
      expectRelative(fit.parameters, fits[0].parameters, 1e-9);
      expectRelative(fit.covariance!.flat(), fits[0].covariance!.flat(), 1e-8);
      expectRelative(
        fit.standardErrors as number[],
        fit.covariance!.map((row, j) => Math.sqrt(row[j])),
        1e-15,
      );
    }
  });

  it("is plain JSON", () => {
    const fit = fitCurve(decay, { x, y }, [5, 1, 0], { lower: [0, 0, 2.5] });
    expect(JSON.parse(JSON.stringify(fit))).toEqual(fit);
    const stuck = leastSquares({ size: 2, residuals: (_, out) => out.fill(Number.NaN) }, [1]);
    expect(JSON.parse(JSON.stringify(stuck))).toEqual(stuck);
  });

  it("doesn't care in which units a parameter is", () => {
    const plain = fitCurve(withoutGradient, { x, y }, [5, 1, 0.5]);
    fc.assert(
      fc.property(fc.tuple(...[0, 1, 2].map(() => fc.integer({ min: -30, max: 30 }))), (powers) => {
        const units = powers.map((power) => 2 ** power);
        const curve: Curve<number> = {
          value: (t, p) =>
            decay.value(
              t,
              p.map((v, j) => v * units[j]),
            ),
        };
        const fit = fitCurve(
          curve,
          { x, y },
          [5, 1, 0.5].map((v, j) => v / units[j]),
        );
        expectRelative(
          fit.parameters.map((v, j) => v * units[j]),
          plain.parameters,
          1e-8,
        );
        expectRelative(
          fit.standardErrors.map((v, j) => v! * units[j]),
          plain.standardErrors as number[],
          1e-7,
        );
      }),
      { seed, numRuns: 30 },
    );
  });

  it("leaves the caller's start alone, and ends where it began if that is the minimum", () => {
    const { parameters } = fitCurve(decay, { x, y }, [5, 1, 0]);
    const start = Float64Array.from(parameters);
    const again = fitCurve(decay, { x, y }, start);
    expect([again.iterations, again.converged]).toEqual([0, true]);
    expectRelative(again.parameters, parameters, 1e-12);
    expect(Array.from(start)).toEqual(parameters);
  });
});

describe("leastSquares where there is less to find", () => {
  it("gives a minimum but no standard errors where parameters can't be told apart", () => {
    for (const curve of [
      { value: (t: number, [a, b]: Float64Array) => (a + b) * t },
      dualCurve((t: number, [a, b]) => a.plus(b).times(t)),
    ]) {
      const fit = fitCurve(curve, { x, y }, [1, 5]);
      const slope = weightedLeastSquares({ rows: 8, columns: 1, values: Float64Array.from(x) }, y)
        .coefficients[0];
      expect([fit.converged, fit.rank, fit.covariance]).toEqual([true, 1, null]);
      expect(fit.standardErrors).toEqual([null, null]);
      expectRelative([fit.parameters[0] + fit.parameters[1]], [slope], 1e-9);
    }
  });

  it("gives no standard error of a parameter without effect", () => {
    const fit = fitCurve({ value: (t: number, [a]) => a * t }, { x, y }, [1, 5]);
    expect([fit.rank, fit.parameters[1], fit.covariance]).toEqual([1, 5, null]);
  });

  it("solves as many equations as unknowns, with no variance left", () => {
    const fit = leastSquares(
      dualModel(2, ([a, b]) => [a.times(a).plus(b).minus(3), a.minus(b).plus(1)]),
      [5, 5],
    );
    expect([fit.converged, fit.degreesOfFreedom, fit.covariance]).toEqual([true, 0, null]);
    expectRelative(fit.parameters, [1, 2], 1e-12);
  });

  it("says when the fit is exact", () => {
    const curve = { value: (t: number, [a]: Float64Array) => a * t };
    const observations = { x: [1, 2, 3], y: [2, 4, 6] };
    const exact = fitCurve(curve, observations, [2]);
    expect([exact.ended, exact.converged, exact.residualSumOfSquares]).toEqual(["exact-fit", true, 0]);
    expect([exact.parameters, exact.standardErrors]).toEqual([[2], [0]]);
    const near = fitCurve(curve, observations, [1]);
    expect(near.converged, near.ended).toBe(true);
    expect(near.residualSumOfSquares).toBeLessThan(1e-28);
  });

  it("keeps to the domain of the model", () => {
    const curve: Curve<number> = { value: (t, [a]) => Math.log(a) * t };
    const fit = fitCurve(curve, { x: [1, 2, 3], y: [-3.1, -5.9, -9.2] }, [5]);
    expect(fit.converged, fit.ended).toBe(true);
    expectRelative([Math.log(fit.parameters[0])], [(-3.1 - 11.8 - 27.6) / 14], 1e-9);
  });

  it.each<[string, LeastSquaresModel, number[], string]>([
    [
      "no residuals at the start",
      { size: 1, residuals: (_, out) => out.fill(Infinity) },
      [1],
      "no-finite-start",
    ],
    [
      "no derivatives at the start",
      { size: 1, residuals: ([a], out) => out.fill(a), jacobian: (_, out) => out.values.fill(Number.NaN) },
      [1],
      "no-finite-derivative",
    ],
  ])("says so where there are %s", (_name, model, start, ended) => {
    const fit = leastSquares(model, start);
    expect([fit.ended, fit.converged, fit.rank, fit.covariance]).toEqual([ended, false, null, null]);
    expect(fit.parameters).toEqual(start);
    expect(fit.residuals).toEqual(ended === "no-finite-start" ? [] : [1]);
  });

  it("says so where patience ends, and still says how far it came", () => {
    const fit = fitCurve(decay, { x, y }, [5, 1, 0], { maxIterations: 2 });
    expect([fit.ended, fit.converged, fit.iterations]).toEqual(["too-many-iterations", false, 2]);
    expect(fit.residualSumOfSquares).toBeLessThan(100);
  });

  it("refuses fewer residuals than parameters", () => {
    expect(() => fitCurve(decay, { x: [1, 2], y: [3, 4] }, [5, 1, 0])).toThrow(
      new EstimationError("too-few-observations", "Cannot fit: needs at least 3 residuals, got 2"),
    );
  });

  it.each<[() => unknown, string]>([
    [() => fitCurve(decay, { x, y: [1] }, [1, 1, 1]), "x and y must be equally long, got 8 and 1"],
    [() => fitCurve(decay, { x: [1], y: [Number.NaN] }, [1]), "y must be finite, got NaN at 0"],
    [() => fitCurve(decay, { x, y, weights: [1] }, [1, 1, 1]), "weights needs 8 entries, got 1"],
    [
      () => fitCurve(decay, { x: [1], y: [1], weights: [-1] }, [1]),
      "weights must be finite and not negative, got -1 at 0",
    ],
    [() => fitCurve(decay, { x, y }, [1, Infinity, 1]), "start must be finite, got Infinity at 1"],
    [() => fitCurve(decay, { x, y }, []), "start needs at least 1 entry, got 0"],
    [() => fitCurve(decay, { x, y }, [1, 1, 1], { tolerance: -1 }), "tolerance must not be negative, got -1"],
    [
      () => fitCurve(decay, { x, y }, [1, 1, 1], { maxIterations: Number.NaN }),
      "maxIterations must not be negative, got NaN",
    ],
    [
      () => leastSquares({ size: 0, residuals: () => {} }, [1]),
      "size must be a positive whole number, got 0",
    ],
  ])("refuses wrong arguments %#", (call, message) => {
    expect(call).toThrow(new RangeError(message));
  });

  it("agrees with its documented examples", () => {
    expectRelative(
      leastSquares({ size: 2, residuals: ([a], out) => out.set([a - 1, a - 3]) }, [0]).parameters,
      [2],
      1e-12,
    );
    expectRelative(
      leastSquares(
        dualModel(2, ([a]) => [a.minus(1), a.times(2).minus(2)]),
        [5],
      ).parameters,
      [1],
      1e-12,
    );
    expectRelative(
      fitCurve({ value: (t: number, [a]) => a * t }, { x: [1, 2], y: [3, 6] }, [1]).parameters,
      [3],
      1e-12,
    );
  });
});
