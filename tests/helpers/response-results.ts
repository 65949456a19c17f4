import type { Estimate, RelapseRule, ResponseResult } from "../../src/schema/index.ts";
import { eventProbabilities } from "./posterior-results.ts";
import { priorsOf } from "./synthetic-priors.ts";

/** A course of the synthetic patient, with the truth of its relief. */
export interface SyntheticCourse {
  day: number;
  relief?: number;
  T50?: number;
  dose?: number | null;
  bounds?: [number, number];
  note?: string;
}

/** A score as it was given: a number, or the two ends of a range. */
export interface SyntheticScore {
  day: number;
  score: number | [number, number];
  bounds?: [number, number];
  rescue?: boolean;
  note?: string;
}

/** What a synthetic result is made of. */
export interface SyntheticPatient {
  patient?: string;
  baseline?: number;
  courses: SyntheticCourse[];
  scores: SyntheticScore[];
  /** What counts as a relapse; relief below 30 % by default. */
  relapseAt?: RelapseRule;
  /** Half-width of an interval as a share of its estimate. */
  width?: number;
  change?: (result: ResponseResult) => void;
}

const HALF_TIME = 4;
const WEAR_OFF = 60;
const STEEPNESS = Math.log(81) / WEAR_OFF;
const HORIZON = 180;

const reliefAt = (t: number, R: number, T50: number): number =>
  t <= 0 ? 0 : (R * (1 - 2 ** (-t / HALF_TIME))) / (1 + Math.exp(STEEPNESS * (t - T50)));

/** An estimate row with a made-up interval. */
export function estimateRow(
  row: Partial<Estimate> & Pick<Estimate, "parameter" | "label" | "unit">,
): Estimate {
  return {
    estimate: null,
    standardError: null,
    lower: null,
    upper: null,
    level: 0.95,
    method: "profile",
    bound: "closed",
    ...row,
  };
}

function quantity(
  parameter: string,
  label: string,
  unit: string,
  estimate: number,
  width: number,
  course?: number,
): Estimate {
  const highest = unit === "fraction" ? 0.995 : Number.POSITIVE_INFINITY;
  const row = estimateRow({
    parameter,
    label,
    unit,
    estimate,
    standardError: (estimate * width) / 2,
    lower: estimate * (1 - width),
    upper: Math.min(highest, estimate * (1 + 1.3 * width)),
    dataShare: Math.max(0, 0.93 - width),
  });
  return course === undefined ? row : { ...row, course };
}

function courseEstimates(
  course: number,
  { relief: R = 0.8, T50 = 105 }: SyntheticCourse,
  { baseline = 9.5, width = 0.14, relapseAt = { relief: 0.3 } }: SyntheticPatient,
): Estimate[] {
  const threshold = "relief" in relapseAt ? relapseAt.relief : 1 - relapseAt.score / baseline;
  const days = Array.from({ length: 4 * 720 }, (_, i) => i / 4);
  const relief = days.map((day) => reliefAt(day, R, T50));
  const best = Math.max(...relief);
  const peak = relief.indexOf(best);
  const crossing = days.find((_, i) => i > peak && relief[i]! < threshold);
  const reliefDays = relief
    .filter((_, i) => days[i]! <= HORIZON)
    .reduce((sum, r) => sum + (baseline * r) / 4, 0);
  const q = (name: string, label: string, unit: string, value: number): Estimate =>
    quantity(name, label, unit, value, width, course);
  const relapse = q("relapseDay", "Relapse day", "day", crossing ?? 0);
  if (best < threshold)
    Object.assign(relapse, { estimate: null, standardError: null, lower: null, upper: null, bound: "open" });
  return [
    q("relief", "Relief (asymptote R)", "fraction", R),
    q("T50", "Half of the relief lost (T50)", "day", T50),
    q("T10", "Relief begins to wear off (T10)", "day", T50 - WEAR_OFF / 2),
    q("T90", "Relief worn off (T90)", "day", T50 + WEAR_OFF / 2),
    q("bestRelief", "Best relief", "fraction", best),
    q("bestReliefDay", "Day of best relief", "day", days[peak]!),
    relapse,
    q("reliefDays", `Relief-days, day 0 to ${HORIZON}`, "score × day", reliefDays),
  ];
}

function estimatesOf(synthetic: SyntheticPatient): Estimate[] {
  const { courses, baseline = 9.5, width = 0.14 } = synthetic;
  const several = courses.length > 1;
  const shared = [
    quantity("baseline", "Baseline", "score", baseline, width / 2),
    ...(several
      ? [quantity("meanRelief", "Relief (asymptote R), typical course", "fraction", 0.8, width)]
      : []),
    { ...quantity("onsetHalfTime", "Onset half-time (h)", "day", HALF_TIME, 0.9), dataShare: 0.08 },
    ...(several
      ? [quantity("meanT50", "Half of the relief lost (T50), typical course", "day", 104, width)]
      : []),
    {
      ...quantity("wearOffDuration", "Wear-off from 90 % to 10 % (D)", "day", WEAR_OFF, 0.6),
      dataShare: 0.31,
    },
    quantity("residualSd", "Scatter of the scores (σ)", "score", 0.83, 0.5),
  ];
  return [...shared, ...courses.flatMap((course, i) => courseEstimates(i + 1, course, synthetic))];
}

function fittedOf({
  courses,
  scores,
  baseline = 9.5,
  width = 0.14,
}: SyntheticPatient): ResponseResult["fitted"] {
  const days = [...scores.map(({ day }) => day), ...courses.map(({ day }) => day)];
  const first = Math.min(...days);
  const last = Math.max(...days, ...courses.map(({ day }) => day + HORIZON));
  return Array.from({ length: 241 }, (_, i) => {
    const time = first + ((last - first) * i) / 240;
    const kept = courses.reduce(
      (share, c) => share * (1 - reliefAt(time - c.day, c.relief ?? 0.8, c.T50 ?? 105)),
      1,
    );
    const value = baseline * kept;
    const half = 4 * width + 0.1 * Math.abs(value - baseline) * (1 + width);
    return { time, value, lower: Math.max(0, value - half), upper: value + 1.2 * half };
  });
}

function observationOf({
  day,
  score,
  bounds,
  rescue = false,
  note = undefined,
}: SyntheticScore): ResponseResult["observations"][number] {
  const [low, high] = typeof score === "number" ? [score, score] : score;
  return {
    day,
    dayEarliest: bounds?.[0] ?? null,
    dayLatest: bounds?.[1] ?? null,
    score: low === high ? `${low}` : `${low}–${high}`,
    lower: low === 0 ? null : low - 0.5,
    upper: high === 10 ? null : high + 0.5,
    rescue,
    note: note ?? null,
  };
}

/** Builds a plausible response result from a made-up patient. */
export function syntheticResult(synthetic: SyntheticPatient): ResponseResult {
  const { patient = "P01", courses, scores } = synthetic;
  const result: ResponseResult = {
    kind: "response",
    schemaVersion: 1,
    patient,
    model: "plateau",
    nObservations: scores.length,
    nCourses: courses.length,
    timeUnit: "day",
    origin: null,
    scale: { minimum: 0, maximum: 10, step: 1 },
    horizon: HORIZON,
    relapseAt: synthetic.relapseAt ?? { relief: 0.3 },
    estimates: estimatesOf(synthetic).map((row) => ({ ...row, patient })),
    fit: {
      converged: true,
      logLikelihood: -7.9,
      negativeLogPosterior: 12.4,
      aicc: scores.length >= 12 ? 38.2 : null,
    },
    noEffect: {
      converged: true,
      logLikelihood: -14.6,
      negativeLogPosterior: 16.1,
      aicc: scores.length >= 12 ? 41.5 : null,
    },
    fitted: fittedOf(synthetic),
    bandMethod: "wald",
    observations: scores.map(observationOf),
    courses: courses.map(({ day, dose = 2, bounds, note }, i) => ({
      course: i + 1,
      day,
      dayEarliest: bounds?.[0] ?? null,
      dayLatest: bounds?.[1] ?? null,
      doseGPerKg: dose,
      note: note ?? null,
    })),
    priors: priorsOf(courses.length),
    covariance: { parameters: ["baseline"], mode: [9.5], matrix: [[0.2]] },
    sensitivity: [],
    probabilities: eventProbabilities(patient, courses.length, null),
    maintenance: null,
    posterior: null,
    draws: null,
    warnings: [
      {
        code: "single-arm",
        message:
          "There is no control period: natural course, regression to the mean and other treatments are inside the relief.",
      },
    ],
    provenance: {
      package: "nof1",
      version: "0.1.0",
      seed: null,
      inputSha256: "9f86d081884c7d659a2feaa0c55ad015a3bf4f1b2b0b822cd15d6c15b0f00a08",
      options: {
        model: "plateau",
        interval: "profile",
        level: 0.95,
        priors: "default",
        relapseAt: { relief: 0.3 },
        horizon: HORIZON,
      },
    },
  };
  synthetic.change?.(result);
  return result;
}
