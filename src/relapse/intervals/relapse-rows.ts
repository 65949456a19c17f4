import type { RelapseRow } from "../../schema/relapse.ts";
import type { CourseRelapse, RelapseIntervals } from "../../schema/relapse-intervals.ts";

/** Where the rows come from: the scores alone, or the fitted curve. */
export type RelapseSource = "scores" | "curve";

type Span = Pick<RelapseRow, "lower" | "upper"> | null;

const spanBy: Record<RelapseSource, (course: CourseRelapse) => Span> = {
  scores: ({ scores: { lower, upper } }) => (lower === null ? null : { lower, upper }),
  curve: ({ curve }) =>
    curve?.estimate === null || !curve ? null : { lower: curve.lower ?? 0, upper: curve.upper },
};

/**
 * Turns the intervals of some patients into rows for `turnbull` and `fitRelapse`.
 *
 * From the curve a row holds the limits of the relapse day, given that relief reaches the threshold. Courses whose relief
 * was never seen have no row: a relapse needs a relief before it.
 *
 * @param intervals One for each patient.
 * @param source The scores alone, or the fitted curve.
 * @example
 * relapseRows([], "scores"); // []
 */
export function relapseRows(
  intervals: readonly RelapseIntervals[],
  source: RelapseSource = "scores",
): RelapseRow[] {
  return intervals.flatMap(({ patient, courses }) =>
    courses.flatMap((course) => {
      const span = spanBy[source](course);
      return span ? [{ ...span, patient, course: course.course }] : [];
    }),
  );
}
