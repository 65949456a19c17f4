import { describe, expect, it } from "vitest";
import { spreadTargets } from "../../../src/cohort/between-patients.ts";
import { fitCohort } from "../../../src/cohort/index.ts";
import { layPopulation } from "../../../src/cohort/population-layout.ts";
import { spreadLimits } from "../../../src/cohort/spread-limits.ts";
import { type IntervalProblem, profile, wald } from "../../../src/inference/index.ts";
import type { Objective } from "../../../src/inference/interval-method.ts";
import { cholesky, choleskyInverse } from "../../../src/math/linear/cholesky.ts";
import { minimizeNewton } from "../../../src/math/optimize/minimize-newton.ts";
import { asymptote } from "../../../src/response/models/curve-parameters.ts";
import { informedPriors } from "../../../src/response/priors.ts";
import type { ResponseModel } from "../../../src/response/response-model.ts";
import { numericalRatingScale } from "../../../src/schema/index.ts";
import { patientOf } from "../../helpers/patients.ts";

// Four means with a variance of V each around a common one, which is at the mean of them whatever the spread: the profile
// of the spread has a closed form. Parameters: the mean, the residual standard deviation (unused), the log spread.
const V = 0.3;
const DROP = 1.9207;
const onlyRelief = { parameters: [asymptote] } as unknown as ResponseModel;
const layout = layPopulation(onlyRelief, informedPriors, numericalRatingScale, {});
const half = (values: number[], tau: number, mean: number): number =>
  values.reduce(
    (sum, y) => sum + 0.5 * Math.log(V + tau * tau) + (0.5 * (y - mean) ** 2) / (V + tau * tau),
    0,
  );
const densityOf = (values: number[], tau: number, mean: number): number =>
  half(values, tau, mean) + 0.5 * tau ** 2;
const middle = (values: number[]): number => values.reduce((a, b) => a + b, 0) / values.length;

function problemOf(values: number[]): IntervalProblem {
  const objective: Objective = (theta, gradient) => {
    const [mean, unused, log] = [theta[0]!, theta[1]!, theta[2]!];
    const tau = Math.exp(log);
    const variance = V + tau * tau;
    let byMean = 0;
    let byVariance = 0;
    for (const y of values) {
      byMean -= (y - mean) / variance;
      byVariance += 0.5 / variance - (0.5 * (y - mean) ** 2) / variance ** 2;
    }
    gradient?.set([byMean, unused, 2 * tau * tau * byVariance + tau * tau - 1]);
    return densityOf(values, tau, mean) - log + 0.5 * unused * unused;
  };
  const minimum = minimizeNewton(objective, Float64Array.of(middle(values), 0, -1));
  const covariance = choleskyInverse(cholesky(minimum.hessian)!);
  return {
    objective,
    prior: layout.prior,
    minimum,
    covariance,
    level: 0.95,
    drop: DROP,
    seed: 1,
    nullModel: null,
  };
}

/** Where the profile passes the drop on the way from 0 to its lowest point, by bisection. */
function rootOf(values: number[]): number {
  const at = (tau: number): number => densityOf(values, tau, middle(values));
  const grid = Array.from({ length: 50_000 }, (_, i) => i * 1e-4);
  let inside = grid.reduce((best, tau) => (at(tau) < at(best) ? tau : best), 0);
  const most = at(inside) + DROP;
  let out = 0;
  for (let i = 0; i < 60; i++) {
    const between = 0.5 * (out + inside);
    if (at(between) > most) out = between;
    else inside = between;
  }
  return out;
}

describe("limits of a standard deviation between patients", () => {
  const limitsOf = (values: number[], interval = profile) =>
    spreadLimits(problemOf(values), layout, { interval }, spreadTargets(layout))[0]!;
  it("go down to 0 where the density of a spread of 0 is within the drop", () => {
    for (const values of [
      [1, 1, 1, 1],
      [0.6, 0.9, 1.1, 1.5],
    ]) {
      const { lower, estimate, upper, bound } = limitsOf(values);
      expect(lower).toBe(0);
      expect(estimate!).toBeGreaterThan(0);
      expect(upper!).toBeGreaterThan(estimate!);
      expect(bound).toBe("closed");
      expect(limitsOf(values, wald).lower).toBe(0);
    }
  });
  it("are where the profile of that density passes the drop, where 0 lies beyond it", () => {
    const values = [-2.5, 0.2, 1.4, 3.3];
    const expected = rootOf(values);
    expect(expected).toBeGreaterThan(0.1);
    expect(limitsOf(values).lower!).toBeCloseTo(expected, 4);
  });
  it("reach no less far up than by the density of the logarithm", () => {
    const values = [0.6, 0.9, 1.1, 1.5];
    const { upper } = limitsOf(values);
    expect(upper!).toBeCloseTo(
      profile.estimate(problemOf(values), spreadTargets(layout)).intervals[0]!.upper!,
      10,
    );
  });
  it("begin at 0 for patients who do not differ, and so does the share of the variance", () => {
    const alike = ["a", "b"].map((patient) => ({ ...patientOf([0, 14, 60, 120], [9, 3, 4, 8]), patient }));
    const { estimates } = fitCohort(alike, { interval: wald });
    for (const parameter of ["spreadRelief", "spreadT50", "varianceShareRelief", "varianceShareT50"]) {
      const row = estimates.find((one) => one.parameter === parameter)!;
      expect(row.lower).toBe(0);
      expect(row.upper!).toBeGreaterThan(row.estimate!);
      expect(row.bound).toBe("closed");
    }
  });
});
