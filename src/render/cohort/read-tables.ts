import type { CohortResult } from "../../schema/index.ts";
import type { WordTable } from "../comparison/comparison-tables.ts";
import { describeBounds, describeDay } from "../estimate-table.ts";
import { formatDose } from "../format-number.ts";

/** The scores and the courses of each patient as they were read. */
export function readTables({ patients }: CohortResult): WordTable[] {
  const courses = patients.filter((one) => one.courses.length > 0);
  return [
    {
      caption: "Scores, and the values that round to each.",
      head: ["Score on", "Score", "Stands for"],
      groups: patients.map(({ patient, observations }) => ({
        heading: patient,
        rows: observations.map((one) => [describeDay(one), one.score, describeBounds(one)]),
      })),
    },
    ...(courses.length === 0
      ? []
      : [
          {
            caption: "Courses, by their first infusion day.",
            head: ["Course", "Begun on", "Dose"],
            groups: courses.map(({ patient, courses: own }) => ({
              heading: patient,
              rows: own.map((one) => [`${one.course}`, describeDay(one), formatDose(one.doseGPerKg)]),
            })),
          },
        ]),
  ];
}
