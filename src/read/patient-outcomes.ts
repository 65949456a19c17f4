import type { Report } from "./collect-issues.ts";
import { describeFound } from "./describe-found.ts";
import type { PatientRow } from "./patient-columns.ts";
import type { PatientEvent } from "./read-patient-event.ts";

/** The rows of one outcome of a patient; null where the patient has none by name. */
export interface OutcomeEvents {
  outcome: string | null;
  events: PatientEvent[];
}

/**
 * Notes scores without an outcome in a file that names outcomes, and names that differ in capitals only.
 *
 * @param rows All rows of the file.
 * @param report Takes every problem.
 */
export function checkOutcomeNames(rows: readonly PatientRow[], report: Report): void {
  const named = rows.find(({ cells }) => cells.outcome !== null);
  if (named === undefined) return;
  const spellings = new Map<string, { outcome: string; row: number }>();
  for (const { row, cells, broken } of rows) {
    const { outcome, score } = cells;
    if (outcome === null) {
      if (score === null || broken.has("outcome")) continue;
      const found = `got none here but ${describeFound(named.cells.outcome)} in row ${named.row}`;
      report(`outcome must be given for every score or for none, ${found}`, row, "outcome");
      continue;
    }
    const first = spellings.get(outcome.toLowerCase()) ?? { outcome, row };
    spellings.set(outcome.toLowerCase(), first);
    if (first.outcome === outcome) continue;
    const found = `got ${describeFound(outcome)} here and ${describeFound(first.outcome)} in row ${first.row}`;
    report(`an outcome must be written alike in every row, ${found}`, row, "outcome");
  }
}

/** Tells the courses of one day apart from others, by the count of their own outcome. */
function courseNames(events: readonly PatientEvent[]): Map<PatientEvent, string> {
  const seen = new Map<string, number>();
  const names = new Map<PatientEvent, string>();
  for (const event of events) {
    if (event.course === "no") continue;
    const { day, earliest, latest } = event.when;
    const when = day === null ? `${earliest} to ${latest}` : `${day}`;
    const count = (seen.get(`${event.outcome} ${when}`) ?? 0) + 1;
    seen.set(`${event.outcome} ${when}`, count);
    names.set(event, `${when}, ${count}`);
  }
  return names;
}

/** A row of another outcome, of which only the course counts. */
function courseOnly(event: PatientEvent): PatientEvent {
  return { ...event, score: null, missed: false, daysAfterCourse: null, rescue: false };
}

/**
 * Parts the rows of a patient by outcome.
 *
 * Courses are the patient's, whichever outcome their row names: each outcome has all of them, and a course that is told
 * in the rows of several outcomes once. Rows without an outcome belong to every one.
 *
 * @param events The patient's rows.
 * @returns The rows of each outcome in the order of the file, outcomes in the order of their first rows.
 */
export function patientOutcomes(events: readonly PatientEvent[]): OutcomeEvents[] {
  const outcomes = new Set(events.map(({ outcome }) => outcome).filter((outcome) => outcome !== null));
  if (outcomes.size === 0) return [{ outcome: null, events: [...events] }];
  const names = courseNames(events);
  const doses = new Map(
    events.map((event) => [event.doseGPerKg === null ? undefined : names.get(event), event.doseGPerKg]),
  );
  return [...outcomes].map((outcome) => {
    const isOwn = (event: PatientEvent): boolean => event.outcome === null || event.outcome === outcome;
    const told = new Set(events.filter(isOwn).map((event) => names.get(event)));
    const own = events.flatMap((event) => {
      const name = names.get(event);
      if (name === undefined) return isOwn(event) ? [event] : [];
      const course = { ...event, doseGPerKg: doses.get(name) ?? null };
      if (isOwn(event)) return [course];
      if (told.has(name)) return [];
      told.add(name);
      return [courseOnly(course)];
    });
    return { outcome, events: own };
  });
}
