import { sortedQuantile } from "../../math/descriptive/sample-quantile.ts";
import type { OutlookPoint, Scenario } from "../../schema/next-course.ts";
import { expectedScore } from "../likelihood/curve-likelihood.ts";
import { thresholdOf } from "../quantities/course-quantities.ts";
import type { LookAhead } from "./look-ahead.ts";
import type { ResultDraws } from "./result-draws.ts";

/** The days of a curve, and what it is called. */
export interface CurveSpan {
  scenario: Scenario;
  from: number;
  until: number;
}

/** What is drawn again from a result; a planned course is the last of its courses. */
export type CurveDraws = Pick<ResultDraws, "model" | "parameters" | "floor" | "days"> & {
  draws: readonly ArrayLike<number>[];
};

const EVEN_POINTS = 60;
/** Days after a course at which the curve bends most. */
const EARLY_DAYS = [0, 0.5, 1, 2, 3, 4, 5, 7, 9, 11, 14, 18, 23];

/**
 * The expected score on the days to come, of all courses together and given an effect: its median over the draws, the
 * band of its equal tails, and the score at which the rule of relapse is met.
 *
 * @returns Points in order of time. Limits are null where the draws are too few to leave one out on either side of them.
 */
export function curveAhead(drawn: CurveDraws, ahead: LookAhead, span: CurveSpan): OutlookPoint[] {
  const { model, parameters, draws, floor, days: starts } = drawn;
  const curve = expectedScore(model, parameters, floor);
  const times = drawnDays(span, starts);
  const elapsed = times.map((time) => starts.map((start) => time - start));
  const values = times.map(() => new Float64Array(draws.length));
  const thresholds = times.map(() => new Float64Array(draws.length));
  draws.forEach((draw, i) => {
    curve.set(draw);
    elapsed.forEach((since, k) => {
      const height = curve.untreated(since, 0) - floor;
      values[k]![i] = curve.at(since, 0);
      thresholds[k]![i] = floor + height * (1 - thresholdOf(ahead.relapseAt, height, floor).relief);
    });
  });
  const tail = 0.5 * (1 - ahead.level);
  const limited = (draws.length + 1) * tail >= 1 - 1e-9;
  return times.map((time, k) => {
    const sorted = values[k]!.sort();
    return {
      scenario: span.scenario,
      time,
      value: sortedQuantile(sorted, 0.5),
      lower: limited ? sortedQuantile(sorted, tail) : null,
      upper: limited ? sortedQuantile(sorted, 1 - tail) : null,
      threshold: sortedQuantile(thresholds[k]!.sort(), 0.5),
    };
  });
}

/** Evenly spread days, denser after courses. */
function drawnDays({ from, until }: CurveSpan, starts: readonly number[]): number[] {
  const even = Array.from({ length: EVEN_POINTS + 1 }, (_, i) => from + ((until - from) * i) / EVEN_POINTS);
  const early = starts.flatMap((start) => EARLY_DAYS.map((after) => start + after));
  return [...new Set([...even, ...early.filter((day) => day > from && day < until)])].sort((a, b) => a - b);
}
