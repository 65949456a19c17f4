import { describe, expect, it } from "vitest";
import { type Curve, curveModel, fitCurve } from "../../../../src/math/optimize/fit-curve.ts";
import { leastSquares } from "../../../../src/math/optimize/least-squares.ts";
import type { LeastSquaresModel } from "../../../../src/math/optimize/least-squares-model.ts";
import { expectRelative } from "../../../helpers/closeness.ts";

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

describe("leastSquares within limits", () => {
  const free = fitCurve(decay, { x, y }, [5, 1, 0]);

  it.each([decay, withoutGradient])(
    "holds a parameter that a limit stops, and fits the others around it",
    (curve) => {
      const fit = fitCurve(curve, { x, y }, [5, 1, 3], { lower: [-Infinity, -Infinity, 2.5] });
      const two: Curve<number> = { value: (t, [a, b]) => decay.value(t, Float64Array.of(a, b, 2.5)) };
      const around = fitCurve(two, { x, y }, [5, 1]);
      expect([fit.converged, fit.rank, fit.degreesOfFreedom]).toEqual([true, 2, 6]);
      expect(fit.held).toEqual([null, null, "lower"]);
      expect(fit.parameters[2]).toBe(2.5);
      expectRelative(fit.parameters.slice(0, 2), around.parameters, 1e-8);
      expectRelative(fit.standardErrors.slice(0, 2) as number[], around.standardErrors as number[], 1e-7);
      expect(fit.standardErrors[2]).toBeNull();
      expect(fit.covariance!.map((row) => row[2])).toEqual([0, 0, 0]);
    },
  );

  it("takes no notice of a limit that is not active", () => {
    const fit = fitCurve(decay, { x, y }, [5, 1, 0], { lower: [0, 0, 0], upper: [100, 10, 10] });
    expect(fit.held).toEqual([null, null, null]);
    expectRelative(fit.parameters, free.parameters, 1e-9);
  });

  it("comes away from a limit it starts at", () => {
    const fit = fitCurve(decay, { x, y }, [0, 0, 0], { lower: [0, 0, 0], upper: [50, 5, 5] });
    expect(fit.converged).toBe(true);
    expectRelative(fit.parameters, free.parameters, 1e-8);
  });

  it("never computes residuals outside, not even for a difference", () => {
    const limits = { lower: [0, 0.1, 1.9], upper: [8, 0.25, 3] };
    const model = curveModel(withoutGradient, { x, y });
    const watched: LeastSquaresModel = {
      size: model.size,
      residuals: (p, out) => {
        expect(p.every((v, j) => v >= limits.lower[j] && v <= limits.upper[j])).toBe(true);
        model.residuals(p, out);
      },
    };
    for (const start of [
      [100, 100, 100],
      [0, 0, 0],
      [4, 0.2, 2],
    ]) {
      const fit = leastSquares(watched, start, limits);
      expect(fit.converged, fit.ended).toBe(true);
      expect(fit.held).toContain("upper");
    }
  });

  it("keeps a parameter whose limits meet", () => {
    const fit = fitCurve(withoutGradient, { x, y }, [5, 1, 0], { lower: [-99, -99, 1], upper: [99, 99, 1] });
    expect([fit.parameters[2], fit.held[2], fit.converged]).toEqual([1, "lower", true]);
  });

  it("refuses limits that make no sense", () => {
    expect(() => fitCurve(decay, { x, y }, [5, 1, 0], { lower: [0] })).toThrow(
      new RangeError("lower needs 3 entries, got 1"),
    );
    expect(() => fitCurve(decay, { x, y }, [5, 1, 0], { lower: [0, 0, 2], upper: [1, 1, 1] })).toThrow(
      new RangeError("lower must not exceed upper, got 2 > 1 at 2"),
    );
  });
});
