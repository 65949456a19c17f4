import type { KnownDay, Patient, Score } from "../../schema/patient.ts";

/** First and last day something can have happened on. */
export interface DaySpan {
  earliest: number;
  latest: number;
}

/** A score after a course: its day counted from that course, and the score where lower is better. */
export interface Visit extends DaySpan {
  /** Index of the course, in the order of the days. */
  course: number;
  lower: number;
  upper: number;
  score: Score;
}

/** A patient's courses in the order of their days, and the scores sorted among them. */
export interface Visits {
  courses: DaySpan[];
  /** Before the first course, or on its day. */
  before: Score[];
  /** In the order of their days. */
  after: Visit[];
}

function spanOf({ day, dayEarliest, dayLatest }: KnownDay): DaySpan {
  return { earliest: day ?? dayEarliest!, latest: day ?? dayLatest! };
}

export function middleOf({ earliest, latest }: DaySpan): number {
  return 0.5 * (earliest + latest);
}

/** The span of a score's day; where it is known only from a course, that course's day counts. */
function scoreSpan(score: Score, courses: readonly DaySpan[]): DaySpan {
  const from = courses[score.coursesBefore - 1];
  if (score.day !== null || score.daysAfterCourse === null || !from) return spanOf(score);
  return {
    earliest: from.earliest + score.daysAfterCourse,
    latest: from.latest + score.daysAfterCourse,
  };
}

/**
 * Sorts a patient's scores among the courses: a score belongs to the last course before its day, and one taken on the day
 * of a course to the course before, since it is taken before the infusion.
 *
 * Where a day is given it is used, and its bounds elsewhere. A day counted from a course is exactly that far from it.
 */
export function sortVisits(patient: Patient): Visits {
  const inFileOrder = patient.courses.map(spanOf);
  const courses = [...inFileOrder].sort((a, b) => middleOf(a) - middleOf(b));
  const before: Score[] = [];
  const after: (Visit & { at: number })[] = [];
  for (const score of patient.scores) {
    const span = scoreSpan(score, inFileOrder);
    const at = middleOf(span);
    const course = courses.filter((start) => middleOf(start) < at).length - 1;
    if (course < 0) {
      before.push(score);
      continue;
    }
    const start = courses[course]!;
    const tied = score.day === null && inFileOrder[score.coursesBefore - 1] === start;
    const days = tied ? score.daysAfterCourse : null;
    after.push({
      course,
      earliest: days ?? Math.max(0, span.earliest - start.latest),
      latest: days ?? span.latest - start.earliest,
      lower: score.lower,
      upper: score.upper,
      score,
      at,
    });
  }
  after.sort((a, b) => a.at - b.at);
  return { courses, before, after: after.map(({ at: _, ...visit }) => visit) };
}
