import type { KnownDay, Patient, Score } from "../schema/patient.ts";
import type { Warning } from "../schema/provenance.ts";
import { beforeFirstCourse } from "./response-problem.ts";
import type { Timeline } from "./timeline.ts";

type Check = (patient: Patient, timeline: Timeline) => Warning | null;

/** A day, or the middle of its bounds; null where it hangs on another row. */
function middleDay({ day, dayEarliest, dayLatest }: KnownDay): number | null {
  if (day !== null) return day;
  return dayEarliest === null || dayLatest === null ? null : 0.5 * (dayEarliest + dayLatest);
}

/** `day 3`, `days 3, 14 and 30`. */
function daysInWords(days: readonly number[]): string {
  if (days.length === 1) return `day ${days[0]}`;
  return `days ${days.slice(0, -1).join(", ")} and ${days.at(-1)}`;
}

/** Days of visits without a score, in order of time. */
export function missedVisitDays({ missedVisits = [] }: Patient): number[] {
  return missedVisits.map((visit) => middleDay(visit)!).sort((a, b) => a - b);
}

const missedVisit: Check = (patient) => {
  const days = missedVisitDays(patient);
  if (days.length === 0) return null;
  const one = days.length === 1;
  const visits = one ? "1 visit has" : `${days.length} visits have`;
  return {
    code: "missed-visit",
    message: `${visits} no score (${daysInWords(days)}) and ${one ? "is" : "are"} left out of the fit, which takes it that the reason had nothing to do with the score.`,
  };
};

const outOfOrder: Check = ({ scores }) => {
  const days = scores.flatMap(({ day }) => (day === null ? [] : [day]));
  const i = days.findIndex((day, at) => at > 0 && day < days[at - 1]!);
  if (i < 0) return null;
  return {
    code: "scores-out-of-order",
    message: `The scores do not stand in order of time in the file: day ${days[i]} comes after day ${days[i - 1]}. They are taken by their days; see that none is mistyped.`,
  };
};

const courseBetweenScores: Check = ({ scores, courses }) => {
  const days = courses.flatMap(({ day }, index) => {
    const sameDay = scores.filter((score) => day !== null && score.day === day);
    const above = sameDay.filter(({ coursesBefore }) => coursesBefore <= index);
    return above.length > 0 && above.length < sameDay.length ? [day!] : [];
  });
  if (days.length === 0) return null;
  return {
    code: "course-between-scores",
    message: `A course stands between two scores of one day (${daysInWords(days)}): all scores of that day are taken to come before it. Give the later one a later day (such as a half) if it came after.`,
  };
};

const noBaselineScore: Check = ({ scores }, timeline) => {
  const isBefore = beforeFirstCourse(timeline);
  if (scores.some((_, i) => isBefore(i))) return null;
  return {
    code: "baseline-from-prior",
    message:
      "No score is known to come before the first course: the baseline is known only from the prior, and from scores after relief has worn off where there are any.",
  };
};

const onlyOneValue: Check = ({ scores, scale }) => {
  const [first] = scores;
  if (!first || !scores.every(({ lower, upper }) => lower === first.lower && upper === first.upper))
    return null;
  if (first.lower !== first.upper) return null;
  const value = first.lower;
  if (value === scale.minimum || value === scale.maximum) {
    const end = value === scale.minimum ? "lowest" : "highest";
    return {
      code: value === scale.minimum ? "scores-at-floor" : "scores-at-ceiling",
      message: `All ${scores.length} scores are ${value}, the ${end} of the scale: what lies beyond it, and any change there, cannot be seen.`,
    };
  }
  return {
    code: "scores-all-equal",
    message: `All ${scores.length} scores are ${value}: they show no change, and how much scores scatter is known only from the prior.`,
  };
};

/** How far two scores are surely apart. */
function distance(a: Score, b: Score): number {
  return Math.max(a.lower - b.upper, b.lower - a.upper, 0);
}

const sameDayDiffers: Check = ({ scores, scale }) => {
  const half = 0.5 * (scale.maximum - scale.minimum);
  const days = scores.flatMap((score, i) =>
    score.day !== null &&
    scores.slice(0, i).some((other) => other.day === score.day && distance(score, other) > half)
      ? [score.day]
      : [],
  );
  if (days.length === 0) return null;
  return {
    code: "same-day-scores-differ",
    message: `Two scores of one day differ by more than half the scale (${daysInWords([...new Set(days)])}); see that neither is mistyped.`,
  };
};

const checks: readonly Check[] = [
  noBaselineScore,
  onlyOneValue,
  sameDayDiffers,
  courseBetweenScores,
  outOfOrder,
  missedVisit,
];

/**
 * What is odd about readable data, in the words of someone who would look again.
 *
 * @param patient Scores as they were given.
 * @param timeline The same rows on one line of time.
 * @returns A warning for each check that found something.
 */
export function peopleWarnings(patient: Patient, timeline: Timeline): Warning[] {
  return checks.map((check) => check(patient, timeline)).filter((warning) => warning !== null);
}
