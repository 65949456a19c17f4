import { priorMean } from "../inference/normal-prior.ts";
import type { Patient } from "../schema/patient.ts";
import type { ResponseModel, StartingPoint } from "./response-model.ts";
import type { Timeline } from "./timeline.ts";
import { scoreBeforeFirstCourse, toWorking, type WorkingParameters } from "./working-parameters.ts";

const USUAL_HALF_LOSS = 105;

/** What the scores between a course and the next one say about its relief. */
function startingPoint(
  patient: Patient,
  timeline: Timeline,
  course: number,
  baseline: number,
): StartingPoint {
  const start = timeline.courses[course]!.earliest;
  const end = timeline.courses[course + 1]?.latest ?? Infinity;
  const seen = timeline.scores
    .filter((event) => event.earliest > start && event.earliest <= end)
    .map((event) => {
      const { lower, upper } = patient.scores[event.index]!;
      return { day: event.earliest - start, score: 0.5 * (lower + upper) };
    })
    .sort((a, b) => a.day - b.day);
  const lowest = seen.reduce((best, here) => (here.score < best.score ? here : best), {
    day: 0,
    score: baseline,
  });
  const halfway = 0.5 * (baseline + lowest.score);
  const back = seen.find((here) => here.day > lowest.day && here.score > halfway);
  const last = seen.filter((here) => here.day < (back?.day ?? 0) && here.score <= halfway).at(-1);
  const drop = (baseline - lowest.score) / (baseline - patient.scale.minimum || 1);
  return {
    relief: Math.min(0.95, Math.max(0.05, drop)),
    halfLossDay: back
      ? 0.5 * (back.day + (last?.day ?? back.day))
      : Math.max(USUAL_HALF_LOSS, 1.2 * (seen.at(-1)?.day ?? 0)),
  };
}

/**
 * Points from which the mode is searched: the prior means, and what the model suggests from the scores.
 *
 * Where no score precedes the first course, each point is tried with the baseline that the prior expects, too.
 */
export function startingValues(
  model: ResponseModel,
  parameters: WorkingParameters,
  patient: Patient,
  timeline: Timeline,
  isBefore: (index: number) => boolean,
): Float64Array[] {
  const range = patient.scale.maximum - patient.scale.minimum;
  const observed = scoreBeforeFirstCourse(patient, isBefore);
  const baseline = Math.max(observed, patient.scale.minimum + 0.1 * range);
  const base = priorMean(parameters.prior);
  setBaselines(base, parameters, baseline);
  const suggestions = timeline.courses.map((_, j) =>
    model.starts(startingPoint(patient, timeline, j, baseline)),
  );
  const starts = [base];
  for (let s = 0; s < (suggestions[0]?.length ?? 0); s++) {
    const start = Float64Array.from(base);
    model.parameters.forEach((parameter, k) => {
      let sum = 0;
      parameters.courses.forEach((indices, j) => {
        const working = toWorking(parameter, suggestions[j]![s]![k]!);
        start[indices[k]!] = working;
        sum += working;
      });
      const mean = parameters.means[k];
      if (typeof mean === "number") start[mean] = sum / parameters.courses.length;
    });
    starts.push(start);
  }
  const expected = priorMean(parameters.prior)[parameters.baseline]!;
  if (patient.scores.some((_, i) => isBefore(i)) || !(expected > baseline)) return starts;
  // No score says what the baseline was: all may have been taken while relief lasted.
  return [...starts, ...starts.map((start) => setBaselines(start.slice(), parameters, expected))];
}

/** Sets the baseline, and those of the courses. */
function setBaselines(
  start: Float64Array,
  { baseline, baselines }: WorkingParameters,
  value: number,
): Float64Array {
  for (const index of [baseline, ...baselines]) start[index] = value;
  return start;
}
