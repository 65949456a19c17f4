import { readFileSync } from "node:fs";
import { fitResponse } from "../../../dist/index.js";
import { profile } from "../../../dist/inference/index.js";
import {
  defaultPriors,
  flatPriors,
  informedPriors,
  leastSquaresErrors,
} from "../../../dist/response/index.js";
import { medianMilliseconds } from "../measure.mjs";

const file = new URL("../../reference/curves-and-survival.json", import.meta.url);
const entries = JSON.parse(readFileSync(file, "utf8")).entries.filter(({ id }) => /^resp_MAP_/.test(id));

function patientOf({ t, y, course_start: courses = [0] }) {
  const known = { dayEarliest: null, dayLatest: null };
  return {
    patient: "SYNTHETIC",
    timeUnit: "day",
    origin: null,
    scale: { minimum: 0, maximum: 10, step: 1 },
    scores: t.map((day, i) => ({
      ...known,
      day,
      daysAfterCourse: null,
      coursesBefore: courses.filter((course) => course < day).length,
      lower: y[i] ?? 6,
      upper: y[i] ?? 8,
      rescue: false,
      note: null,
    })),
    courses: courses.map((day) => ({ ...known, day, doseGPerKg: null, note: null })),
  };
}

const fifteen = entries.find(({ id }) => id === "resp_MAP_synth15").inputs;
const kept = [0, 1, 2, 3, 5, 6, 7, 8, 10, 11, 12, 14];
const twelve = { t: kept.map((i) => fifteen.t[i]), y: kept.map((i) => fifteen.y[i]) };
const leastSquares = { errors: leastSquaresErrors, priors: flatPriors };

const fits = [
  ["least squares, 12 scores", twelve, leastSquares],
  ["least squares, 15 scores", fifteen, leastSquares],
  ...entries.flatMap(({ id, inputs }) =>
    [defaultPriors, informedPriors].map((priors) => [
      `\`${id.replace("resp_MAP_", "")}\`, ${priors.name} priors`,
      inputs,
      { priors },
    ]),
  ),
];

/** The section of docs/performance.md. */
export function section() {
  const rows = fits.map(([label, inputs, options]) => {
    const patient = patientOf(inputs);
    const task = () => fitResponse(patient, { ...options, interval: profile });
    const time = medianMilliseconds(task, 15);
    return [label, patient.scores.length, patient.courses.length, `${time.toFixed(1)} ms`];
  });
  return {
    title: "`fitResponse` with all profile intervals",
    versions: [],
    text: "One patient from scores to the whole result: the search of the mode from several starts, every parameter and\nderived quantity with its limits, the fitted curve with its band, and the fit without an effect.",
    head: ["fit", "scores", "courses", "time"],
    rows,
  };
}
