/** One parameter of a relief curve, on its natural and its working scale. */
export interface CurveParameter {
  /** Name in results, such as `relief`. */
  name: string;
  label: string;
  unit: string;
  /** Working scale: `logit` for a fraction, `log` for a positive number. */
  link: "logit" | "log";
  /** True where every course has its own value, drawn towards the patient's mean. */
  perCourse: boolean;
  /** Natural value where no course has any effect; absent where it has no meaning then. */
  withoutEffect?: number;
  /** Prior on the working scale, used unless the set of priors names this parameter. */
  prior?: { mean: number; sd: number };
}

/** What a model may look at to choose where the search for the mode starts. */
export interface StartingPoint {
  /** Best relief seen, as a fraction of the baseline, kept within [0.05, 0.95]. */
  relief: number;
  /** Days from the course to the middle of the scores that show it wearing off. */
  halfLossDay: number;
}

/** A named day of a curve that follows from its parameters alone, such as T10. */
export interface Landmark {
  parameter: string;
  label: string;
  /** Days since the course. */
  value(p: ArrayLike<number>): number;
}

/**
 * A relief curve r(t): the fraction of the baseline symptom taken away t days after a course.
 *
 * Write `relief`; `gradient` is optional and only makes fits faster.
 */
export interface ResponseModel {
  name: string;
  label: string;
  formula: string;
  reference: string;
  parameters: readonly CurveParameter[];
  landmarks: readonly Landmark[];
  /**
   * Relief at t > 0 days.
   * @param t Days since the course, > 0.
   * @param p Natural parameters, in the order of `parameters`.
   */
  relief(t: number, p: ArrayLike<number>): number;
  /**
   * Relief, with its derivatives by each *working* parameter and, last, by t.
   * @param out Filled with `parameters.length + 1` numbers.
   */
  gradient?(t: number, p: ArrayLike<number>, out: Float64Array): number;
  /** Natural parameters from which the search starts, besides the means of the priors. */
  starts(point: StartingPoint): number[][];
}
