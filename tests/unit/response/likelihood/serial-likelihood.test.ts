import { describe, expect, it } from "vitest";
import { roundedNormal } from "../../../../src/response/likelihood/score-errors.ts";
import {
  neighbourCorrelations,
  type SerialSlopes,
  serialLogProbability,
} from "../../../../src/response/likelihood/serial-likelihood.ts";
import { plateau } from "../../../../src/response/models/plateau.ts";
import { defaultPriors } from "../../../../src/response/priors.ts";
import { compileProblem } from "../../../../src/response/response-problem.ts";
import { layTimeline } from "../../../../src/response/timeline.ts";
import type { Baselines } from "../../../../src/response/working-parameters.ts";
import { expectAbsolute } from "../../../helpers/closeness.ts";
import { gradientOf } from "../../../helpers/differences.ts";
import { patientOf } from "../../../helpers/patients.ts";

const days = [0, 1, 2, 9, 30, 31];
const ends: [number, number][] = [
  [9.5, Infinity],
  [5.5, 8.5],
  [2.5, 3.5],
  [-Infinity, 0.5],
  [3.5, 4.5],
  [7.5, 8.5],
];
const scores = ends.map(([lower, upper]) => ({ lower, upper, middle: 0 }));
const means = [8.7, 7.1, 4, 1.2, 4.9, 7];

describe("the slopes of the probability of correlated scores", () => {
  it.each([0, 0.5, 0.9, 0.97])("are those of its value: φ %f a day", (perDay) => {
    const correlations = neighbourCorrelations(days, perDay);
    for (const sd of [0.7, 1.5]) {
      const slopes: SerialSlopes = { byMean: new Float64Array(6), byLogSd: 0 };
      serialLogProbability(scores, means, sd, correlations, slopes);
      const point = [...means, Math.log(sd)];
      const value = (x: Float64Array): number =>
        serialLogProbability(scores, x.subarray(0, 6), Math.exp(x[6]!), correlations);
      // The number of panels changes with the means; the value then jumps by its quadrature error, 1e-11 or so.
      expectAbsolute([...slopes.byMean, slopes.byLogSd], gradientOf(value, point, 1e-3), 1e-6);
    }
  });

  it("are the sum of those of single scores where nothing is correlated", () => {
    const slopes: SerialSlopes = { byMean: new Float64Array(6), byLogSd: 0 };
    serialLogProbability(scores, means, 1.1, neighbourCorrelations(days, 0), slopes);
    const term = { logDensity: 0, byMean: 0, byLogSd: 0 };
    const byMean = scores.map((score, i) => {
      roundedNormal.term(score, means[i]!, 1.1, term);
      return { ...term };
    });
    // Nodes end 7 standard deviations out: 1e-12 of a probability is beyond, 1e-10 of its slopes.
    expectAbsolute(
      slopes.byMean,
      byMean.map((one) => one.byMean),
      1e-9,
    );
    expectAbsolute([slopes.byLogSd], [byMean.reduce((sum, one) => sum + one.byLogSd, 0)], 1e-9);
  });
});

describe("the gradient of the likelihood of correlated scores is that of its value", () => {
  const patient = patientOf(
    [-5, 0, 7, 14, 60, 90, 150, 157, 165, 210, 240],
    [9, 10, 4, [2, 3], 3, 5, 7, 6, 0, 4, 6],
    [0, 150],
  );

  it.each<Baselines>(["shared", "own"])("with %s baselines", (baselines) => {
    const timeline = layTimeline(patient, false);
    const options = { baselines, correlation: 0.95 };
    const problem = compileProblem(patient, timeline, plateau, defaultPriors, roundedNormal, options);
    const { objective, logLikelihood, parameters } = problem;
    const point = Float64Array.from(parameters.names, (name, k) => {
      if (name.includes("baseline")) return 8.3 + 0.4 * Math.sin(k);
      if (/residualSd/.test(name)) return 0.1;
      if (/relief/.test(name)) return 0.7 + 0.1 * k;
      return /onset/.test(name) ? 1.1 : 4.1;
    });
    for (const f of [logLikelihood, objective]) {
      const gradient = new Float64Array(point.length);
      f(point, gradient);
      const numerical = gradientOf((x) => f(x, new Float64Array(x.length)), point, 1e-3);
      expectAbsolute(gradient, numerical, 1e-6 * Math.max(1, ...numerical.map(Math.abs)));
    }
    const below = point.with(parameters.baselines.at(-1)!, 0);
    const untouched = new Float64Array(point.length);
    expect(logLikelihood(below, untouched)).toBe(-Infinity);
    expect(untouched).toEqual(new Float64Array(point.length));
  });
});
