import { fitCohort, hamiltonian } from "../../../dist/cohort/index.js";
import { wald } from "../../../dist/inference/index.js";
import { medianMilliseconds } from "../measure.mjs";

const digits = (value) => String(Number(value.toPrecision(2)));
const scores = [
  [
    [0, 9],
    [10, 3],
    [60, 3],
    [120, 7],
  ],
  [
    [0, 8],
    [5, 5],
    [20, 4],
    [70, 4],
    [130, 8],
  ],
  [
    [0, 8],
    [14, 4],
    [45, 3],
    [90, 4],
    [110, 6],
    [150, 9],
  ],
  [
    [-3, 7],
    [7, 4],
    [80, 4],
    [100, 6],
  ],
  [
    [0, 7],
    [3, 6],
    [10, 4],
    [28, 2],
    [60, 3],
    [90, 5],
    [120, 6],
  ],
  [
    [0, 9],
    [21, 6],
    [75, 7],
    [140, 8],
    [170, 9],
  ],
];
const known = { dayEarliest: null, dayLatest: null, note: null };
const patients = scores.map((own, i) => ({
  patient: `${i + 1}`,
  timeUnit: "day",
  origin: null,
  scale: { minimum: 0, maximum: 10, step: 1 },
  scores: own.map(([day, score]) => ({
    ...known,
    day,
    daysAfterCourse: null,
    coursesBefore: Number(day > 0),
    lower: score,
    upper: score,
    rescue: false,
  })),
  courses: [{ ...known, day: 0, doseGPerKg: 2 }],
}));
const summary = {
  source: "five patients",
  n: 5,
  meanRelief: { value: 0.734, step: 0.001, fromDay: 2, toDay: 14 },
  duration: { minimum: 61, maximum: 183, step: 30.4 },
};

/** The section of docs/performance.md. */
export function section() {
  const rows = [
    ["limits from the curvature", { interval: wald }, 5],
    ["profile limits", {}, 3],
    ["profile limits, with a summary of five more", { summaries: [summary] }, 3],
    ["full posterior, 4 chains of 1,000 draws", { approximation: hamiltonian() }, 3],
  ].map(([label, options, samples]) => [
    label,
    `${digits(medianMilliseconds(() => fitCohort(patients, options), samples) / 1000)} s`,
  ]);
  return {
    title: "Six patients at once",
    versions: [],
    text: "31 scores: the whole answer, with each patient's curve alone, the next patient and the two-stage pools.",
    head: ["by", "time"],
    rows,
  };
}
