import type { CohortResult, Estimate } from "../../../schema/index.ts";
import { nextRow, type PatientCourse, typicalRow } from "../../cohort/cohort-rows.ts";
import { inCell } from "../../cohort/cohort-words.ts";
import { formatEstimate } from "../../format-number.ts";
import { plainText } from "../../plain-text.ts";

/** An estimate with its limits; open where an end does not exist. */
export interface Limits {
  estimate: number | null;
  lower: number | null;
  upper: number | null;
  isOpen: boolean;
}

/** One line: a patient with and without the others, the typical patient, or the next one. */
export interface CaterpillarRow {
  label: string;
  /** Behind the label, however much of that fits. */
  ending: string;
  tone: "patient" | "typical" | "next";
  main: Limits | null;
  alone: Limits | null;
  numbers: string;
}

/** Without its unit, which stands at the axis. */
function bareNumbers(row: Estimate): string {
  const text = row.estimate === null ? formatEstimate(row) : inCell(row);
  return text.replace(/ (?:%|days?)(?=\s|\)|$)/gu, "");
}

/** What has no estimate has nothing to draw. */
function limitsOf(row: Estimate | undefined): Limits | null {
  if (!row || row.estimate === null) return null;
  const { estimate, lower, upper, bound } = row;
  return { estimate, lower, upper, isOpen: bound !== "closed" };
}

/** The lines of one quantity, the courses in the order that is given. */
export function caterpillarRows(
  result: CohortResult,
  courses: readonly PatientCourse[],
  parameter: string,
): CaterpillarRow[] {
  const line = (
    [label, ending]: readonly [string, string],
    tone: CaterpillarRow["tone"],
    row: Estimate | undefined,
    alone?: Estimate,
  ): CaterpillarRow => ({
    label,
    ending,
    tone,
    main: limitsOf(row),
    alone: limitsOf(alone),
    numbers: row ? bareNumbers(row) : "",
  });
  return [
    ...courses.map(({ patient, ending, shrunken, raw }) =>
      line([plainText(patient.patient), ending], "patient", shrunken(parameter), raw(parameter)),
    ),
    line(["Typical patient", ""], "typical", typicalRow(result, parameter)),
    ...(result.nextPatient.estimates.length > 0
      ? [line(["Next patient", ""], "next", nextRow(result, parameter))]
      : []),
  ];
}
