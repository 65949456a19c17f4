import type { EventProbability, ResponseResult } from "../../src/schema/index.ts";

/** Probabilities of one course; those left out are unlikely. */
export interface CourseProbabilities {
  neverReached?: number;
  relapseAfterLastVisit?: number;
  relief30?: number;
  relief50?: number;
  reliefTwoPoints?: number;
}

const LABELS: Readonly<Record<keyof CourseProbabilities, string>> = {
  neverReached: "Relief never reaches 30 % of the baseline",
  relapseAfterLastVisit: "Relapse after the last score",
  relief30: "Best relief of 30 % or more (moderate)",
  relief50: "Best relief of 50 % or more (substantial)",
  reliefTwoPoints: "Best relief of 2 points or more",
};

/** The events of every course; without probabilities where `known` is null. */
export function eventProbabilities(
  patient: string,
  nCourses: number,
  known: readonly CourseProbabilities[] | null,
): EventProbability[] {
  return Array.from({ length: nCourses }, (_, j) =>
    Object.entries(LABELS).map(([event, label]) => ({
      event,
      label,
      probability: known && (known[j]?.[event as keyof CourseProbabilities] ?? 0.001),
      patient,
      course: j + 1,
    })),
  ).flat();
}

/** Rows that exist only with an effect. */
const WITHOUT_NULL_VALUE = [
  "onsetHalfTime",
  "meanT50",
  "wearOffDuration",
  "T50",
  "T10",
  "T90",
  "bestReliefDay",
];

/**
 * Makes a hand-made result one of a posterior: its rows with conditions, its probabilities, and how no effect compares.
 *
 * @param known Probabilities of each course.
 * @param noEffect Probability of no effect given the data; the prior's is .2.
 */
export function asPosterior(
  result: ResponseResult,
  known: readonly CourseProbabilities[],
  noEffect = 0.001,
): ResponseResult {
  const copy = structuredClone(result);
  const { patient, nCourses, estimates } = copy;
  for (const row of estimates) {
    row.method = "posterior";
    if (WITHOUT_NULL_VALUE.includes(row.parameter)) row.given = "an effect";
    if (row.parameter === "relapseDay")
      row.given = "an effect and relief that passes the threshold and falls back to it";
  }
  copy.bandMethod = "posterior";
  copy.probabilities = eventProbabilities(patient, nCourses, known);
  copy.posterior = {
    nDraws: 8192,
    effectiveSampleSize: 2310.4,
    paretoShape: 0.412,
    monteCarloError: 0.0087,
    logMarginalLikelihood: -11.3,
    nullModel: {
      priorProbability: 0.2,
      probability: noEffect,
      logBayesFactor: Math.log((0.25 * (1 - noEffect)) / noEffect),
    },
  };
  copy.provenance.seed = 1;
  copy.provenance.options.interval = "posterior";
  return copy;
}
