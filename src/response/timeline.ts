import { InputError } from "../errors.ts";
import type { KnownDay, Patient } from "../schema/patient.ts";

/** A score or a course, with the days it can have had in the analysis at hand. */
export interface TimelineEvent {
  kind: "score" | "course";
  /** Index among the patient's scores, or among its courses in the order of their days. */
  index: number;
  earliest: number;
  latest: number;
  /** A score whose day is counted from a course. */
  tiedTo: { course: TimelineEvent; days: number } | null;
}

/** Everything that happened to one patient. */
export interface Timeline {
  /** In the order of the file. */
  events: TimelineEvent[];
  /** In the order of their days. */
  courses: TimelineEvent[];
  /** In the order of the file. */
  scores: TimelineEvent[];
  /** True where some day is averaged over. */
  averaged: boolean;
}

/** Whether some day is given both as a day and by bounds, so that averaging would change the analysis. */
export function hasNominalDays(patient: Patient): boolean {
  return [...patient.scores, ...patient.courses].some(
    (known) => known.day !== null && known.dayEarliest !== null && known.dayLatest !== known.dayEarliest,
  );
}

/**
 * Puts a patient's rows on one line of time.
 *
 * @param patient Scores and courses in the order of the file.
 * @param averageDays Take the bounds even where a day is given.
 * @throws {InputError} when a day has neither a value nor bounds, or known days contradict the order of unknown ones.
 */
export function layTimeline(patient: Patient, averageDays: boolean): Timeline {
  const courseEvents = patient.courses.map((course, index) =>
    knownEvent("course", index, course, averageDays, `courses[${index}]`),
  );
  const scoreEvents = patient.scores.map((score, index): TimelineEvent => {
    const course = courseEvents[score.coursesBefore - 1];
    const counted = score.daysAfterCourse !== null && course && (averageDays || score.day === null);
    if (!counted) return knownEvent("score", index, score, averageDays, `scores[${index}]`);
    const days = score.daysAfterCourse as number;
    return {
      kind: "score",
      index,
      earliest: Math.max(course.earliest + days, score.dayEarliest ?? -Infinity),
      latest: Math.min(course.latest + days, score.dayLatest ?? Infinity),
      tiedTo: { course, days },
    };
  });
  const events = mergeInFileOrder(patient, scoreEvents, courseEvents);
  narrowByKnownDays(events);
  const courses = [...courseEvents].sort((a, b) => a.earliest + a.latest - (b.earliest + b.latest));
  courses.forEach((course, index) => {
    course.index = index;
  });
  const first = firstPossibleStart(courses);
  for (const score of scoreEvents) {
    // Before every course there is no relief, so that the very day doesn't matter.
    if (score.tiedTo === null && score.latest <= first) score.earliest = score.latest;
  }
  const averaged = events.some((event) => event.latest > event.earliest);
  return { events, courses, scores: scoreEvents, averaged };
}

/** The first day on which any course can have started; −Infinity where there is none. */
export function firstPossibleStart(courses: readonly TimelineEvent[]): number {
  return courses.length === 0 ? -Infinity : Math.min(...courses.map(({ earliest }) => earliest));
}

function knownEvent(
  kind: TimelineEvent["kind"],
  index: number,
  known: KnownDay,
  averageDays: boolean,
  path: string,
): TimelineEvent {
  const byBounds =
    known.dayEarliest !== null && known.dayLatest !== null && (averageDays || known.day === null);
  const earliest = byBounds ? known.dayEarliest : known.day;
  const latest = byBounds ? known.dayLatest : known.day;
  if (earliest === null || latest === null || !(earliest <= latest)) {
    throw new InputError([{ path, message: "a day, or both of its bounds, is needed" }]);
  }
  return { kind, index, earliest, latest, tiedTo: null };
}

function mergeInFileOrder(
  patient: Patient,
  scores: TimelineEvent[],
  courses: TimelineEvent[],
): TimelineEvent[] {
  const events: TimelineEvent[] = [];
  let placed = 0;
  scores.forEach((score, i) => {
    const above = Math.min(patient.scores[i]!.coursesBefore, courses.length);
    for (; placed < above; placed++) events.push(courses[placed]!);
    events.push(score);
  });
  return [...events, ...courses.slice(placed)];
}

/** Cuts the bounds of every unknown day at the known days of the rows above and below it. */
function narrowByKnownDays(events: TimelineEvent[]): void {
  for (let j = 0; j < events.length; j++) {
    const event = events[j]!;
    if (event.tiedTo || event.latest === event.earliest) continue;
    for (let i = 0; i < events.length; i++) {
      const day = events[i]!.earliest;
      if (events[i]!.tiedTo || events[i]!.latest !== day || day <= event.earliest || day >= event.latest)
        continue;
      if (i < j) event.earliest = day;
      else event.latest = day;
    }
  }
}
