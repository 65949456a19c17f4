import type { RelapseRule } from "../../schema/response-result.ts";
import type { ResponseModel } from "../response-model.ts";
import { toNatural, type WorkingParameters } from "../working-parameters.ts";
import { crossingDay, integratedRelief, reliefArea } from "./course-relief.ts";
import { type Peak, peakRelief } from "./peak-relief.ts";
import { type ReliefGradient, reliefGradient } from "./relief-gradient.ts";

/** What the curve of a course is read by. */
export interface CourseReading {
  model: ResponseModel;
  parameters: WorkingParameters;
  /** Floor of the scale. */
  floor: number;
  relapseAt: RelapseRule;
  /** Days over which relief-days are counted. */
  horizon: number;
}

/** One course alone, at one set of parameters; what several quantities need of it is found once. */
export interface CourseAlone {
  floor: number;
  relapseAt: RelapseRule;
  horizon: number;
  /** Baseline above the floor of the scale. */
  readonly height: number;
  /** Natural parameters of the curve. */
  readonly parameters: Float64Array;
  /** The best relief and its day; null where there is none. */
  peak(): Peak | null;
  /** Derivatives of the relief by the curve's working parameters and, last, by the day. */
  slopesAt(day: number): Float64Array;
  /** Last day on which relief falls to a threshold; null where it never does. */
  crossing(threshold: number): number | null;
  /** ∫ r dt over the horizon, with its derivatives where an array for them is given. */
  integral(byCurve?: Float64Array): number | null;
}

/** Sets the working parameters and returns the course at them, the same object at every call. */
export type CourseReader = (theta: ArrayLike<number>) => CourseAlone;

/**
 * Compiles the reading of each course.
 *
 * Quantities of one course are asked for in turn at the same parameters: the peak, the last crossing and the area are
 * kept for the next question.
 */
export function courseReaders(reading: CourseReading): CourseReader[] {
  return reading.parameters.courses.map((_, j) => courseReader(reading, j));
}

/** A course with its height open to change, and a way to forget what was found at other parameters. */
interface OpenCourse {
  course: CourseAlone & { height: number };
  forget(): void;
}

/** What is read of a curve whose natural parameters are `p` until they change. */
function openCourse(
  { model, floor, relapseAt, horizon }: CourseReading,
  p: Float64Array<ArrayBuffer>,
): OpenCourse {
  const gradient: ReliefGradient = reliefGradient(model);
  let peak: Peak | null | undefined;
  let area: number | null | undefined;
  let crossing: number | null = null;
  let crossed = Number.NaN;
  const course = {
    floor,
    relapseAt,
    horizon,
    height: Number.NaN,
    parameters: p,
    peak(): Peak | null {
      if (peak === undefined) peak = peakRelief(model, gradient, p);
      return peak;
    },
    slopesAt(day: number): Float64Array {
      const out = new Float64Array(p.length + 1);
      gradient(day, p, out);
      return out;
    },
    crossing(threshold: number): number | null {
      if (threshold !== crossed) crossing = crossingDay(model, p, course.peak(), threshold);
      crossed = threshold;
      return crossing;
    },
    integral(byCurve?: Float64Array): number | null {
      if (byCurve) return integratedRelief(model, gradient, p, horizon, byCurve);
      if (area === undefined) area = reliefArea(model, p, horizon);
      return area;
    },
  };
  return {
    course,
    forget() {
      peak = undefined;
      area = undefined;
      crossed = Number.NaN;
    },
  };
}

function courseReader(reading: CourseReading, j: number): CourseReader {
  const { model, parameters, floor } = reading;
  const indices = parameters.courses[j]!;
  const baseline = parameters.baselines[j]!;
  const used = [baseline, ...indices];
  const last = new Float64Array(used.length).fill(Number.NaN);
  const p = new Float64Array(indices.length);
  const { course, forget } = openCourse(reading, p);
  return (theta) => {
    let same = true;
    for (let i = 0; i < used.length; i++) {
      if (last[i] === theta[used[i]!]) continue;
      same = false;
      last[i] = theta[used[i]!]!;
    }
    if (same) return course;
    forget();
    course.height = theta[baseline]! - floor;
    for (let k = 0; k < indices.length; k++) p[k] = toNatural(model.parameters[k]!, theta[indices[k]!]!);
    return course;
  };
}
