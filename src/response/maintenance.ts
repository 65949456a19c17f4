import { median } from "../math/descriptive/sample-quantile.ts";
import { sum } from "../math/descriptive/sum.ts";
import { criticalT } from "../math/distributions/critical-t.ts";
import type { Estimate } from "../schema/estimate.ts";
import type { Patient } from "../schema/patient.ts";
import type { Warning } from "../schema/provenance.ts";
import type { Maintenance, ResponseCourse, ResponseObservation } from "../schema/response-result.ts";
import { type Baselines, MOST_OWN_COURSES } from "./working-parameters.ts";

/** Courses this close, on median, follow each other before relief has worn off. */
const LONGEST_GAP = 45;
const FEWEST_COURSES = 3;
const FEWEST_TROUGHS = 3;
/** The trend is given over this many days. */
const TREND_DAYS = 30;

/**
 * Describes maintenance treatment: courses in short sequence, and the scores before each of them.
 *
 * A trough is the last score in the later half of the days between two courses, or on the day of the next. Their trend is
 * an ordinary least-squares line with a t interval.
 *
 * @returns null where courses are fewer than three, or farther apart than 45 days on median.
 */
export function describeMaintenance(
  patient: Patient,
  observations: readonly ResponseObservation[],
  courses: readonly ResponseCourse[],
  level: number,
): Maintenance | null {
  const gaps = courses.slice(1).map(({ day }, j) => day - courses[j]!.day);
  if (courses.length < FEWEST_COURSES) return null;
  const medianGap = median(gaps);
  if (medianGap > LONGEST_GAP) return null;
  const troughs = courses.slice(1).flatMap(({ course, day }, j) => {
    const middle = 0.5 * (courses[j]!.day + day);
    const seen = observations
      .map((observation, i) => ({ at: observation.day, score: middleOf(patient, i) }))
      .filter(({ at }) => at > middle && at <= day)
      .sort((a, b) => a.at - b.at);
    const last = seen.at(-1);
    return last ? [{ course, day: last.at, score: last.score }] : [];
  });
  return { medianGap, troughs, trend: trendOf(troughs, patient.patient, level) };
}

function middleOf({ scores }: Patient, i: number): number {
  return 0.5 * (scores[i]!.lower + scores[i]!.upper);
}

function trendOf(troughs: Maintenance["troughs"], patient: string, level: number): Estimate | null {
  const n = troughs.length;
  if (n < FEWEST_TROUGHS) return null;
  const { slope: estimate, standardError } = slopeOf(
    troughs.map(({ day }) => day / TREND_DAYS),
    troughs.map(({ score }) => score),
  );
  const reach = standardError * criticalT(level, n - 2);
  return {
    parameter: "troughTrend",
    label: `Change of the score before the next course, in ${TREND_DAYS} days`,
    unit: "score",
    estimate,
    standardError,
    lower: estimate - reach,
    upper: estimate + reach,
    level,
    method: "least squares",
    bound: "closed",
    patient,
  };
}

/** The slope of the least-squares line through three or more points on different days. */
function slopeOf(x: readonly number[], y: readonly number[]): { slope: number; standardError: number } {
  const n = x.length;
  const fromMean = (values: readonly number[]): number[] => {
    const mean = sum(values) / n;
    return values.map((value) => value - mean);
  };
  const dx = fromMean(x);
  const dy = fromMean(y);
  const squares = sum(dx.map((d) => d * d));
  const slope = sum(dx.map((d, i) => d * dy[i]!)) / squares;
  const residual = sum(dx.map((d, i) => (dy[i]! - slope * d) ** 2));
  return { slope, standardError: Math.sqrt(residual / (n - 2) / squares) };
}

/** What more courses than are told apart share. */
function sharedByCourses(nCourses: number, baselines: Baselines): Warning[] {
  if (nCourses <= MOST_OWN_COURSES) return [];
  const alike = {
    code: "courses-shared",
    message: `All ${nCourses} courses are taken to act alike: more than ${MOST_OWN_COURSES} are not told apart.`,
  };
  if (baselines === "shared") return [alike];
  return [
    alike,
    {
      code: "baselines-shared",
      message: `All ${nCourses} courses share one baseline, though own ones were asked for: more than ${MOST_OWN_COURSES} are not told apart.`,
    },
  ];
}

/**
 * What many courses, or courses in short sequence, keep the curve from showing.
 *
 * @param baselines What was asked for.
 */
export function maintenanceWarnings(
  maintenance: Maintenance | null,
  nCourses: number,
  baselines: Baselines,
): Warning[] {
  const shared = sharedByCourses(nCourses, baselines);
  if (!maintenance) return shared;
  return [
    ...shared,
    {
      code: "maintenance",
      message: `Courses follow each other every ${Math.round(maintenance.medianGap)} days, before relief wears off: the day by which half of it is lost (T50) and the relapse day are not identified. The trend of the scores before each course is shown instead.`,
    },
  ];
}
