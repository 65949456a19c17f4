import { readFileSync } from "node:fs";
import { fitResponse } from "../../dist/index.js";
import { flatPriors, informedPriors, leastSquaresErrors } from "../../dist/response/index.js";

// How long one fit takes with every profile interval, after warm-up. Printed, never asserted.
const file = new URL("../reference/curves-and-survival.json", import.meta.url);
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

function medianMilliseconds(task) {
  for (let i = 0; i < 20; i++) task();
  const times = Array.from({ length: 51 }, () => {
    const start = performance.now();
    task();
    return performance.now() - start;
  });
  return times.sort((a, b) => a - b)[25];
}

console.log("one fit with all profile intervals, median of 51 warm runs");
for (const { id, inputs } of entries) {
  const patient = patientOf(inputs);
  const name = id.replace("resp_MAP_", "").padEnd(24);
  const sizes = `${patient.scores.length} scores, ${patient.courses.length} courses`.padEnd(22);
  const figures = [
    ["default", {}],
    ["informed", { priors: informedPriors }],
  ].map(
    ([set, options]) => `${set} ${medianMilliseconds(() => fitResponse(patient, options)).toFixed(1)} ms`,
  );
  console.log(`${name}${sizes}${figures.join(", ")}`);
}
const fifteen = patientOf(entries.find(({ id }) => id === "resp_MAP_synth15").inputs);
const leastSquares = medianMilliseconds(() =>
  fitResponse(fifteen, { errors: leastSquaresErrors, priors: flatPriors }),
);
console.log(`${"least squares, synth15".padEnd(46)}${leastSquares.toFixed(1)} ms`);
