import type { ResponseCourse } from "../../../schema/index.ts";
import { formatDose } from "../../format-number.ts";
import { textWidth } from "../text-width.ts";
import { fontSize } from "../theme.ts";

/** The flag of one course above the plot. */
export interface CourseLabel {
  course: number;
  day: number;
  lines: string[];
  /** 0 is the lane next to the plot. */
  lane: number;
}

/** All flags, and the room that they take. */
export interface CourseLabels {
  labels: CourseLabel[];
  laneHeight: number;
  /** Height of all lanes in pixels. */
  height: number;
  /** What the lines of the flags are, written beside them where the flags are bare numbers. */
  header: string[];
}

type Form = { lines: (course: ResponseCourse) => string[]; mostLanes: number; header?: string[] };

/** Ways to write a flag, from the fullest to the shortest. */
const FORMS: readonly Form[] = [
  { lines: (c) => [`Course ${c.course} · ${formatDose(c.doseGPerKg)}`], mostLanes: 2 },
  { lines: (c) => [`Course ${c.course}`, formatDose(c.doseGPerKg)], mostLanes: 2 },
  {
    lines: (c) => [`C${c.course}`, c.doseGPerKg === null ? "dose ?" : formatDose(c.doseGPerKg)],
    mostLanes: 2,
  },
  {
    lines: (c) => [`${c.course}`, c.doseGPerKg === null ? "?" : `${c.doseGPerKg}`],
    mostLanes: 1,
    header: ["Course", "g/kg"],
  },
];

const LINE_HEIGHT = 13;
const GAP = 7;

const widthOf = (lines: readonly string[]): number =>
  Math.max(...lines.map((line) => textWidth(line, fontSize.small))) + GAP;

/**
 * Gives every flag the lowest lane in which no later course's rule crosses it: a flag stands above all the flags that
 * begin within its width. Courses are taken from the last to the first.
 */
function assignLanes(starts: readonly number[], widths: readonly number[]): number[] {
  const lanes = starts.map(() => 0);
  for (let i = starts.length - 1; i >= 0; i--) {
    for (let j = i + 1; j < starts.length && starts[j]! < starts[i]! + widths[i]!; j++) {
      lanes[i] = Math.max(lanes[i]!, lanes[j]! + 1);
    }
  }
  return lanes;
}

/** Drops the flags that would touch the one before. */
function thin(
  courses: readonly ResponseCourse[],
  toX: (day: number) => number,
  lines: Form["lines"],
): ResponseCourse[] {
  let end = Number.NEGATIVE_INFINITY;
  return courses.filter((course) => {
    if (toX(course.day) < end) return false;
    end = toX(course.day) + widthOf(lines(course));
    return true;
  });
}

function place(courses: readonly ResponseCourse[], form: Form, lanes: readonly number[]): CourseLabels {
  const labels = courses.map((course, i) => ({
    course: course.course,
    day: course.day,
    lines: form.lines(course),
    lane: lanes[i]!,
  }));
  const laneHeight = LINE_HEIGHT * Math.max(0, ...labels.map(({ lines }) => lines.length)) + 3;
  return { labels, laneHeight, height: laneHeight * (1 + Math.max(-1, ...lanes)), header: form.header ?? [] };
}

/**
 * Places the flags of the courses: in full where they fit into two lanes, else shortened, at last with some left out.
 *
 * @param toX Pixel of a day.
 * @param rightEdge Pixel that no flag may pass.
 */
export function placeCourseLabels(
  courses: readonly ResponseCourse[],
  toX: (day: number) => number,
  rightEdge: number,
): CourseLabels {
  const sorted = [...courses].sort((a, b) => a.day - b.day);
  const starts = sorted.map(({ day }) => toX(day));
  for (const form of FORMS) {
    const widths = sorted.map((course) => widthOf(form.lines(course)));
    const lanes = assignLanes(starts, widths);
    const fits = starts.every((start, i) => start + widths[i]! <= rightEdge);
    if (fits && Math.max(-1, ...lanes) < form.mostLanes) return place(sorted, form, lanes);
  }
  const shortest = FORMS.at(-1)!;
  const kept = thin(sorted, toX, shortest.lines);
  return place(
    kept,
    shortest,
    kept.map(() => 0),
  );
}
