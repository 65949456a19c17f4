import { describe, expect, it } from "vitest";
import type { IntervalProblem, Target } from "../../../../src/inference/interval-method.ts";
import { posterior, posteriorIntervals } from "../../../../src/inference/posterior/posterior.ts";
import { normalCdf } from "../../../../src/math/special/normal-tails.ts";
import {
  type Conjugate,
  conjugateProblem,
  exactPosterior,
  logMarginal,
} from "../../../helpers/conjugate-problems.ts";
import { coordinate } from "../../../helpers/interval-problems.ts";

const conjugate: Conjugate = {
  priorMeans: [7, 0.4, 1],
  priorSds: [2.5, 1.5, 0.5],
  observed: [8.5, 2, 0.7],
  errors: [0.6, 1, 2],
};
const targets: Target[] = [coordinate(0), coordinate(1, "logit"), coordinate(2, "log")];
const Z = 1.959963984540054;

const natural: Record<Target["link"], (x: number) => number> = {
  identity: (x) => x,
  log: Math.exp,
  logit: (x) => 1 / (1 + Math.exp(-x)),
};

describe("posterior intervals of a conjugate normal problem", () => {
  const answer = posterior.estimate(conjugateProblem(conjugate), targets);

  it("are the exact quantiles, within four Monte-Carlo errors", () => {
    exactPosterior(conjugate).forEach(([mean, sd], k) => {
      const { estimate, lower, upper, linkStandardError, bound } = answer.intervals[k]!;
      const errors = answer.posterior!.errors[k]!;
      const found = [estimate!, lower!, upper!];
      [mean, mean - Z * sd, mean + Z * sd].forEach((exact, i) => {
        expect(Math.abs(found[i]! - natural[targets[k]!.link](exact))).toBeLessThan(4 * errors[i]!);
      });
      expect(Math.abs(linkStandardError! / sd - 1)).toBeLessThan(0.05);
      expect(bound).toBe("closed");
    });
  });

  it("come with the marginal likelihood and weights that can be trusted", () => {
    const { logMarginalLikelihood, paretoShape, monteCarloError, nullModel } = answer.posterior!.summary;
    expect(Math.abs(logMarginalLikelihood - logMarginal(conjugate))).toBeLessThan(0.02);
    expect(paretoShape).toBeLessThan(0.5);
    expect(monteCarloError).toBeLessThanOrEqual(0.01);
    expect(nullModel).toBeNull();
    expect(answer.warnings).toEqual([]);
  });

  it("come out the same from the same seed, and otherwise differ within their errors", () => {
    expect(posterior.estimate(conjugateProblem(conjugate), targets)).toEqual(answer);
    const other = posterior.estimate(conjugateProblem(conjugate, 2), targets);
    expect(other.intervals).not.toEqual(answer.intervals);
  });

  it("hold 400 equally weighted draws with the posterior's moments", () => {
    const [[mean, sd]] = exactPosterior(conjugate) as [[number, number]];
    const first = answer.draws!.map((theta) => theta[0]!);
    expect(first).toHaveLength(400);
    expect(Math.abs(first.reduce((sum, x) => sum + x, 0) / 400 - mean)).toBeLessThan((4 * sd) / 20);
  });

  it("say so where the draws did not suffice", () => {
    const hasty = posteriorIntervals({ monteCarloError: 1e-4, maximumDraws: 4096 });
    const { warnings } = hasty.estimate(conjugateProblem(conjugate), targets);
    expect(warnings.map(({ code }) => code)).toEqual(["monte-carlo-error"]);
  });

  it("refuse a flat prior", () => {
    const problem = conjugateProblem(conjugate);
    const flat = { terms: problem.prior.terms.map((term) => ({ ...term, sd: Infinity })) };
    expect(() => posterior.estimate({ ...problem, prior: flat }, targets)).toThrow(RangeError);
  });
});

describe("a null model", () => {
  // The second and third parameters are 0 under it; the first is what it is in the full model.
  const simple: Conjugate = {
    priorMeans: [7],
    priorSds: [2.5],
    observed: [8.5],
    errors: [0.6],
  };
  const full: Conjugate = { ...conjugate, observed: [8.5, 0.3, 0.7] };
  const priorProbability = 0.3;
  // The null model leaves observations 2 and 3 without a parameter: they are normal around 0.
  const rest = [0.3, 0.7].map(
    (y, i) => -0.5 * (y / [1, 2][i]!) ** 2 - Math.log([1, 2][i]! * Math.sqrt(2 * Math.PI)),
  );
  const shift = rest.reduce((sum, x) => sum + x, 0);
  const nullProblem = conjugateProblem(simple);
  const problem: IntervalProblem = {
    ...conjugateProblem(full),
    nullModel: {
      ...nullProblem,
      objective: (theta, gradient) => nullProblem.objective(theta, gradient) - shift,
      priorProbability,
    },
  };
  const logBayesFactor = logMarginal(full) - logMarginal(simple) - shift;
  const odds = (priorProbability / (1 - priorProbability)) * Math.exp(-logBayesFactor);
  const probability = odds / (1 + odds);
  const mixed: Target[] = [
    { ...coordinate(0), underNull: (theta) => theta[0]! },
    { ...coordinate(1), underNull: () => 0 },
    coordinate(2),
  ];
  const events = [{ happens: (theta: ArrayLike<number>) => theta[1]! > 0, happensUnderNull: () => false }];
  const answer = posterior.estimate(problem, mixed, { events, curve: [mixed[0]!] });

  it("has the probability that both marginal likelihoods give it", () => {
    const { nullModel } = answer.posterior!.summary;
    expect(Math.abs(nullModel!.logBayesFactor - logBayesFactor)).toBeLessThan(0.03);
    expect(Math.abs(nullModel!.probability - probability)).toBeLessThan(0.01);
  });

  it("puts its probability at 0 in the mixture", () => {
    const [mean, sd] = exactPosterior(full)[1]!;
    const { estimate, lower, upper } = answer.intervals[1]!;
    // The mixture's distribution function at each limit, with its jump at 0.
    const below = (x: number): number => (1 - probability) * normalCdf((x - mean) / sd);
    expect(below(lower!)).toBeCloseTo(0.025, 2);
    expect(below(upper!) + probability).toBeCloseTo(0.975, 2);
    expect(estimate).toBe(0);
  });

  it("leaves a quantity that both models have alike as it was", () => {
    const [mean, sd] = exactPosterior(simple)[0]!;
    expect(Math.abs(answer.intervals[0]!.upper! - (mean + Z * sd))).toBeLessThan(0.03);
    expect(answer.posterior!.band[0]!.lower).toBeCloseTo(mean - Z * sd, 0);
  });

  it("counts in the probability of an event", () => {
    const [mean, sd] = exactPosterior(full)[1]!;
    const expected = (1 - probability) * normalCdf(mean / sd);
    expect(Math.abs(answer.posterior!.probabilities[0]! - expected)).toBeLessThan(0.015);
  });
});
