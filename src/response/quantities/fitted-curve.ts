import type { Interval, Target } from "../../inference/interval-method.ts";
import type { FittedPoint, ResponseCourse, ResponseObservation } from "../../schema/response-result.ts";
import type { Scale } from "../../schema/scale.ts";
import { expectedScore } from "../likelihood/curve-likelihood.ts";
import { untreatedLevel } from "../likelihood/untreated-level.ts";
import type { ResponseProblem } from "../response-problem.ts";

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

/** The days on which a curve is drawn, and the expected score on each. */
export interface DrawnCurve {
  days: number[];
  targets: Target[];
}

/** The expected score of all courses together, as targets for a pointwise band. */
export function curveTargets(
  problem: ResponseProblem,
  floor: number,
  observations: readonly ResponseObservation[],
  courses: readonly ResponseCourse[],
  horizon: number,
): DrawnCurve {
  const curve = expectedScore(problem.model, problem.parameters, floor);
  const days = drawnDays(observations, courses, horizon);
  const level = untreatedLevel(problem.parameters);
  const last = new Float64Array(problem.parameters.names.length).fill(Number.NaN);
  const targets = days.map((time): Target => {
    const elapsed = courses.map(({ day }) => time - day);
    return {
      link: "identity",
      evaluate(theta, gradient) {
        // Every day asks at the same parameters before the next ones come.
        if (!isSame(last, theta)) {
          last.set(theta);
          curve.set(theta);
        }
        return curve.at(elapsed, 0, gradient);
      },
      underNull(theta) {
        level.set(theta);
        return level.at(elapsed, 0);
      },
    };
  });
  return { days, targets };
}

function isSame(last: Float64Array, theta: ArrayLike<number>): boolean {
  for (let k = 0; k < last.length; k++) if (last[k] !== theta[k]) return false;
  return true;
}

/** The curve with its band, which doesn't go below the floor. */
export function fittedCurve(curve: DrawnCurve, band: readonly Interval[], { minimum }: Scale): FittedPoint[] {
  return curve.days.map((time, i) => {
    const { estimate, lower, upper } = band[i]!;
    const value = estimate as number;
    return { time, value, lower: lower === null ? null : Math.max(minimum, lower), upper };
  });
}
