import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { nextCourse } from "../../src/response/forecast/next-course.ts";
import { nextScore } from "../../src/response/forecast/next-score.ts";
import type { ResponseResult } from "../../src/schema/index.ts";
import { type NextCourseResult, nextCourseResultSchema } from "../../src/schema/next-course.ts";
import { nextScoreResultSchema } from "../../src/schema/next-score.ts";
import { expectAbsolute } from "../helpers/closeness.ts";
import { drawnResult, plausibleDraws } from "../helpers/drawn-results.ts";

const seed = 20_040_601;
/** A patient with any curve: weak or strong, short or long, of one course or of two that act alike. */
interface Spec {
  seed: number;
  relief: number;
  longer: number;
  second: number | null;
  lastScore: number;
  noEffect: number;
}
const anySpec: fc.Arbitrary<Spec> = fc.record({
  seed: fc.integer({ min: 1, max: 1e6 }),
  relief: fc.double({ min: -2, max: 2, noNaN: true }),
  longer: fc.double({ min: -1, max: 1, noNaN: true }),
  second: fc.option(fc.integer({ min: 20, max: 200 })),
  lastScore: fc.integer({ min: 1, max: 300 }),
  noEffect: fc.double({ min: 0, max: 1, noNaN: true }),
});
const resultOf = ({ seed, relief, longer, second, lastScore, noEffect }: Spec): ResponseResult =>
  drawnResult({
    draws: plausibleDraws(40, seed).map((draw) => draw.with(2, draw[2]! + relief).with(4, draw[4]! + longer)),
    days: second === null ? [0] : [0, second],
    lastScore,
    noEffect,
  });

const probability = ({ probabilities }: NextCourseResult, event: string): number =>
  probabilities.find((row) => row.event === event && row.scenario === "courses-so-far")!.probability;
const check = (law: (result: ResponseResult, days: number) => void): void =>
  fc.assert(
    fc.property(anySpec, fc.integer({ min: 1, max: 400 }), (spec, days) => law(resultOf(spec), days)),
    { seed, numRuns: 40 },
  );

describe("the next course of any patient", () => {
  it("has an answer that is valid, whose probabilities add to 1 and whose days lie ahead", () => {
    check((result, horizon) => {
      const answer = nextCourse(result, { horizon, course: { day: result.observations[1]!.day + 30 } });
      expect(nextCourseResultSchema.safeParse(answer).error?.issues ?? []).toEqual([]);
      expect(JSON.parse(JSON.stringify(answer))).toEqual(answer);
      for (const scenario of ["courses-so-far", "planned-course"]) {
        const own = answer.probabilities.filter((row) => row.scenario === scenario);
        expect(own.reduce((sum, row) => sum + row.probability, 0)).toBeCloseTo(1, 12);
      }
      const [next, withCourse] = answer.estimates;
      if (next!.estimate !== null) {
        expect(next!.estimate).toBeGreaterThan(answer.today);
        expect(next!.estimate).toBeLessThanOrEqual(answer.today + horizon);
      }
      if (withCourse!.estimate !== null) expect(withCourse!.estimate).toBeGreaterThan(answer.today + 30);
    });
  });

  it("crosses the likelier, the longer it is looked ahead, and is the likelier past it, the later today is", () => {
    check((result, days) => {
      const near = nextCourse(result, { horizon: days });
      const far = nextCourse(result, { horizon: 2 * days });
      expect(probability(far, "crosses")).toBeGreaterThanOrEqual(probability(near, "crosses"));
      expect(probability(far, "neverReached")).toBeLessThanOrEqual(probability(near, "neverReached"));
      const last = result.courses.at(-1)!.day;
      const past = [0, days].map((after) => nextCourse(result, { today: last + after, horizon: 3000 }));
      expect(probability(past[1]!, "alreadyCrossed")).toBeGreaterThanOrEqual(
        probability(past[0]!, "alreadyCrossed"),
      );
    });
  });

  it("moves along with the origin of the days, and not with the scale", () => {
    check((result, days) => {
      const by = 10 * days - 2000;
      const moved: ResponseResult = {
        ...result,
        courses: result.courses.map((course) => ({ ...course, day: course.day + by })),
        observations: result.observations.map((score) => ({ ...score, day: score.day + by })),
      };
      const scaled: ResponseResult = {
        ...result,
        scale: { minimum: 20, maximum: 120, step: 10 },
        draws: result.draws!.map((draw) => draw.with(0, 20 + 10 * draw[0]!).with(1, draw[1]! + Math.log(10))),
      };
      const here = nextCourse(result).estimates[0]!;
      const there = nextCourse(moved).estimates[0]!;
      if (here.estimate === null) expect(there.estimate).toBeNull();
      else expectAbsolute([there.estimate! - by], [here.estimate], 1e-4);
      const elsewhere = nextCourse(scaled).estimates[0]!.estimate;
      if (here.estimate !== null) expectAbsolute([elsewhere!], [here.estimate], 1e-4);
    });
  });

  it("is the same with a further course that relieves nothing", () => {
    check((result, day) => {
      const names = result.covariance.parameters.flatMap((name) =>
        name === "logit relief"
          ? ["mean logit relief", "logit relief 1", "logit relief 2", "logit relief 3"]
          : [name],
      );
      const n = result.courses.length;
      const split = (relief: number): number[] => [relief, ...[0, 1, 2].map((j) => (j < n ? relief : -40))];
      const extended: ResponseResult = {
        ...result,
        covariance: { ...result.covariance, parameters: names },
        courses: [...result.courses, { ...result.courses[0]!, course: n + 1, day: day + 0.5 }],
        draws: result.draws!.map((draw) => [...draw.slice(0, 2), ...split(draw[2]!), ...draw.slice(3)]),
      };
      const [without, withIt] = [result, extended].map((which) => nextCourse(which));
      expect(withIt!.probabilities.map((row) => row.probability)).toEqual(
        without!.probabilities.map((row) => row.probability),
      );
      const [a, b] = [without!, withIt!].map(({ estimates }) => estimates[0]!.estimate);
      if (a !== null) expectAbsolute([b!], [a!], 1e-4);
    });
  });
});

describe("the next score of any patient", () => {
  it("never widens what is known, beyond the error of the draws, and is valid and repeatable", () => {
    check((result, horizon) => {
      const more = { ...result, draws: plausibleDraws(200, horizon) };
      const options = { horizon, every: horizon / 4 };
      const answer = nextScore(more, options);
      expect(nextScoreResultSchema.safeParse(answer).error?.issues ?? []).toEqual([]);
      expect(JSON.stringify(nextScore(more, options))).toBe(JSON.stringify(answer));
      for (const { relativeReduction, monteCarloError } of answer.curve) {
        // The law of total variance, to five jackknife standard errors; 1e-3 for days on which nothing differs.
        expect(relativeReduction).toBeGreaterThan(-5 * monteCarloError - 1e-3);
        expect(relativeReduction).toBeLessThan(1);
      }
    });
  });
});
