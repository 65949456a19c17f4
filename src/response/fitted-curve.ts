import type { IntervalMethod, IntervalProblem, Target } from "../inference/interval-method.ts";
import type { FittedPoint, ResponseCourse, ResponseObservation } from "../schema/response-result.ts";
import { expectedScore } from "./curve-likelihood.ts";
import type { ResponseProblem } from "./response-problem.ts";

const GRID_POINTS = 120;
/** Days after a course at which the curve bends most. */
const EARLY_DAYS = [0, 0.5, 1, 2, 3, 4, 5, 7, 9, 11, 14, 18, 23];

/** Days on which the curve is drawn: evenly from the first event to the horizon of the last, denser after courses. */
function drawnDays(
  observations: readonly ResponseObservation[],
  courses: readonly ResponseCourse[],
  horizon: number,
): number[] {
  const known = [...observations.map(({ day }) => day), ...courses.map(({ day }) => day)];
  const first = Math.min(...known);
  const last = Math.max(...observations.map(({ day }) => day), ...courses.map(({ day }) => day + horizon));
  const even = Array.from({ length: GRID_POINTS + 1 }, (_, i) => first + ((last - first) * i) / GRID_POINTS);
  const early = courses.flatMap(({ day }) => EARLY_DAYS.map((after) => day + after));
  return [...new Set([...even, ...early])].filter((day) => day <= last).sort((a, b) => a - b);
}

/**
 * The expected score of all courses together, with its pointwise band.
 *
 * @param method Interval method of the band.
 */
export function fittedCurve(
  problem: ResponseProblem,
  intervals: IntervalProblem,
  method: IntervalMethod,
  floor: number,
  observations: readonly ResponseObservation[],
  courses: readonly ResponseCourse[],
  horizon: number,
): FittedPoint[] {
  const curve = expectedScore(problem.model, problem.parameters, floor);
  const days = drawnDays(observations, courses, horizon);
  const targets = days.map(
    (time): Target => ({
      link: "identity",
      evaluate(theta, gradient) {
        curve.set(theta);
        return curve.at(
          courses.map(({ day }) => time - day),
          0,
          gradient,
        );
      },
    }),
  );
  const band = method.estimate(intervals, targets).intervals;
  return days.map((time, i) => {
    const { estimate, lower, upper } = band[i]!;
    return { time, value: estimate as number, lower: lower === null ? null : Math.max(floor, lower), upper };
  });
}
