import type { CohortResult, Estimate } from "../../schema/index.ts";
import { formatEstimate, formatValue } from "../format-number.ts";
import { type PatientCourse, patientCourses, shortName } from "./cohort-rows.ts";

interface Moved {
  name: string;
  alone: Estimate;
  together: Estimate;
  by: number;
}

function mostMoved(courses: readonly PatientCourse[], parameter: string): Moved | null {
  const moved = courses.flatMap(({ name, raw, shrunken }): Moved[] => {
    const [alone, together] = [raw(parameter), shrunken(parameter)];
    if (!alone || !together || alone.estimate === null || together.estimate === null) return [];
    return [{ name, alone, together, by: Math.abs(together.estimate - alone.estimate) }];
  });
  return moved.reduce<Moved | null>((most, one) => (most === null || one.by > most.by ? one : most), null);
}

/** Where the other patients change most, in sentences. */
export function shrinkageSentences(result: CohortResult): string[] {
  const courses = patientCourses(result);
  const sentences = [
    { parameter: "bestRelief", what: "Best relief" },
    { parameter: "relapseDay", what: "The relapse day" },
  ].flatMap(({ parameter, what }) => {
    const moved = mostMoved(courses, parameter);
    if (!moved) return [];
    const { name, alone, together } = moved;
    return [
      `${what} moves most in ${name}: ${formatEstimate(alone)} alone, ${formatEstimate(together)} with what the others tell.`,
    ];
  });
  const weak = result.patients.filter(({ weights }) => weights.some(({ weight }) => weight < 0.5));
  const borrowed = weak.map(({ patient, weights }) => {
    const least = weights.reduce((a, b) => (b.weight < a.weight ? b : a));
    return `${shortName({ patient })}: own scores count ${formatValue(least.weight, "fraction")} for ${least.parameter}, the others the rest.`;
  });
  return [...sentences, ...borrowed];
}
