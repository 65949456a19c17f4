import { describe, expect, it } from "vitest";
import { profile } from "../../../../src/inference/profile/profile.ts";
import { minimizeNewton } from "../../../../src/math/optimize/minimize-newton.ts";
import { randomStream } from "../../../../src/math/random/random-stream.ts";
import { withDefaults } from "../../../../src/response/fit-response-options.ts";
import { flatPriors, profileResponse } from "../../../../src/response/index.ts";
import { locateProblem } from "../../../../src/response/located-problem.ts";
import { patientOf } from "../../../helpers/patients.ts";

// Four scores before any wear-off: nothing bounds what comes after, and the curvature at the mode is next to none.
const patient = patientOf([0, 3, 7, 14], [9, 6, 4, 3]);
const { profiles, drop } = profileResponse(patient, { priors: flatPriors });
const of = (parameter: string) => profiles.find(({ estimate }) => estimate.parameter === parameter)!;

/** How far the log posterior falls where one working parameter is held: the best of many searches from random places. */
function fallAt(index: number, held: number): number {
  const settings = withDefaults({ priors: flatPriors, interval: profile }, patient);
  const { objective, minimum } = locateProblem(patient, settings).intervals;
  const stream = randomStream(1);
  const whole = (others: Float64Array): Float64Array => {
    const theta = new Float64Array(minimum.x.length);
    theta.set(others.subarray(0, index));
    theta[index] = held;
    theta.set(others.subarray(index), index + 1);
    return theta;
  };
  const without = (values: Float64Array): Float64Array => values.filter((_, i) => i !== index);
  const values = Array.from({ length: 60 }, (_, i) => {
    const start = without(minimum.x).map((v) => v + (i === 0 ? 0 : 5 * (stream.uniform() - 0.5)));
    const search = (others: Float64Array, gradient?: Float64Array): number => {
      const slope = new Float64Array(minimum.x.length);
      const value = objective(whole(others), slope);
      gradient?.set(without(slope));
      return value;
    };
    return minimizeNewton(search, start, { maxIterations: 200 }).value;
  });
  return Math.min(...values.filter(Number.isFinite)) - minimum.value;
}

describe("profiles around a flat mode", () => {
  it("have the limits that searches from many places find, though the standard error says nothing", () => {
    const { estimate } = of("onsetHalfTime");
    expect(estimate.standardError! / estimate.estimate!).toBeGreaterThan(100);
    expect(estimate.bound).toBe("closed");
    for (const limit of [estimate.lower!, estimate.upper!])
      expect(Math.abs(fallAt(3, Math.log(limit)) - drop)).toBeLessThan(0.01);
    const relief = of("relief").estimate;
    expect(relief.bound).toBe("open-upper");
    expect(Math.abs(fallAt(2, Math.log(relief.lower! / (1 - relief.lower!))) - drop)).toBeLessThan(0.01);
  });

  it("are as low as those searches find", () => {
    const { points } = of("onsetHalfTime");
    for (const { value, drop: fall } of points.filter((_, i) => i % 8 === 0))
      expect(Math.abs(fallAt(3, Math.log(value)) - fall)).toBeLessThan(0.01);
  });

  it("go no farther on an open side than a hundred times the best value", () => {
    for (const parameter of ["wearOffDuration", "T50", "relapseDay"]) {
      const { estimate, points } = of(parameter);
      expect(estimate.bound, parameter).toBe("open");
      const best = estimate.estimate!;
      const values = points.map(({ value }) => value);
      expect(Math.max(...values) / best, parameter).toBeCloseTo(100, 6);
      expect(Math.min(...values) / best, parameter).toBeGreaterThanOrEqual(0.01 - 1e-9);
      const above = points.filter(({ value }) => value >= best);
      for (const point of above) expect(point.drop, parameter).toBeLessThan(0.01);
    }
  });
});
