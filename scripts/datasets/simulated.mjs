import { patientCsv } from "./patient-csv.mjs";

/** Natural parameters of the plateau model, in its order. */
export const PARAMETERS = ["relief", "onsetHalfTime", "T50", "wearOffDuration"];

function patientOf({ id, seed, truth }, simulatePatient) {
  const courses = truth.courses.map(({ day, doseGPerKg, parameters }) => ({
    day,
    doseGPerKg,
    parameters: PARAMETERS.map((name) => parameters[name]),
  }));
  const patient = simulatePatient({ ...truth, courses }, { seed });
  const [first, ...others] = patient.scores;
  return { ...patient, scores: [{ ...first, note: `SYNTHETIC: ${id}, seed ${seed}` }, ...others] };
}

function describe({ id, title, seed, truth }) {
  const courses = truth.courses.map(({ day, doseGPerKg, parameters }) => {
    const [relief, onset, t50, wearOff] = PARAMETERS.map((name) => parameters[name]);
    return `day ${day}, ${doseGPerKg} g/kg: R ${relief}, h ${onset}, T50 ${t50}, D ${wearOff}`;
  });
  const cells = [`\`${id}.csv\``, title, seed, truth.baseline, truth.residualSd, courses.join("<br>")];
  return `| ${cells.join(" | ")} |`;
}

const camelCase = (id) => id.replace(/-(\w)/g, (_, letter) => letter.toUpperCase());
const capitalized = (name) => name[0].toUpperCase() + name.slice(1);

/** Made-up patients whose truth is known. */
export function simulated({ simulated: seeds }, { simulatePatient }) {
  const patients = seeds.map((seed) => ({ ...seed, patient: patientOf(seed, simulatePatient) }));
  const table = [
    "| file | scenario | seed | B | σ | courses |",
    "| --- | --- | --- | --- | --- | --- |",
    ...seeds.map(describe),
  ];
  return {
    name: "simulated",
    title: "SYNTHETIC patients whose true curves are known",
    kind: "patients",
    synthetic: true,
    citation: "nof1, made by its own generator; nobody's data",
    licence: "MIT, as the package",
    seeds: seeds.map(({ id }) => `seeds/simulated/${id}.json`),
    about: [
      "**SYNTHETIC.** No row is from a patient. The first row of each file says so under `note`.",
      "Score = B · Π (1 − r(t − course)) + N(0, σ²), rounded to whole numbers and kept within 0–10, with r(t) = R · (1 − 2^(−t/h)) / (1 + exp(k · (t − T50))), k = ln 81 / D; days. Seeds are numbered in a row: none was chosen for what it gave. A score on the day of a course is taken before the infusion.",
      table.join("\n"),
    ],
    files: patients.map(({ id, patient }) => ({
      name: `${id}.csv`,
      ...patientCsv(patient, { named: true }),
    })),
    inferred: [],
    notUsed: [],
    notes: [],
    patients: patients.map(({ id, title, patient }) => ({
      name: `simulated${capitalized(camelCase(id))}`,
      title: `SYNTHETIC: ${title}`,
      patient,
    })),
  };
}
