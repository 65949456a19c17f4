import type { LogTerm, RelapseLaw, RelapseModel, SpanTerm } from "../models/relapse-model.ts";
import type { RelapseCovariate } from "../relapse-covariates.ts";
import type { RelapseSpan } from "../relapse-span.ts";
import { addByPlace, placeAt, type RelapseParameters } from "./relapse-parameters.ts";

/** ln of the likelihood; adds its derivatives by the working parameters to `gradient`, where it is given. */
export type LogLikelihood = (theta: Float64Array, gradient?: Float64Array) => number;

/** What the likelihood of relapse times is made of. */
export interface RelapseSample {
  model: RelapseModel;
  parameters: RelapseParameters;
  courses: readonly TimedCourse[];
}

/** What is known of one course's time to relapse, on the log scale. */
export interface TimedCourse {
  /** ln of the ends; −∞ and ∞ where there is none. Equal where the time is exact. */
  from: number;
  to: number;
  centered: Float64Array;
  patient: number;
}

/** The courses on the log scale, with the covariates of each. */
export function timedCourses(
  spans: readonly RelapseSpan[],
  covariates: readonly RelapseCovariate[],
): TimedCourse[] {
  return spans.map(({ lower, upper, patient }, i) => ({
    from: Math.log(lower),
    to: Math.log(upper),
    centered: Float64Array.from(covariates, ({ centered }) => centered[i]!),
    patient,
  }));
}

const term: LogTerm = { value: 0, byPlace: 0, byShape: 0 };
const span: SpanTerm = { value: 0, byFrom: 0, byTo: 0, byShape: 0 };

/**
 * Fills in ln of one course's likelihood, with its derivatives by y = ln(T/median) and the working shape: the density of
 * an exact time, the survival up to the last visit, or the probability of the span.
 */
function courseTerm(law: RelapseLaw, { from, to }: TimedCourse, place: number, out: LogTerm): void {
  if (from === to) {
    law.logDensity(to - place, out);
    out.value -= to;
  } else if (to === Infinity) {
    // Without any time behind it, a course that goes on says nothing.
    if (from === -Infinity) out.value = out.byPlace = out.byShape = 0;
    else law.logSurvival(from - place, out);
  } else {
    law.logProbability(from - place, to - place, span);
    out.value = span.value;
    out.byPlace = span.byFrom + span.byTo;
    out.byShape = span.byShape;
  }
}

/**
 * Compiles the log-likelihood of independent courses under any censoring.
 *
 * @see Kalbfleisch & Prentice (2002), The Statistical Analysis of Failure Time Data, 2nd ed., section 3.2; for spans,
 * Sun (2006), The Statistical Analysis of Interval-censored Failure Time Data, equation 2.1.
 */
export function relapseLikelihood({ model, parameters, courses }: RelapseSample): LogLikelihood {
  const { shape } = parameters;
  return (theta, gradient) => {
    const law = model.law(shape === null ? 0 : theta[shape]!, gradient !== undefined);
    let total = 0;
    for (const course of courses) {
      courseTerm(law, course, placeAt(parameters, theta, course.centered), term);
      total += term.value;
      if (!gradient) continue;
      addByPlace(parameters, -term.byPlace, course.centered, gradient);
      if (shape !== null) gradient[shape]! += term.byShape;
    }
    return total;
  };
}
