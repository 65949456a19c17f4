import { describe, expect, it } from "vitest";
import { studentT } from "../../../../src/math/distributions/student-t.ts";
import { integrate } from "../../../../src/math/quadrature/integrate.ts";
import { bayesianAutoregression } from "../../../../src/trial/models/bayesian/bayesian-autoregression.ts";
import { effectPosterior } from "../../../../src/trial/models/bayesian/effect-posterior.ts";
import { posteriorGivenCorrelation } from "../../../../src/trial/models/bayesian/posterior-given-correlation.ts";
import { bayesAutoregressive, glsIndependent } from "../../../../src/trial/models/index.ts";
import { expectAbsolute, expectRelative } from "../../../helpers/closeness.ts";
import { lessPain, pairedTrial } from "../../../helpers/paired-trials.ts";
import { phasesOf } from "../../../helpers/trials.ts";

const trial = phasesOf([7, 8, 6.5, 7, 8.5, 7.5], [5, 4, 5.5, 3, 4.5, 5, 4]);
const scores = Float64Array.from(trial.scores, ({ score }) => score);
const treated = Float64Array.from(trial.scores, ({ treatment }) => Number(treatment === "B"));
const data = {
  scores,
  columns: [scores.map(() => 1), treated],
  gaps: scores.map(() => 1),
};

describe("the Bayesian model with autoregressive errors", () => {
  it("integrates over φ as adaptive quadrature does", () => {
    const posterior = effectPosterior(data, 10);
    const mass = (f: (location: number, scale: number, df: number) => number): number =>
      integrate(
        (phi) => {
          const { logEvidence, location, scale, degreesOfFreedom } = posteriorGivenCorrelation(data, phi, 10);
          return Math.exp(logEvidence) * f(location, scale, degreesOfFreedom);
        },
        -1,
        1,
        { relativeTolerance: 1e-11 },
      ).value;
    const total = mass(() => 1);
    for (const x of [-5, -3, -2, -1, 0]) {
      const below = mass((location, scale, df) => studentT.cdf((x - location) / scale, df)) / total;
      expectAbsolute([posterior.effectBelow(x)], [below], 1e-9);
    }
  });

  it("is the posterior of the conjugate law when φ is 0, written out", () => {
    // With a flat effect it is the t test: location the difference of means, n − 2 + 1 degrees of freedom for the proper prior.
    const { location, degreesOfFreedom } = posteriorGivenCorrelation(data, 0, 1e8);
    const { estimates } = glsIndependent.fit(trial, lessPain);
    expectRelative([location], [estimates[0]!.estimate!], 1e-10);
    expect(degreesOfFreedom).toBe(scores.length - 1);
  });

  it("gives quantiles that its probabilities turn back", () => {
    const posterior = effectPosterior(data, 10);
    for (const p of [0.025, 0.5, 0.975])
      expectAbsolute([posterior.effectBelow(posterior.effectQuantile(p))], [p], 1e-9);
  });

  it("says the probability of a benefit, and of one that matters", () => {
    const { probabilities, estimates, test } = bayesAutoregressive.fit(trial, { ...lessPain, threshold: 2 });
    expect(test).toBeNull();
    const [benefit, beyond] = probabilities;
    expect(benefit!.probability).toBeGreaterThan(0.95);
    expect(beyond!.probability).toBeLessThan(benefit!.probability);
    expect(estimates[0]!.estimate).toBeGreaterThan(-4);
    expect(estimates[0]!.estimate).toBeLessThan(-2);
  });

  it("prints its priors, and is drawn in by a narrow one", () => {
    const narrow = bayesianAutoregression({ effectScale: 0.5 });
    expect(narrow.assumes).toContain("within ±0.98");
    const [own] = narrow.fit(trial, lessPain).estimates;
    const [free] = bayesAutoregressive.fit(trial, lessPain).estimates;
    expect(Math.abs(own!.estimate!)).toBeLessThan(Math.abs(free!.estimate!));
  });

  it("has an answer for treatments that alternate without an exception, where φ near −1 hides the effect", () => {
    const alternating = phasesOf([], []);
    const turns = pairedTrial([7, 8, 7, 6, 8], [4, 5, 3, 4, 4]);
    const ordered = {
      ...alternating,
      treatments: ["A", "B"],
      scores: turns.scores
        .map((score, i) => ({ ...score, treatment: i % 2 === 0 ? "A" : "B" }))
        .map((score) => ({ ...score, block: null })),
    };
    expect(bayesAutoregressive.fit(ordered, lessPain).estimates[0]!.estimate).not.toBeNull();
  });
});
