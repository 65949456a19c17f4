import type { RelapseResult, RelapseRow } from "../../schema/index.ts";
import { nameWithOutcome } from "../patient-name.ts";

/** What a result is about. */
export type Named = Pick<RelapseResult, "observations" | "estimates" | "nPatients">;

/** The group of courses that a result is of; null where it is of all. */
export function groupOf({ estimates }: Pick<RelapseResult, "estimates">): string | null {
  return estimates[0]?.series ?? null;
}

/** The one patient whom every row names; null where there are several, or none is named. */
export function onlyPatient(rows: readonly Pick<RelapseRow, "patient">[]): string | null {
  const first = rows[0]?.patient;
  return first !== undefined && rows.every(({ patient }) => patient === first) ? first : null;
}

/** Whose relapses these are: the one patient's name, else `Time to relapse`, with the outcome where there is one. */
export function relapseName(results: readonly Named[]): { patient: string; outcome?: string } {
  const outcome = results[0]?.estimates[0]?.outcome;
  const patient = onlyPatient(results.flatMap(({ observations }) => observations)) ?? "Time to relapse";
  return { patient, ...(outcome !== undefined && { outcome }) };
}

/** The same as one text. */
export function relapseNameInWords(results: readonly Named[]): string {
  return nameWithOutcome(relapseName(results));
}

/** "A, course 1"; the number of the row where neither is named. */
export function courseName(
  { patient, course }: Pick<RelapseRow, "patient" | "course">,
  index: number,
  isOnePatient: boolean,
): string {
  const number = course === undefined ? [] : [`course ${course}`];
  const parts = [
    ...(patient === undefined || (isOnePatient && course !== undefined) ? [] : [patient]),
    ...number,
  ];
  return parts.length === 0 ? `row ${index + 1}` : parts.join(", ");
}
