import type { LogTerm, RelapseLaw } from "../models/relapse-model.ts";
import { frailtyIntegral, type PatientHazards } from "./frailty-integral.ts";
import type { LogLikelihood, RelapseSample, TimedCourse } from "./relapse-likelihood.ts";
import { addByPlace, placeAt, type RelapseParameters } from "./relapse-parameters.ts";

/** One course's hazards: cumulative ones at the ends of its span, and ln of the hazard itself at an exact time. */
interface CourseHazards {
  from: LogTerm;
  to: LogTerm | null;
  rate: LogTerm | null;
}

const emptyTerm = (): LogTerm => ({ value: 0, byPlace: 0, byShape: 0 });

/** Λ(y) = −ln S(y), 0 at −∞. */
function cumulative(law: RelapseLaw, y: number): LogTerm {
  const out = emptyTerm();
  if (y === -Infinity) return out;
  law.logSurvival(y, out);
  return { value: -out.value, byPlace: -out.byPlace, byShape: -out.byShape };
}

function hazardsOf(law: RelapseLaw, { from, to }: TimedCourse, place: number): CourseHazards {
  const start = cumulative(law, from - place);
  if (to === Infinity) return { from: start, to: null, rate: null };
  if (from < to) return { from: start, to: cumulative(law, to - place), rate: null };
  const density = emptyTerm();
  law.logDensity(to - place, density);
  return {
    from: start,
    to: null,
    rate: {
      value: density.value + start.value - to,
      byPlace: density.byPlace + start.byPlace,
      byShape: density.byShape + start.byShape,
    },
  };
}

/** Adds share × the derivatives of a term. */
function addTerm(
  parameters: RelapseParameters,
  course: TimedCourse,
  { byPlace, byShape }: LogTerm,
  share: number,
  gradient: Float64Array,
): void {
  addByPlace(parameters, -share * byPlace, course.centered, gradient);
  if (parameters.shape !== null) gradient[parameters.shape]! += share * byShape;
}

/** The courses of each patient. */
function byPatient(courses: readonly TimedCourse[]): TimedCourse[][] {
  const patients: TimedCourse[][] = [];
  for (const course of courses) {
    const own = patients[course.patient] ?? [];
    own.push(course);
    patients[course.patient] = own;
  }
  return patients;
}

/**
 * Compiles the log-likelihood of courses whose hazards share a gamma frailty by patient: S(t | z) = S(t)^z with z of mean
 * 1 and variance θ.
 *
 * @see Hougaard (2000), Analysis of Multivariate Survival Data, section 7.2; `frailtyIntegral` for the integral over z.
 */
export function frailtyLikelihood({ model, parameters, courses }: RelapseSample): LogLikelihood {
  const { shape, frailty } = parameters;
  const patients = byPatient(courses);
  return (theta, gradient) => {
    const law = model.law(shape === null ? 0 : theta[shape]!, gradient !== undefined);
    const variance = Math.exp(theta[frailty!]!);
    let total = 0;
    for (const own of patients) {
      const hazards = own.map((course) =>
        hazardsOf(law, course, placeAt(parameters, theta, course.centered)),
      );
      const patient: PatientHazards = {
        from: hazards.map(({ from }) => from.value),
        to: hazards.map(({ to }) => to?.value ?? null),
        nExact: hazards.filter(({ rate }) => rate).length,
      };
      const integral = frailtyIntegral(patient, variance);
      total += integral.value;
      for (const { rate } of hazards) total += rate?.value ?? 0;
      if (!gradient) continue;
      gradient[frailty!]! += integral.byLogVariance;
      hazards.forEach(({ from, to, rate }, j) => {
        addTerm(parameters, own[j]!, from, integral.byFrom[j]!, gradient);
        if (to) addTerm(parameters, own[j]!, to, integral.byTo[j]!, gradient);
        if (rate) addTerm(parameters, own[j]!, rate, 1, gradient);
      });
    }
    return total;
  };
}
