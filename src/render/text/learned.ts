import type { PriorAndPosterior, QuantityLearned } from "../../schema/index.ts";
import { describeSource } from "../estimate-table.ts";

/** Shares from which, and below which, a quantity is called learned, and set by the prior. */
const [MUCH, LITTLE] = [0.5, 0.2];

/** A label without its horizon and its scale: "Relief-days (SPID)" for "Relief-days (SPID), day 0 to 180". */
function shortLabel({ label }: QuantityLearned): string {
  return label.replace(/, (?:day \d|of the way ).*$/u, "");
}

/** "Relapse day, course 2". */
export function quantityName(row: QuantityLearned, nCourses: number): string {
  return row.course === null || nCourses === 1 ? shortLabel(row) : `${shortLabel(row)}, course ${row.course}`;
}

/** How much of a quantity the scores told: "71 % data", "set by the prior"; nothing where that was not computed. */
export function learnedInWords({ dataShare }: QuantityLearned): string {
  return dataShare === null ? "" : describeSource({ dataShare });
}

/** Each quantity once, with its courses: "Best relief (courses 1, 2, 3)". */
function names(rows: readonly QuantityLearned[], nCourses: number): string {
  const labels = [...new Set(rows.map(shortLabel))];
  const named = labels.map((label) => {
    const courses = rows.flatMap((row) =>
      shortLabel(row) === label && row.course !== null ? [row.course] : [],
    );
    if (nCourses === 1 || courses.length === 0) return label;
    return `${label} (course${courses.length > 1 ? "s" : ""} ${courses.join(", ")})`;
  });
  return named.join("; ");
}

/** What the scores changed of what was taken for likely. */
export function learnedSentences({ rows, nCourses, nObservations }: PriorAndPosterior): string[] {
  const known = rows.filter(({ dataShare }) => dataShare !== null);
  const much = known.filter(({ dataShare }) => dataShare! >= MUCH);
  const little = known.filter(({ dataShare }) => dataShare! < LITTLE);
  return [
    "Pale bars are what the priors took for likely before any score, dark bars what is known with the scores. Where both are alike, the scores told nothing.",
    ...(much.length > 0
      ? [`Learned for the greater part from the ${nObservations} scores: ${names(much, nCourses)}.`]
      : [`Nothing is learned for the greater part from the ${nObservations} scores.`]),
    ...(little.length > 0 ? [`Set by the prior rather than by the scores: ${names(little, nCourses)}.`] : []),
  ];
}
