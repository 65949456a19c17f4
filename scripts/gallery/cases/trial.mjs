import { simulatedPairs28Days, simulatedPairs168Days } from "../../../dist/datasets/index.js";
import { analyzeTrial, trialPower } from "../../../dist/index.js";
import {
  ab,
  alternating,
  analyzeSeries,
  blindedSchedule,
  modelAnalysis,
  pairedT,
  randomizationAnalysis,
  randomizedBlocks,
  randomizedPairs,
  scheduleTrial,
  williams,
} from "../../../dist/trial/index.js";
import { LONG_NAME } from "../made-up.mjs";

/** SYNTHETIC trials: periods of a treatment, a block and scores one `step` of days apart. */
function trialOf(periods, step = 7, patient = "anna") {
  let day = 1 - step;
  const scores = periods.flatMap(([treatment, block, own], p) =>
    own.map((score) => {
      day += step;
      return { treatment, score, period: p + 1, block, day };
    }),
  );
  return { patient, treatments: [...new Set(periods.map(([treatment]) => treatment))], scores };
}

const pairs = (n, [reference, treatment] = ["saline", "IVIG"], patient = "anna", shift = 0) =>
  trialOf(
    Array.from({ length: n }, (_, pair) => {
      const one = [reference, pair + 1, [7, 8 - (pair % 2), 7.5]];
      const other = [treatment, pair + 1, [4 + (pair % 3) + shift, 3.5, 4]];
      return pair % 2 === 0 ? [one, other] : [other, one];
    }).flat(),
    7,
    patient,
  );
const long = [LONG_NAME, `IVIG ${LONG_NAME}`.slice(0, 200)];
const paired = { improvement: "decrease", design: randomizedPairs, threshold: 2 };
const sixty = Array.from({ length: 60 }, (_, i) => [
  i % 2 === 0 ? "saline" : "IVIG",
  null,
  [5 + ((i * 7) % 5) - (i % 2 === 0 ? 0 : 2)],
]);
const drawn = { improvement: "decrease", design: alternating, nDraws: 1999, maxAssignments: 4000, seed: 1 };
const blocks = [1, 2, 3].flatMap((b) => [
  ["saline", b, [7, 8]],
  ["IVIG", b, [3, 4]],
  ["gabapentin", b, [6, 5]],
]);
const SHIPPED = "nof1 trial datasets/simulated-trials/pairs-28-days.csv";
const trials = {
  "a simulated trial": () => analyzeTrial(simulatedPairs28Days, paired),
  "a year of pairs": () => analyzeTrial(simulatedPairs168Days, paired),
  "one pair": () => analyzeTrial(pairs(1), paired),
  "all scores equal": () =>
    analyzeTrial(trialOf([1, 2, 3, 4].flatMap((b) => ["saline", "IVIG"].map((t) => [t, b, [5, 5]]))), paired),
  "sixty scores": () => analyzeTrial(trialOf(sixty, 1), drawn),
  "three treatments": () =>
    analyzeTrial(trialOf(blocks, 4), { improvement: "decrease", design: randomizedBlocks }),
  "names of 200 characters": () => analyzeTrial(pairs(6, long, LONG_NAME), paired),
};

const made = new Map();
function trial(name) {
  if (!made.has(name)) made.set(name, trials[name]());
  return made.get(name);
}

function drawnTrials(chart, names, resultOf = (result) => result, flag = ` --chart ${chart}`) {
  return names.map((name, i) => ({
    chart,
    name,
    ...(i === 0 && {
      note: "SYNTHETIC: pairs of periods in random order.",
      made: `${SHIPPED} --design randomized-pairs --improvement decrease${flag} --format png -o ${chart}.png`,
    }),
    result: () => resultOf(trial(name)),
  }));
}

const schedules = {
  "four pairs": () =>
    scheduleTrial(randomizedPairs.design({ treatments: ["saline", "IVIG"], nPairs: 4 }), {
      seed: 3,
      periodDays: 28,
      washoutDays: 7,
      runInDays: 14,
    }),
  "six patients": () =>
    scheduleTrial(williams.design({ treatments: ["saline", "IVIG", "gabapentin"], nPatients: 6 }), {
      seed: 4,
      periodDays: 14,
      washoutDays: 7,
    }),
  "sixty days": () =>
    scheduleTrial(ab.design({ treatments: ["usual care", "IVIG"], nScores: 60, minimumLength: 5 }), {
      seed: 5,
      periodDays: 1,
    }),
  "names of 200 characters": () =>
    scheduleTrial(randomizedPairs.design({ treatments: [LONG_NAME, "IVIG"], nPairs: 4 }), {
      seed: 6,
      patients: [LONG_NAME],
    }),
};

function scheduleCases(chart, change) {
  return Object.entries(schedules).map(([name, schedule], i) => ({
    chart,
    name,
    ...(i === 0 && {
      note: "Who gets what when; the pharmacy's copy names the treatments, the others do not.",
      made: `nof1 design randomized-pairs --treatments saline IVIG --pairs 4 --seed 3 --format png -o ${chart}.png`,
    }),
    result: () => change(schedule()),
  }));
}

const powerOf = (options) => trialPower({ standardDeviation: 1.5, nReplicates: 100, seed: 1, ...options });
const designs = (...sizes) =>
  sizes.map((nPairs) => randomizedPairs.design({ treatments: ["placebo", "IVIG"], nPairs }));
const seriesOf = (n, name = (i) => `P${i + 1}`) =>
  analyzeSeries(
    Array.from({ length: n }, (_, i) => pairs(4, ["saline", "IVIG"], name(i), (i % 5) * 0.6)),
    { improvement: "decrease", threshold: 2 },
  );

export const trialCases = [
  ...drawnTrials("trial-timeline", Object.keys(trials), undefined, ""),
  ...drawnTrials("paired-dots", [
    "a simulated trial",
    "one pair",
    "all scores equal",
    "names of 200 characters",
  ]),
  ...drawnTrials(
    "randomization",
    ["a simulated trial", "one pair", "all scores equal", "sixty scores", "names of 200 characters"],
    ({ randomization }) => randomization,
  ),
  ...scheduleCases("trial-schedule", (schedule) => schedule),
  ...scheduleCases("blinded-schedule", blindedSchedule),
  {
    chart: "trial-power",
    name: "three sizes",
    note: "SYNTHETIC, 100 trials each: power by the number of pairs, and of the analysis.",
    made: "trialPower({ designs, effect: [2], standardDeviation: 1.5, phi: [0, 0.3], analyses, nReplicates: 100 })",
    result: () =>
      powerOf({
        designs: designs(4, 6, 8),
        effect: [2],
        phi: [0, 0.3],
        analyses: [randomizationAnalysis(), modelAnalysis(pairedT)],
      }),
  },
  { chart: "trial-power", name: "one size", result: () => powerOf({ designs: designs(6), effect: [2] }) },
  {
    chart: "trial-power",
    name: "twenty lines",
    result: () =>
      powerOf({
        designs: designs(3, 4),
        effect: [1, 2],
        trend: [-0.5, 0, 0.5, 1, 2],
        missing: [0, 0.1],
        analyses: [modelAnalysis(pairedT)],
      }),
  },
  {
    chart: "trial-series",
    name: "four patients",
    note: "SYNTHETIC: each patient's effect alone and drawn towards the mean.",
    made: "analyzeSeries(trials)",
    result: () => seriesOf(4),
  },
  { chart: "trial-series", name: "two patients", result: () => seriesOf(2) },
  { chart: "trial-series", name: "forty patients", result: () => seriesOf(40) },
  {
    chart: "trial-series",
    name: "names of 200 characters",
    result: () => seriesOf(3, (i) => `${i + 1} ${LONG_NAME}`),
  },
];
