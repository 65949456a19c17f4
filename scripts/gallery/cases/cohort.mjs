import {
  kizawa2006,
  simulatedEarly,
  simulatedNoisy,
  simulatedNone,
  simulatedSlow,
  simulatedTypical,
  simulatedWeak,
} from "../../../dist/datasets/index.js";
import { fitCohort } from "../../../dist/index.js";
import { wald } from "../../../dist/inference/index.js";
import { LONG_NAME, patientOf } from "../made-up.mjs";

/** SYNTHETIC patients with four scores each. */
const many = (n, name = (i) => `P${i + 1}`) =>
  Array.from({ length: n }, (_, i) =>
    patientOf(name(i), [
      [0, 8 + (i % 3), 2],
      [10 + (i % 5), 1 + (i % 5)],
      [60, 3 + (i % 4)],
      [110 + (i % 7) * 5, 6 + (i % 3)],
    ]),
  );
const six = [simulatedEarly, simulatedNoisy, simulatedNone, simulatedSlow, simulatedTypical, simulatedWeak];
const single = patientOf("1 score", [[0, 8, 2]]);
const cohorts = {
  "six simulated patients": () => fitCohort(six, { interval: wald }),
  "one with one score": () => fitCohort([simulatedTypical, single], { interval: wald }),
  "one with three courses": () =>
    fitCohort([kizawa2006, simulatedTypical, simulatedWeak], { interval: wald }),
  "twenty patients": () => fitCohort(many(20), { interval: wald }),
  "names of 200 characters": () =>
    fitCohort(
      many(3, (i) => `${i + 1} ${LONG_NAME}`),
      { interval: wald },
    ),
};

const made = new Map();
function cohort(name) {
  if (!made.has(name)) made.set(name, cohorts[name]());
  return made.get(name);
}

const notes = {
  "cohort-spaghetti": "SYNTHETIC: every patient's curve in one frame, with the typical one.",
  "cohort-curves": "SYNTHETIC: a small picture for each patient, alone and with what the others tell.",
  "cohort-caterpillar": "SYNTHETIC: each patient's quantities in order, alone and with what the others tell.",
  "cohort-heterogeneity": "SYNTHETIC: how much the patients differ.",
};

export const cohortCases = Object.entries(notes).flatMap(([chart, note]) =>
  Object.keys(cohorts).map((name, i) => ({
    chart,
    name,
    ...(i === 0 && {
      note,
      made: `nof1 cohort datasets/simulated/*.csv --interval wald --chart ${chart} --format png -o cohort.png`,
    }),
    result: () => cohort(name),
  })),
);
