import { describe, expect, it } from "vitest";
import { EstimationError } from "../../../../src/errors.ts";
import { sampleStandardDeviation } from "../../../../src/math/descriptive/sample-variance.ts";
import { randomStream } from "../../../../src/math/random/random-stream.ts";
import { normalQuantile } from "../../../../src/math/special/normal-quantile.ts";
import { nextScore } from "../../../../src/response/forecast/next-score.ts";
import { nextScoreMeaning } from "../../../../src/response/forecast/next-score-words.ts";
import type { ResponseResult } from "../../../../src/schema/index.ts";
import { type NextScoreResult, nextScoreResultSchema } from "../../../../src/schema/next-score.ts";
import { expectAbsolute, expectRelative } from "../../../helpers/closeness.ts";
import {
  curveOf,
  drawnResult,
  LOSS_PER_DAY,
  plausibleDraws,
  straightLine,
} from "../../../helpers/drawn-results.ts";
import { plainMean, plainProbability } from "../../../helpers/plain-likelihood.ts";

/** The relapse day of a plateau whose onset is over, in closed form; null where relief stays below 30 %. */
function relapseDay(draw: readonly number[]): number | null {
  const { relief, T50, wearOffDuration } = curveOf(draw);
  return relief <= 0.3 ? null : T50 + (wearOffDuration / Math.log(81)) * Math.log(relief / 0.3 - 1);
}
/** Draws with an onset within hours, and all of their relapse days late enough to be those of the closed form. */
const quickDraws = (n: number, seed: number): number[][] =>
  plausibleDraws(n, seed).map((draw) => draw.with(3, Math.log(0.1)));
const draws = quickDraws(400, 1);
const result = drawnResult({ draws, lastScore: 60 });

describe("nextScore", () => {
  it("is the normal law's answer where everything is normal: 1 − σ/√(σ² + b² s²)", () => {
    const n = 2000;
    const fine: ResponseResult = drawnResult({
      draws: Array.from({ length: n }, (_, i) => [10, 0, Math.log(100 + 20 * normalQuantile((i + 0.5) / n))]),
      names: ["baseline", "log residualSd", "log T"],
      lastScore: 60,
      change: { model: "straight-line", scale: { minimum: 0, maximum: 10, step: 0.05 } },
    });
    const { curve, estimates } = nextScore(fine, { model: straightLine, horizon: 0.5, every: 1 });
    // On day 60 the score is 5 − .05 (T − 100) ± 1: b s = 1.
    const slope = 10 * LOSS_PER_DAY;
    expectRelative([estimates[0]!.standardError!], [20], 2e-3);
    // A step of .05 and the ends of the scale, 3.5 sd away, take less than 2e-4; 2,000 draws leave 1e-3.
    expectAbsolute([curve[0]!.relativeReduction], [1 - 1 / Math.sqrt(1 + (slope * 20) ** 2)], 2e-3);
  });

  it("agrees with scores simulated one by one and weighed against many draws", () => {
    const pool = quickDraws(8000, 2)
      .map((draw) => ({ curve: curveOf(draw), day: relapseDay(draw) }))
      .filter((draw): draw is { curve: typeof draw.curve; day: number } => draw.day !== null);
    const random = randomStream(3);
    const sd = sampleStandardDeviation(pool.map(({ day }) => day))!;
    const { curve } = nextScore(result, { horizon: 120, every: 30 });
    for (const { day, relativeReduction, monteCarloError } of curve) {
      const seen = new Map<number, number>();
      const nScores = 2000;
      for (let i = 0; i < nScores; i++) {
        const { curve: truth } = pool[Math.floor(pool.length * random.uniform())]!;
        const latent = plainMean(truth, day, [0]) + truth.sd * random.normal();
        const score = Math.min(10, Math.max(0, Math.round(latent)));
        seen.set(score, (seen.get(score) ?? 0) + 1 / nScores);
      }
      let expected = 0;
      for (const [score, share] of seen) {
        const weights = pool.map((draw) => plainProbability(draw.curve, score, day, [0]));
        const total = weights.reduce((sum, w) => sum + w, 0);
        const mean = pool.reduce((sum, draw, i) => sum + weights[i]! * draw.day, 0) / total;
        expected +=
          (share * pool.reduce((sum, draw, i) => sum + weights[i]! * (draw.day - mean) ** 2, 0)) / total;
      }
      const brute = 1 - Math.sqrt(expected) / sd;
      // Four standard errors of the 400 draws, and .01 of the 2,000 scores.
      expect(Math.abs(relativeReduction - brute)).toBeLessThan(4 * monteCarloError + 0.01);
    }
    expect(Math.max(...curve.map(({ relativeReduction }) => relativeReduction))).toBeGreaterThan(0.1);
  }, 20_000);

  it("learns nothing, on average, from a score that has nothing to do with the relapse day", () => {
    const reductions = Array.from({ length: 30 }, (_, i) => {
      const useless = drawnResult({ draws: quickDraws(100, 100 + i), days: [0], lastScore: 60 });
      return nextScore(useless, { today: -30, horizon: 0.5 }).curve[0]!.relativeReduction;
    });
    const mean = reductions.reduce((sum, value) => sum + value, 0) / reductions.length;
    const error = sampleStandardDeviation(reductions)! / Math.sqrt(reductions.length);
    expect(Math.abs(mean)).toBeLessThan(3 * error + 1e-3);
    // Without the correction for few draws it would seem to be about (readings − 1)/(2 n) = .02.
    expect(error).toBeLessThan(0.004);
  });

  it("finds the day of the least that is left, with its neighbours, and says it in words", () => {
    const { curve, best, meaning, estimates } = nextScore(result);
    expect(best!.expectedSd).toBe(Math.min(...curve.map(({ expectedSd }) => expectedSd)));
    for (const { day, relativeReduction } of curve) {
      if (day >= best!.from && day <= best!.to)
        expect(relativeReduction).toBeGreaterThanOrEqual(0.9 * best!.relativeReduction);
    }
    expect(best!.from).toBeLessThanOrEqual(best!.day);
    expect(best!.to).toBeGreaterThanOrEqual(best!.day);
    expectRelative([estimates[0]!.standardError! * (1 - best!.relativeReduction)], [best!.expectedSd], 1e-12);
    expect(meaning[1]).toMatch(
      /^One more score on day \d+, \d+ days from today, would bring that to \d+ days on average, \d+ % less\.$/,
    );
  });

  it("says why the best day lies after the expected relapse, only where it does", () => {
    const known = nextScore(result).estimates[0]!;
    const { best, meaning } = nextScore(result);
    const why = "That day lies after the expected relapse";
    expect(best!.day).toBeGreaterThan(known.estimate!);
    expect(meaning[2]).toContain(why);
    const late = nextScoreMeaning({ ...known, estimate: best!.day }, best, { today: 60, start: 0 });
    expect(late.join(" ")).not.toContain(why);
  });

  it("expects little of scores that scatter widely", () => {
    const noisy = drawnResult({ draws: draws.map((draw) => draw.with(1, Math.log(20))), lastScore: 60 });
    const { best, meaning } = nextScore(noisy);
    expect(best!.relativeReduction).toBeLessThan(0.05);
    expect(meaning[1]).toMatch(/^No single score would narrow it much/);
  });

  it("is about the draws that have a relapse day, and says how likely that is", () => {
    const without = draws.map((draw) => draw.with(2, -3));
    const half = nextScore({ ...result, draws: [...draws, ...without] });
    expect(half.curve).toEqual(nextScore(result).curve);
    expect(half.warnings[0]).toMatchObject({ code: "relapse-day-not-certain" });
    expect(half.warnings[0]!.message).toMatch(/probability of (49|50) %/);
    const none = nextScore({ ...result, draws: without });
    expect([none.curve, none.best]).toEqual([[], null]);
    expect(none.meaning).toEqual(["Too few draws have a relapse day for an answer."]);
    expect(nextScoreResultSchema.safeParse(none).error?.issues ?? []).toEqual([]);
  });

  it("means the last course, in days from its start", () => {
    const two = nextScore(drawnResult({ draws, days: [0, 50], lastScore: 60 }));
    expect(two.course).toBe(2);
    expectAbsolute([two.estimates[0]!.estimate!], [nextScore(result).estimates[0]!.estimate!], 1e-6);
  });
});

describe("the answer of nextScore", () => {
  const answer: NextScoreResult = nextScore(result);

  it("is valid, comes back from JSON, and is the same from a result read back from a file", () => {
    expect(nextScoreResultSchema.safeParse(answer).error?.issues ?? []).toEqual([]);
    expect(JSON.parse(JSON.stringify(answer))).toEqual(answer);
    const fromFile = JSON.parse(JSON.stringify(result)) as ResponseResult;
    expect(JSON.stringify(nextScore(fromFile))).toBe(JSON.stringify(answer));
    expect(answer.provenance.seed).toBeNull();
  });

  it("tries every seventh day of a year from the last score on, unless told otherwise", () => {
    expect(answer.curve.map(({ day }) => day)).toEqual(Array.from({ length: 53 }, (_, i) => 60 + 7 * i));
    const short = nextScore(result, { today: 100, horizon: 10, every: 5 });
    expect(short.curve.map(({ day }) => day)).toEqual([100, 105, 110]);
  });

  it("refuses steps of no length, and a result without draws", () => {
    expect(() => nextScore(result, { every: 0 })).toThrow(/every must be a positive number of days, got 0/);
    expect(() => nextScore({ ...result, draws: null })).toThrow(EstimationError);
  });
});
