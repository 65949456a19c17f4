import { readPatients } from "../../dist/index.js";

// SYNTHETIC data for the hard cases: nobody's, and the same every time.

/** A name of 200 characters. */
export const LONG_NAME =
  "a name that somebody once pasted from a letter together with the diagnosis and the address, "
    .repeat(3)
    .slice(0, 200);

/** Scores of one patient as rows of `day,score,dose`. */
export function patientOf(name, rows, options = {}) {
  const text = rows.map((row) => [...row, "", ""].slice(0, 3).join(",")).join("\n");
  return readPatients(`day,score,dose_g_per_kg\n${text}\n`, { patient: name, ...options })[0];
}

const relief = (days) => 0.8 / (1 + Math.exp((4.39 / 60) * (days - 75)));
const inSteps = (score) => Math.max(0, Math.min(10, Math.round(score)));

/** A diary of 60 scores around one course. */
export const sixtyScores = patientOf(
  "60 scores",
  Array.from({ length: 60 }, (_, i) => {
    const day = 3 * i - 12;
    const wave = 1.1 * Math.sin(12.9898 * i);
    const score = inSteps(9 * (1 - (day <= 0 ? 0 : (1 - 2 ** (-day / 4)) * relief(day))) + wave);
    return day === 0 ? [day, score, 2] : [day, score];
  }),
);

/** Twelve monthly courses, three scores each. */
export const twelveCourses = patientOf(
  "12 courses",
  Array.from({ length: 12 }, (_, i) => [
    [30 * i, 8 - (i % 3), i % 4 === 1 ? 0.4 : 2],
    [30 * i + 9, 3 + (i % 2)],
    [30 * i + 20, 4 + (i % 3)],
  ]).flat(),
);
