import { drawCohortChain, fitCohort, hamiltonian } from "../../../dist/cohort/index.js";
import { wald } from "../../../dist/inference/index.js";
import { medianMilliseconds } from "../measure.mjs";
import { runPeer } from "../peer.mjs";

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

const chains = { chains: 4, warmup: 1000, draws: 1000, targetAcceptance: 0.9 };
const seeds = [1, 2, 3, 4, 5];

/** Median seconds of processor time over seeds, since trajectories differ in length. */
function medianSeconds(task) {
  task(0);
  const times = seeds.map((seed) => {
    const start = process.cpuUsage();
    task(seed);
    const { user, system } = process.cpuUsage(start);
    return (user + system) / 1e6;
  });
  return times.sort((a, b) => a - b)[seeds.length >> 1];
}

/** The same patients and settings as Stan's model reads them. */
function stanTask() {
  const rows = scores.flatMap((own, i) => own.map(([day, score]) => ({ patient: i + 1, day, score })));
  return {
    ...chains,
    seeds,
    parameters: ["mean_logit_relief", "log_onset", "mean_log_half_lost", "log_duration", "log_sd"],
    data: {
      n: rows.length,
      n_patients: scores.length,
      patient: rows.map(({ patient }) => patient),
      t: rows.map(({ day }) => day),
      score_from: rows.map(({ score }) => score - 0.5),
      score_to: rows.map(({ score }) => score + 0.5),
      baseline_mean: scores.map(([[, first]]) => first),
    },
  };
}

/** Stan's row: its time, and how far its means of the five parameters that all patients share are from ours. */
function stanRow({ absent, answers }, ours, seconds) {
  if (absent) return [`the same chains by Stan: ${absent}`, ""];
  const apart = Math.max(
    ...answers.means.map((mean, k) => Math.abs(mean - ours[k]) / answers.standardDeviations[k]),
  );
  const ratio = digits(answers.seconds / seconds);
  return [
    `the same chains by Stan; means at most ${digits(apart)} posterior standard deviations apart`,
    `${digits(answers.seconds)} s (${ratio} ×)`,
  ];
}

/** The section of docs/performance.md. */
export function section() {
  const rows = [
    ["limits from the curvature", { interval: wald }, 5],
    ["profile limits", {}, 3],
    ["profile limits, with a summary of five more", { summaries: [summary] }, 3],
  ].map(([label, options, samples]) => [
    label,
    `${digits(medianMilliseconds(() => fitCohort(patients, options), samples) / 1000)} s`,
  ]);
  const approximation = hamiltonian(chains);
  let last;
  const whole = medianSeconds((seed) => {
    last = fitCohort(patients, { approximation, seed });
  });
  const drawn = medianSeconds((seed) => {
    for (let i = 0; i < chains.chains; i++) drawCohortChain(patients, { approximation, seed }, i);
  });
  const stan = runPeer("Rscript", "cohort.R", stanTask());
  return {
    title: "Six patients at once",
    versions: stan.absent ? [] : [stan.versions],
    text: "31 scores: the whole answer, with each patient's curve alone, the next patient and the two-stage pools; chains one after the other, in seconds of processor time, not counting the minute or more that Stan takes to compile its model.",
    head: ["by", "time"],
    rows: [
      ...rows,
      ["full posterior, 4 chains of 1,000 draws after as many of warm-up", `${digits(whole)} s`],
      ["its chains alone", `${digits(drawn)} s`],
      stanRow(stan, last.covariance.mode, drawn),
    ],
  };
}
