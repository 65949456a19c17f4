import type { CohortCurve, CohortPatient, CohortResult, Estimate } from "../../schema/index.ts";
import { findEstimate } from "../estimate-rows.ts";
import { plainText, truncateText } from "../plain-text.ts";

/** A row of the typical patient; those of a course have the number 1 or none. */
export function typicalRow({ estimates }: CohortResult, parameter: string): Estimate | undefined {
  return findEstimate(estimates, parameter) ?? findEstimate(estimates, parameter, 1);
}

/** A row of the next patient. */
export function nextRow({ nextPatient }: CohortResult, parameter: string): Estimate | undefined {
  return findEstimate(nextPatient.estimates, parameter);
}

/** The probability of an event of the next patient; null where it was not computed. */
export function nextProbability({ nextPatient }: CohortResult, event: string): number | null {
  return nextPatient.probabilities.find((one) => one.event === event)?.probability ?? null;
}

const LONGEST_NAME = 40;

/** One course of one patient, by the others' help and alone. */
export interface PatientCourse {
  patient: CohortPatient;
  /** "anna", or "anna, course 2" where there are several. */
  name: string;
  /** What the name ends with where there are several courses, else empty. */
  ending: string;
  course: number;
  shrunken(parameter: string): Estimate | undefined;
  raw(parameter: string): Estimate | undefined;
}

const rowIn =
  (curve: CohortCurve | null, course: number) =>
  (parameter: string): Estimate | undefined =>
    curve === null
      ? undefined
      : (findEstimate(curve.estimates, parameter, course) ?? findEstimate(curve.estimates, parameter));

/** A patient's name, cut to what fits a line. */
export function shortName({ patient }: { patient: string }): string {
  return truncateText(plainText(patient), LONGEST_NAME);
}

/** Every course of every patient, in the order of the result. */
export function patientCourses({ patients }: CohortResult): PatientCourse[] {
  return patients.flatMap((patient) =>
    patient.courses.map(({ course }) => {
      const ending = patient.courses.length > 1 ? `, course ${course}` : "";
      return {
        patient,
        course,
        name: `${shortName(patient)}${ending}`,
        ending,
        shrunken: rowIn(patient.shrunken, course),
        raw: rowIn(patient.raw, course),
      };
    }),
  );
}

/** A standard deviation between patients with what is said of it. */
export interface BetweenPatients {
  /** Name of the parameter that varies, such as `relief`. */
  parameter: string;
  /** Such as "relief (asymptote R)". */
  label: string;
  spread: Estimate;
  share: Estimate | undefined;
  /** Scale of its half-normal prior; null where it is not told. */
  priorScale: number | null;
}

const PREFIX = "spread";

function lowerFirst(text: string, like: readonly string[]): string {
  const lowered = `${text.charAt(0).toLowerCase()}${text.slice(1)}`;
  return like.find((name) => name === text) ?? like.find((name) => name === lowered) ?? lowered;
}

/** Every standard deviation between patients, in the order of the result. */
export function betweenPatients({ estimates, priors }: CohortResult): BetweenPatients[] {
  const names = priors.spreads.map(({ parameter }) => parameter.split(" ").at(-1)!);
  return estimates
    .filter(({ parameter }) => parameter.startsWith(PREFIX))
    .map((spread) => {
      const capitalized = spread.parameter.slice(PREFIX.length);
      const parameter = lowerFirst(capitalized, names);
      const index = names.indexOf(parameter);
      return {
        parameter,
        label: spread.label.replace(/^.*: (?:logit|log|identity) of /u, ""),
        spread,
        share: findEstimate(estimates, `varianceShare${capitalized}`),
        priorScale: priors.spreads[index]?.scale ?? null,
      };
    });
}
