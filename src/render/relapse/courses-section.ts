import type { RelapseIntervals } from "../../schema/index.ts";
import type { WordTable } from "../comparison/comparison-tables.ts";
import type { WordSection } from "../words/word-report.ts";
import {
  courseWithDay,
  curveIntervalInWords,
  curveLevel,
  intervalsSummary,
  ruleInWords,
  scoreIntervalInWords,
} from "./intervals-words.ts";

/** Each course of each patient, by the scores alone and beside it by the fitted curve. */
function coursesTable(all: readonly RelapseIntervals[]): WordTable {
  const level = curveLevel(all);
  return {
    caption: "When relief ended, in days after each course.",
    head: [
      "Course",
      "By the scores alone",
      ...(level === null ? [] : [`By the fitted curve (${level} interval)`]),
    ],
    groups: all.map(({ patient, courses }) => ({
      ...(all.length > 1 && { heading: patient }),
      rows: courses.map((course) => [
        courseWithDay(course),
        scoreIntervalInWords(course.scores),
        ...(level === null ? [] : [curveIntervalInWords(course.curve)]),
      ]),
    })),
  };
}

/** From scores to times: what counts as a relapse, and when each course's came; empty where a file gave the times. */
export function coursesSection(all: readonly RelapseIntervals[]): WordSection {
  const hasCurve = curveLevel(all) !== null;
  const twoAnswers =
    "The scores alone say between which visits relief ended; the curve says when, if its shape is right. They answer the same question, and need not agree.";
  return {
    id: "courses",
    heading: "From scores to times",
    sentences:
      all.length === 0
        ? []
        : [...new Set(all.map(ruleInWords)), intervalsSummary(all), ...(hasCurve ? [twoAnswers] : [])],
    tables: all.length === 0 ? [] : [coursesTable(all)],
  };
}
