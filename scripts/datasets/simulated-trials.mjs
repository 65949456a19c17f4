import { csv } from "./csv.mjs";
import { PARAMETERS } from "./simulated.mjs";

const COLUMNS = ["patient", "block", "period", "treatment", "day", "score"];

const camelCase = (id) => id.replace(/-(\w)/g, (_, letter) => letter.toUpperCase());
const capitalized = (name) => name[0].toUpperCase() + name.slice(1);

/** Draws the order of treatments by the design, and the scores by one response curve for each period's treatment. */
function trialOf({ design, seed, truth }, { simulatePatient, scheduleTrial, trialDesigns }) {
  const { name, settings, ...days } = design;
  const { patient, treatments, daysOfPeriod, ...rest } = truth;
  const method = trialDesigns.find((one) => one.name === name);
  const { periods } = scheduleTrial(method.design(settings), { ...days, patients: [patient] });
  const courses = periods.map(({ treatment, firstDay }) => {
    const { doseGPerKg, parameters } = treatments[treatment];
    return { day: firstDay, doseGPerKg, parameters: PARAMETERS.map((one) => parameters[one]) };
  });
  const planned = periods.flatMap((period) =>
    daysOfPeriod.map((day) => ({ period, day: period.firstDay + day })),
  );
  const { scores } = simulatePatient(
    { ...rest, patient, courses, days: planned.map(({ day }) => day) },
    { seed },
  );
  return {
    patient,
    treatments: [...new Set(periods.map(({ treatment }) => treatment))],
    scores: planned.map(({ period, day }, i) => ({
      treatment: period.treatment,
      score: scores[i].lower,
      period: period.period,
      block: period.block,
      day,
      row: i + 2,
    })),
  };
}

function describe({ id, title, design, seed, truth }) {
  const cells = [
    `\`${id}.csv\``,
    title,
    `${design.periodDays} days`,
    truth.daysOfPeriod.join(", "),
    design.seed,
    seed,
    truth.baseline,
    truth.residualSd,
  ];
  return `| ${cells.join(" | ")} |`;
}

function describeCurve([treatment, { parameters }]) {
  const [relief, onset, t50, wearOff] = PARAMETERS.map((name) => parameters[name]);
  return `${treatment}: R ${relief}, h ${onset}, T50 ${t50}, D ${wearOff}`;
}

/** Made-up trials whose truth is known. */
export function simulatedTrials({ simulatedTrials: seeds }, methods) {
  const trials = seeds.map((seed) => ({ ...seed, trial: trialOf(seed, methods) }));
  const table = [
    "| file | scenario | periods | days of scores in a period | seed of the order | seed of the scores | B | σ |",
    "| --- | --- | --- | --- | --- | --- | --- | --- |",
    ...seeds.map(describe),
  ];
  return {
    name: "simulated-trials",
    title: "SYNTHETIC N-of-1 trials, saline against immunoglobulin, whose truth is known",
    kind: "trials",
    synthetic: true,
    citation: "nof1, made by its own generator; nobody's data",
    licence: "MIT, as the package",
    seeds: seeds.map(({ id }) => `seeds/simulated/trials/${id}.json`),
    about: [
      "**SYNTHETIC.** No row is from a patient; the name of each patient begins with `simulated`.",
      `Randomized pairs, their orders drawn by \`scheduleTrial\`. Each period begins with an infusion on its first day, whose response goes on through later periods: score = B · Π (1 − r(t − infusion)) + N(0, σ²), rounded to whole numbers and kept within 0–10, with r(t) = R · (1 − 2^(−t/h)) / (1 + exp(k · (t − T50))), k = ln 81 / D; days. ${Object.entries(seeds[0].truth.treatments).map(describeCurve).join("; ")}. After 135 days (T50 + D/2) 90 % of the relief of immunoglobulin is lost. Seeds are numbered in a row: none was chosen for what it gave.`,
      table.join("\n"),
      "With periods of 28 days, relief of one period is still there in the next, whatever is given there: the difference between the treatments comes out far smaller than what immunoglobulin does. Nothing in such a file shows this by itself; a fitted response does (`nof1 trial … --curve`).",
    ],
    files: trials.map(({ id, trial }) => ({
      name: `${id}.csv`,
      text: csv(
        COLUMNS,
        trial.scores.map((score) => ({ ...score, patient: trial.patient })),
      ),
      columns: COLUMNS,
      kind: "trials",
    })),
    inferred: [],
    notUsed: [],
    notes: [],
    patients: [],
    trials: trials.map(({ id, title, trial }) => ({
      name: `simulated${capitalized(camelCase(id))}`,
      title: `SYNTHETIC: ${title}`,
      value: trial,
    })),
  };
}
