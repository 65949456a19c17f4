import {
  kizawa2006,
  simulatedNone,
  simulatedThreeCourses,
  simulatedTypical,
  simulatedWeak,
} from "../../../dist/datasets/index.js";
import { compareModels, diagnoseResponse, nextCourse, nextScore } from "../../../dist/index.js";
import { prior, profile } from "../../../dist/inference/index.js";
import { priorAndPosterior } from "../../../dist/render/index.js";
import { flatPriors, profileResponse } from "../../../dist/response/index.js";
import { fitted } from "../fits.mjs";
import { LONG_NAME, patientOf, sixtyScores, twelveCourses } from "../made-up.mjs";

const fewest = patientOf("3 scores", [
  [0, 9, 2],
  [14, 3],
  [60, 5],
]);
const equal = patientOf("All scores equal", [
  [0, 7, 2],
  [14, 7],
  [60, 7],
  [120, 7],
]);
const longName = patientOf(LONG_NAME, [
  [-7, 9],
  [0, 8, 2],
  [14, 3],
  [60, 4],
  [120, 8],
]);
const open = patientOf("Scores before wear-off", [
  [0, 9, 2],
  [3, 6],
  [7, 4],
  [14, 3],
]);
const rising = patientOf(
  "Walking, higher is better",
  [
    [-7, 120],
    [0, 110, 2],
    [14, 340],
    [60, 310],
    [120, 150],
  ],
  {
    scale: { minimum: 0, maximum: 600, step: 10 },
  },
);

function learned(patient) {
  return priorAndPosterior(fitted(patient), fitted(patient, { interval: prior }));
}

function planned(patient, after) {
  const result = fitted(patient);
  const today = Math.max(...result.observations.map(({ day }) => day));
  return nextCourse(result, { course: { day: today + after } });
}

const KIZAWA = "nof1 response datasets/kizawa-2006/patient.csv";
const typical = "datasets/simulated/typical.csv";

export const responseCases = [
  {
    chart: "response-curve",
    name: "a published patient",
    note: "Five scores, three courses; days known by bounds; relapse days with what they hang on.",
    made: `${KIZAWA} --format png -o curve.png`,
    result: () => fitted(kizawa2006),
  },
  {
    chart: "response-curve",
    name: "three courses",
    note: "SYNTHETIC: each course has a row of its own below the scores.",
    made: "nof1 response datasets/simulated/three-courses.csv --format png -o curve.png",
    result: () => fitted(simulatedThreeCourses),
  },
  {
    chart: "response-curve",
    name: "profile limits",
    note: "SYNTHETIC: the fitted curve with the band of profile limits.",
    made: `nof1 response ${typical} --interval profile --format png -o curve.png`,
    result: () => fitted(simulatedTypical, { interval: profile }),
  },
  {
    chart: "response-curve",
    name: "no response",
    note: "SYNTHETIC: a patient who never gets better.",
    made: "nof1 response datasets/simulated/none.csv --format png -o curve.png",
    result: () => fitted(simulatedNone),
  },
  { chart: "response-curve", name: "three scores, the fewest", result: () => fitted(fewest) },
  {
    chart: "response-curve",
    name: "open intervals",
    result: () => fitted(open, { interval: profile, priors: flatPriors }),
  },
  { chart: "response-curve", name: "all scores equal", result: () => fitted(equal) },
  { chart: "response-curve", name: "sixty scores", result: () => fitted(sixtyScores) },
  { chart: "response-curve", name: "twelve courses", result: () => fitted(twelveCourses) },
  { chart: "response-curve", name: "a name of 200 characters", result: () => fitted(longName) },
  {
    chart: "response-curve",
    name: "higher is better",
    result: () => fitted(rising, { improvement: "increase" }),
  },
  {
    chart: "response-diagnostics",
    name: "a simulated patient",
    note: "SYNTHETIC: residuals by day and in normal order, and what each score moves.",
    made: `nof1 diagnose ${typical} --format png -o diagnostics.png`,
    result: () => diagnoseResponse(simulatedTypical, { seed: 1 }),
  },
  {
    chart: "response-diagnostics",
    name: "three scores, the fewest",
    result: () => diagnoseResponse(fewest, { seed: 1 }),
  },
  {
    chart: "response-diagnostics",
    name: "all scores equal",
    result: () => diagnoseResponse(equal, { seed: 1 }),
  },
  {
    chart: "response-diagnostics",
    name: "sixty scores",
    result: () => diagnoseResponse(sixtyScores, { seed: 1, interval: profile }),
  },
  {
    chart: "response-diagnostics",
    name: "twelve courses",
    result: () => diagnoseResponse(twelveCourses, { seed: 1, interval: profile }),
  },
  {
    chart: "response-diagnostics",
    name: "a name of 200 characters",
    result: () => diagnoseResponse(longName, { seed: 1 }),
  },
  {
    chart: "model-comparison",
    name: "a simulated patient",
    note: "SYNTHETIC: every model's curve with its weight.",
    made: `nof1 compare ${typical} --format png -o models.png`,
    result: () => compareModels(simulatedTypical, { seed: 1 }),
  },
  {
    chart: "model-comparison",
    name: "three scores, the fewest",
    result: () => compareModels(fewest, { seed: 1 }),
  },
  { chart: "model-comparison", name: "all scores equal", result: () => compareModels(equal, { seed: 1 }) },
  {
    chart: "profile-likelihood",
    name: "a simulated patient",
    note: "SYNTHETIC: how far the fit falls as each quantity moves away from its best value.",
    made: "profileResponse(patient)",
    result: () => profileResponse(simulatedTypical),
  },
  {
    chart: "profile-likelihood",
    name: "open intervals",
    result: () => profileResponse(open, { priors: flatPriors }),
  },
  {
    chart: "profile-likelihood",
    name: "three courses",
    result: () => profileResponse(simulatedThreeCourses),
  },
  { chart: "profile-likelihood", name: "a name of 200 characters", result: () => profileResponse(longName) },
  {
    chart: "next-course",
    name: "a planned course",
    note: "SYNTHETIC: the curve to come as it is, and with a course ten days from the last score.",
    made: `nof1 next ${typical} --course 160 --format png -o next.png`,
    result: () => planned(simulatedTypical, 10),
  },
  { chart: "next-course", name: "no course planned", result: () => nextCourse(fitted(simulatedWeak)) },
  { chart: "next-course", name: "three scores, the fewest", result: () => nextCourse(fitted(fewest)) },
  { chart: "next-course", name: "no response", result: () => planned(simulatedNone, 30) },
  { chart: "next-course", name: "twelve courses", result: () => planned(twelveCourses, 14) },
  { chart: "next-course", name: "sixty scores", result: () => planned(sixtyScores, 5) },
  { chart: "next-course", name: "a name of 200 characters", result: () => planned(longName, 90) },
  {
    chart: "next-score",
    name: "a simulated patient",
    note: "SYNTHETIC: how much less uncertain the relapse day would be, by the day of one more score.",
    made: `nof1 next ${typical} --chart next-score --format png -o score.png`,
    result: () => nextScore(fitted(simulatedTypical)),
  },
  { chart: "next-score", name: "three scores, the fewest", result: () => nextScore(fitted(fewest)) },
  { chart: "next-score", name: "no response", result: () => nextScore(fitted(simulatedNone)) },
  { chart: "next-score", name: "sixty scores", result: () => nextScore(fitted(sixtyScores)) },
  {
    chart: "prior-and-posterior",
    name: "a published patient",
    note: "What five scores add to what was taken for likely before.",
    made: `${KIZAWA} --chart prior-and-posterior --format png -o learned.png`,
    result: () => learned(kizawa2006),
  },
  { chart: "prior-and-posterior", name: "three scores, the fewest", result: () => learned(fewest) },
  { chart: "prior-and-posterior", name: "sixty scores", result: () => learned(sixtyScores) },
  { chart: "prior-and-posterior", name: "twelve courses", result: () => learned(twelveCourses) },
  { chart: "prior-and-posterior", name: "a name of 200 characters", result: () => learned(longName) },
];
