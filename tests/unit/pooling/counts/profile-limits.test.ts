import { describe, expect, it } from "vitest";
import { chiSquared } from "../../../../src/math/distributions/chi-squared.ts";
import { adaptiveQuadrature, logitNormal, poolCounts } from "../../../../src/pooling/counts/index.ts";
import { proportions } from "../../../helpers/counted-series.ts";

const events = [3, 12, 1, 20, 7];
const patients = [22, 15, 9, 31, 7];

/** The log likelihood by sums over 1,601 places from −8 to 8 standard deviations, but for a constant. */
function logLikelihood(mean: number, tau: number): number {
  return events.reduce((sum, x, i) => {
    let total = 0;
    for (let z = -8; z <= 8; z += 0.01) {
      const predictor = mean + tau * z;
      const rest = patients[i]! * Math.log1p(Math.exp(predictor));
      total += Math.exp(x * predictor - rest - 0.5 * z * z);
    }
    return sum + Math.log(total);
  }, 0);
}

/** The highest value of a function of one variable between two places, by thirds. */
function highest(f: (x: number) => number, low: number, high: number): number {
  let [a, b] = [low, high];
  for (let i = 0; i < 40; i++) {
    const [left, right] = [a + (b - a) / 3, b - (b - a) / 3];
    if (f(left) < f(right)) a = left;
    else b = right;
  }
  return f(0.5 * (a + b));
}

describe("profile limits of a logit-normal model", () => {
  const result = poolCounts(proportions(events, patients), {
    model: logitNormal,
    quadrature: adaptiveQuadrature(100),
  });
  const [mean, , tau] = result.estimates;
  const top = logLikelihood(mean!.estimate!, tau!.estimate!);
  const fall = 0.5 * chiSquared.quantile(0.95, 1);

  it.each(["lower", "upper"] as const)(
    "the likelihood, highest over τ, has fallen far enough at the %s limit of the mean",
    (side) => {
      const value = highest((spread) => logLikelihood(mean![side]!, spread), 0.1, 8);
      expect(top - value).toBeCloseTo(fall, 6);
    },
  );

  it.each(["lower", "upper"] as const)(
    "the likelihood, highest over the mean, has fallen far enough at the %s limit of τ",
    (side) => {
      const value = highest((center) => logLikelihood(center, tau![side]!), -4, 4);
      expect(top - value).toBeCloseTo(fall, 6);
    },
  );

  it("21 points, the default, leave an error of 0.001 in the likelihood at most", () => {
    const [row] = poolCounts(proportions(events, patients)).estimates;
    for (const limit of [row!.lower!, row!.upper!]) {
      const value = highest((spread) => logLikelihood(limit, spread), 0.1, 8);
      expect(Math.abs(top - value - fall)).toBeLessThan(1e-3);
    }
  });

  it("τ² has the squares of τ's limits", () => {
    const squared = result.estimates[1]!;
    expect(squared.lower).toBeCloseTo(tau!.lower! ** 2, 12);
    expect(squared.upper).toBeCloseTo(tau!.upper! ** 2, 12);
  });
});
