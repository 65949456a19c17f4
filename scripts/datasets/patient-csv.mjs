import { csv } from "./csv.mjs";

const COLUMNS = [
  "patient",
  "day",
  "day_earliest",
  "day_latest",
  "days_after_course",
  "score",
  "dose_g_per_kg",
  "course",
  "note",
];

const days = ({ day, dayEarliest, dayLatest, note }) => ({
  day,
  day_earliest: dayEarliest,
  day_latest: dayLatest,
  note,
});

const scoreRow = (score) => ({
  ...days(score),
  days_after_course: score.daysAfterCourse,
  score: score.lower === score.upper ? score.lower : `${score.lower}-${score.upper}`,
});

const courseRow = (course) => ({ ...days(course), course: "yes", dose_g_per_kg: course.doseGPerKg });

/** A score right before a course of the very same day shares its row. */
function shareRow(score, course) {
  const same = ["day", "dayEarliest", "dayLatest", "note"].every((key) => score[key] === course[key]);
  return same && score.daysAfterCourse === null;
}

function rowsOf({ scores, courses }) {
  const rows = [];
  for (let k = 0; k <= courses.length; k++) {
    const before = scores.filter(({ coursesBefore }) => coursesBefore === k);
    const shared = k < courses.length && before.length > 0 && shareRow(before.at(-1), courses[k]);
    rows.push(...before.map(scoreRow));
    if (k === courses.length) break;
    rows.push(shared ? { ...rows.pop(), ...courseRow(courses[k]) } : courseRow(courses[k]));
  }
  return rows;
}

/**
 * A file of one patient, in the order of the patient's scores and courses.
 *
 * Columns that no row needs are left out: `course` where every dose is known, and `patient` unless `named`.
 *
 * @returns {{ text: string, columns: string[] }}
 */
export function patientCsv(patient, { named }) {
  const dosesKnown = patient.courses.every(({ doseGPerKg }) => doseGPerKg !== null);
  const rows = rowsOf(patient).map((row) => ({
    ...row,
    patient: named ? patient.patient : null,
    course: dosesKnown ? null : row.course,
  }));
  const columns = COLUMNS.filter((column) => rows.some((row) => (row[column] ?? null) !== null));
  return { text: csv(columns, rows), columns };
}
