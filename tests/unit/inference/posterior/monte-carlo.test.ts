import { describe, expect, it } from "vitest";
import { type NormalPrior, priorCovariance } from "../../../../src/inference/normal-prior.ts";
import { posterior } from "../../../../src/inference/posterior/posterior.ts";
import { bothTails, tailRegions } from "../../../../src/inference/posterior/tail-regions.ts";
import { isProper, priorLaw } from "../../../../src/inference/prior-law.ts";
import { randomStream } from "../../../../src/math/random/random-stream.ts";
import { type Conjugate, conjugateProblem, exactPosterior } from "../../../helpers/conjugate-problems.ts";
import { coordinate } from "../../../helpers/interval-problems.ts";

describe("priorLaw", () => {
  const prior: NormalPrior = {
    terms: [
      { index: 0, center: { value: 2 }, sd: 1 },
      { index: 1, center: { parameter: 0 }, sd: 0.5 },
    ],
  };

  it("draws with the prior's covariance", () => {
    const law = priorLaw(prior);
    const stream = randomStream(20_040_601);
    const n = 20_000;
    const draws = Array.from({ length: n }, () => law.draw(stream));
    const mean = [0, 1].map((k) => draws.reduce((sum, theta) => sum + theta[k]!, 0) / n);
    const covariance = draws.reduce((sum, t) => sum + (t[0]! - mean[0]!) * (t[1]! - mean[1]!), 0) / n;
    // Standard errors of 20,000 draws: .007 of a mean, .011 of the covariance.
    expect(Math.abs(mean[1]! - 2)).toBeLessThan(0.035);
    expect(Math.abs(covariance - priorCovariance(prior).values[1]!)).toBeLessThan(0.045);
  });

  it("refuses a flat prior", () => {
    const flat = { terms: [{ index: 0, center: { value: 0 }, sd: Infinity }] };
    expect(isProper(flat)).toBe(false);
    expect(() => priorLaw(flat)).toThrow(/finite sd/);
  });
});

describe("tailRegions", () => {
  const values = Float64Array.from({ length: 100 }, (_, i) => i);
  const equal = new Float64Array(100).fill(0.01);

  it("takes twice the tail on each side, with weights that add to 1", () => {
    const regions = tailRegions(bothTails(values, equal, 0.95), equal);
    const [lower, upper] = regions as [Float64Array, Float64Array];
    expect([...lower].map((w, i) => (w > 0 ? i : -1)).filter((i) => i >= 0)).toEqual([0, 1, 2, 3, 4]);
    expect([...upper].map((w, i) => (w > 0 ? i : -1)).filter((i) => i >= 0)).toEqual([95, 96, 97, 98, 99]);
    expect(upper.reduce((sum, w) => sum + w, 0)).toBeCloseTo(1, 14);
  });

  it("leaves out a tail that lies in one before it, and values that don't exist", () => {
    const twin = values.map((value) => 3 * value - 1);
    const some = values.map((value) => (value < 50 ? Number.NaN : value));
    expect(
      tailRegions([...bothTails(values, equal, 0.95), ...bothTails(twin, equal, 0.95)], equal),
    ).toHaveLength(2);
    expect(bothTails(some, equal, 0.9)[0]!.cut).toBe(54);
    expect(bothTails(new Float64Array(10), equal.subarray(0, 10), 0.95)).toEqual([]);
  });
});

describe("Monte-Carlo errors", () => {
  it("are no smaller than the spread between seeds", () => {
    const conjugate: Conjugate = { priorMeans: [0, 1], priorSds: [1, 2], observed: [1, 0], errors: [0.5, 3] };
    const [mean, sd] = exactPosterior(conjugate)[1]!;
    const upper = mean + 1.959963984540054 * sd;
    const z = Array.from({ length: 30 }, (_, seed) => {
      const answer = posterior.estimate(conjugateProblem(conjugate, seed), [coordinate(1)]);
      return (answer.intervals[0]!.upper! - upper) / answer.posterior!.errors[0]![2]!;
    });
    const square = z.reduce((sum, x) => sum + x * x, 0) / z.length;
    // Scrambled points do better than the independent draws for which the error is computed: χ² of 30, far below 1.5.
    expect(square).toBeLessThan(1.5);
    expect(Math.abs(z.reduce((sum, x) => sum + x, 0) / z.length)).toBeLessThan(0.75);
  });
});
