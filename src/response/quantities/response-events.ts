import type { Event } from "../../inference/interval-method.ts";
import type { RelapseRule, ResponseCourse, ResponseObservation } from "../../schema/response-result.ts";
import type { CourseAlone, CourseReader } from "./course-alone.ts";
import { thresholdOf } from "./course-quantities.ts";

/** An event with the name and label of its row. */
export interface ResponseEvent extends Event {
  event: string;
  label: string;
  course: number;
}

/** A score on the 0–10 scale by which two points matter. */
const POINTS = 2;

/** What may be true of one course. */
interface CourseEvent {
  event: string;
  label(settings: EventSettings): string;
  withoutEffect: boolean;
  happens(course: CourseAlone, settings: EventSettings): boolean;
}

interface EventSettings {
  relapseAt: RelapseRule;
  /** Days from the course to the last score before the next one. */
  lastVisit: number;
  /** Two points of a 0–10 scale, on the patient's own. */
  points: number;
}

function threshold(course: CourseAlone): number {
  return thresholdOf(course.relapseAt, course.height, course.floor).relief;
}

const courseEvents: readonly CourseEvent[] = [
  {
    event: "neverReached",
    label: ({ relapseAt }) =>
      "relief" in relapseAt
        ? `Relief never reaches ${percent(relapseAt.relief)} of the baseline`
        : `The score never falls below ${relapseAt.score}`,
    withoutEffect: true,
    happens: (course) => (course.peak()?.relief ?? 0) <= threshold(course),
  },
  {
    event: "relapseAfterLastVisit",
    label: ({ lastVisit }) =>
      `Relapse after the last score that could show it, ${lastVisit} days after the course`,
    withoutEffect: false,
    happens(course, { lastVisit }) {
      if ((course.peak()?.relief ?? 0) <= threshold(course)) return false;
      const day = course.crossing(threshold(course));
      return day === null || day > lastVisit;
    },
  },
  {
    event: "relief30",
    label: () => "Best relief of 30 % or more (moderate)",
    withoutEffect: false,
    happens: (course) => (course.peak()?.relief ?? 0) >= 0.3,
  },
  {
    event: "relief50",
    label: () => "Best relief of 50 % or more (substantial)",
    withoutEffect: false,
    happens: (course) => (course.peak()?.relief ?? 0) >= 0.5,
  },
  {
    event: "reliefTwoPoints",
    label: ({ points }) => `Best relief of ${points} points or more`,
    withoutEffect: false,
    happens: (course, { points }) => course.height * (course.peak()?.relief ?? 0) >= points,
  },
];

/**
 * Everything whose probability is reported, course by course.
 *
 * @param reported Indices of the courses to report.
 * @param factor How many points of the patient's scale are one of a 0–10 scale.
 * @see Dworkin et al. (2008), J Pain 9:105–121 (30 % moderate, 50 % substantial); Farrar et al. (2001), Pain 94:149–158
 * (2 points).
 */
export function responseEvents(
  readers: readonly CourseReader[],
  reported: readonly number[],
  relapseAt: RelapseRule,
  factor: number,
  observations: readonly ResponseObservation[],
  courses: readonly ResponseCourse[],
): ResponseEvent[] {
  return reported.flatMap((j) => {
    const { course, day } = courses[j]!;
    const next = courses[j + 1]?.day ?? Infinity;
    const seen = observations.map((score) => score.day).filter((at) => at > day && at <= next);
    const settings: EventSettings = {
      relapseAt,
      lastVisit: seen.length === 0 ? 0 : Math.max(...seen) - day,
      points: POINTS * factor,
    };
    const read = readers[j]!;
    return courseEvents.map(({ event, label, withoutEffect, happens }) => ({
      event,
      label: label(settings),
      course,
      happens: (theta: ArrayLike<number>) => happens(read(theta), settings),
      happensUnderNull: () => withoutEffect,
    }));
  });
}

function percent(fraction: number): string {
  return `${Math.round(1000 * fraction) / 10} %`;
}
