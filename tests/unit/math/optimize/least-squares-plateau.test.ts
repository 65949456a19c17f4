import { describe, expect, it } from "vitest";
import { type Curve, fitCurve } from "../../../../src/math/optimize/fit-curve.ts";
import { expectRelative } from "../../../helpers/closeness.ts";

// BoxBOD of NIST's StRD. The first steps from around (1, 1) lead towards rates at which the curve is flat: where one goes
// too far, no step leads back.
const x = [1, 2, 3, 5, 7, 10];
const y = [109, 149, 149, 191, 213, 224];
const certified = [213.80940889, 0.54723748542];
const differences: Curve<number> = { value: (t, [a, b]) => a * (1 - Math.exp(-b * t)) };
const analytic: Curve<number> = {
  ...differences,
  gradient: (t, [a, b], out) => {
    out[0] = 1 - Math.exp(-b * t);
    out[1] = a * t * Math.exp(-b * t);
  },
};

describe("leastSquares beside a plateau", () => {
  it.each([
    ["differences", differences],
    ["analytic derivatives", analytic],
  ])("finds the minimum from every start around, by %s", (_, curve) => {
    for (let a = 0.5; a <= 2; a += 0.1) {
      for (let b = 0.5; b <= 1.5; b += 0.1) {
        expectRelative(fitCurve(curve, { x, y }, [a, b]).parameters, certified, 1e-8, `${a}, ${b}`);
      }
    }
  });

  it("stays there, and says that it doesn't know the parameter, where it starts there", () => {
    const fit = fitCurve(analytic, { x, y }, [100, 500]);
    expectRelative(fit.parameters, [y.reduce((sum, v) => sum + v / 6, 0), 500], 1e-9);
    expect([fit.rank, fit.covariance]).toEqual([1, null]);
  });

  it("leaves a start of zero, or nearly zero, for a size that nothing foretold", () => {
    const line: Curve<number> = { value: (t, [a, b]) => a + b * t };
    const observations = { x: [0, 1, 2, 3], y: [1e6, 1e6 + 2, 1e6 + 3, 1e6 + 5] };
    for (const start of [0, 1e-3, -1e-3]) {
      const fit = fitCurve(line, observations, [start, start]);
      expect(fit.converged).toBe(true);
      expectRelative(fit.parameters, [1e6 + 0.1, 1.6], 1e-9, `${start}`);
    }
  });
});
