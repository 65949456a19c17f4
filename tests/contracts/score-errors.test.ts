import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { normalCdf } from "../../src/math/special/normal-tails.ts";
import {
  leastSquaresErrors,
  roundedNormal,
  type ScoreErrors,
  scoreErrorModels,
} from "../../src/response/index.ts";
import { expectAbsolute } from "../helpers/closeness.ts";
import { derivative } from "../helpers/differences.ts";

const seed = 20_040_601;
const step = (score: number) => ({
  lower: score === 0 ? -Infinity : score - 0.5,
  upper: score === 10 ? Infinity : score + 0.5,
  middle: score,
});
const range = { lower: 5.5, upper: 8.5, middle: 7 };

function termOf(errors: ScoreErrors, score: ReturnType<typeof step>, mean: number, sd: number) {
  const out = { logDensity: 0, byMean: 0, byLogSd: 0 };
  errors.term(score, mean, sd, out);
  return out;
}

it("error models have names of their own and cite their source", () => {
  expect(new Set(scoreErrorModels.map(({ name }) => name)).size).toBe(scoreErrorModels.length);
  for (const { name, reference } of scoreErrorModels) {
    expect(name).toMatch(/^[a-z]+(-[a-z]+)*$/);
    expect(reference).toMatch(/\d{4}/);
  }
});

describe.each(scoreErrorModels.map((errors) => [errors.name, errors] as const))("%s", (_, errors) => {
  const score = fc.oneof(fc.integer({ min: 0, max: 10 }).map(step), fc.constant(range));
  const mean = fc.double({ min: -3, max: 15, noNaN: true });
  const logSd = fc.double({ min: -2.5, max: 1.5, noNaN: true });

  it("gives the derivatives of its log-density by the mean and by the log standard deviation", () => {
    fc.assert(
      fc.property(score, mean, logSd, (latent, mu, l) => {
        const { byMean, byLogSd } = termOf(errors, latent, mu, Math.exp(l));
        const numerical = [
          derivative((x) => termOf(errors, latent, x, Math.exp(l)).logDensity, mu, 0.01 * Math.exp(l)),
          derivative((x) => termOf(errors, latent, mu, Math.exp(x)).logDensity, l, 0.005),
        ];
        // Rounding of a log-density of up to 2e4 (150 σ), over a step of .01 σ halved three times.
        const scale = Math.max(1, Math.abs(byMean), Math.abs(byLogSd));
        expectAbsolute([byMean, byLogSd], numerical, 1e-7 * scale * Math.max(1, Math.exp(-l)));
      }),
      { seed, numRuns: 300 },
    );
  });

  it("is highest where the mean is the score, and finite anywhere", () => {
    fc.assert(
      fc.property(fc.integer({ min: 1, max: 9 }), mean, logSd, (given, mu, l) => {
        const here = termOf(errors, step(given), mu, Math.exp(l)).logDensity;
        expect(here).toBeLessThanOrEqual(termOf(errors, step(given), given, Math.exp(l)).logDensity);
        expect(Number.isFinite(here)).toBe(true);
      }),
      { seed },
    );
  });

  it("asks for a higher drop at a higher level, and inflates a covariance, if at all, upwards", () => {
    const drops = [0.5, 0.8, 0.95, 0.99].map((level) => errors.drop(level, 15, 5));
    expect(drops).toEqual([...drops].sort((a, b) => a - b));
    expect(drops[0]).toBeGreaterThan(0);
    expect(errors.inflation(15, 5)).toBeGreaterThanOrEqual(1);
  });
});

describe("roundedNormal", () => {
  it("gives the scores of a scale probabilities that add to 1", () => {
    for (const [mean, sd] of [
      [7, 1],
      [11, 0.4],
      [0.2, 3],
      [5, 0.05],
    ] as const) {
      let sum = 0;
      for (let score = 0; score <= 10; score++)
        sum += Math.exp(termOf(roundedNormal, step(score), mean, sd).logDensity);
      expect(sum).toBeCloseTo(1, 14);
    }
  });

  it("gives a range the probability of all its scores", () => {
    const { logDensity } = termOf(roundedNormal, range, 6.2, 0.8);
    expect(Math.exp(logDensity)).toBeCloseTo(normalCdf((8.5 - 6.2) / 0.8) - normalCdf((5.5 - 6.2) / 0.8), 14);
  });

  it("says nothing about a score that may be anything", () => {
    const anything = { lower: -Infinity, upper: Infinity, middle: 5 };
    expect(termOf(roundedNormal, anything, 3, 0.7)).toEqual({ logDensity: 0, byMean: 0, byLogSd: 0 });
  });

  it("drops by half the squared normal quantile, whatever the number of scores", () => {
    expect(roundedNormal.drop(0.95, 3, 5)).toBeCloseTo(1.959963984540054 ** 2 / 2, 13);
    expect(roundedNormal.drop(0.95, 15, 5)).toBe(roundedNormal.drop(0.95, 3, 5));
  });
});

describe("leastSquaresErrors", () => {
  it("drops so that n ln(1 + F/(n − p)) is met, F with 1 and n − p degrees of freedom", () => {
    // qf(.95, 1, 10) = 4.964602743730711 in R 4.2.2.
    expect(leastSquaresErrors.drop(0.95, 15, 5)).toBeCloseTo(7.5 * Math.log1p(0.4964602743730711), 11);
  });

  it("turns the maximum likelihood variance into the unbiased one", () => {
    expect(leastSquaresErrors.inflation(15, 5)).toBe(1.5);
  });
});
