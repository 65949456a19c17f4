/** A score is well up to this share of the mean score before course 1. */
export const WELL = 0.7;

function stateOf({ role, score }, limit) {
  if (role === "relapsed") return "relapsed";
  if (score.upper <= limit) return "well";
  return score.lower > limit ? "relapsed" : "unknown";
}

/** First and last day after the course that an entry can have been. */
function daysAfter(entry, course) {
  if (entry.daysAfterCourse?.course === course.course) return entry.daysAfterCourse;
  if (course.dayEarliest !== course.dayLatest)
    throw new Error(`"${entry.event}" needs days after its course`);
  return { earliest: entry.dayEarliest - course.day, latest: entry.dayLatest - course.day };
}

function rowOf(course, entries, limit) {
  const states = entries.map((entry) => stateOf(entry, limit));
  const relapsed = states.indexOf("relapsed");
  const seen = relapsed === -1 ? states : states.slice(0, relapsed);
  const well = seen.lastIndexOf("well");
  if (well === -1) return null;
  return {
    lower: daysAfter(entries[well], course).earliest,
    upper: relapsed === -1 ? null : daysAfter(entries[relapsed], course).latest,
  };
}

/**
 * The time to relapse after each course, as the widest interval that the bounds of the days allow.
 *
 * A course after which the patient was never known to be well has no row; no relapse until the next course, or the end,
 * leaves `upper` empty.
 */
export function relapseRows({ id, timeline }) {
  const entries = timeline.filter(({ role }) => role !== "context");
  const starts = entries.filter(({ role }) => role === "course").map((course) => entries.indexOf(course));
  const before = entries.slice(0, starts[0]).map(({ score }) => (score.lower + score.upper) / 2);
  const limit = (WELL * before.reduce((sum, score) => sum + score, 0)) / before.length;
  return starts.flatMap((start, k) => {
    const course = entries[start];
    const row = rowOf(course, entries.slice(start + 1, starts[k + 1]), limit);
    return row === null ? [] : [{ patient: id, course: course.course, ...row }];
  });
}
