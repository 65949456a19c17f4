import type { ResponseResult } from "../schema/index.ts";
import { estimatesByCourse } from "./estimate-rows.ts";
import { describeCourse } from "./estimate-table.ts";
import { formatProbability } from "./format-number.ts";
import { isPriorsAlone } from "./is-priors-alone.ts";

/** Below this probability that the threshold is never reached, a relapse day stands without a condition. */
export const NEVER_NEGLIGIBLE = 0.025;

/** One event of a course and its probability in words. */
export interface ProbabilityLine {
  label: string;
  probability: string;
}

/** The events of one course under one heading. */
export interface ProbabilityGroup {
  heading: string;
  lines: ProbabilityLine[];
}

/** The probability of an event of a course; null where the interval method gives none. */
export function probabilityOf(
  { probabilities }: ResponseResult,
  event: string,
  course: number,
): number | null {
  return probabilities.find((row) => row.event === event && row.course === course)?.probability ?? null;
}

/** True where relief may never have reached the threshold, so that the relapse day of a course hangs on a condition. */
export function hangsOnReach(result: ResponseResult, course: number): boolean {
  return (probabilityOf(result, "neverReached", course) ?? 0) >= NEVER_NEGLIGIBLE;
}

/** Whatever has a probability, course by course; empty for a method or a model without any. */
export function probabilityGroups(result: ResponseResult): ProbabilityGroup[] {
  // Before any score there is no last one.
  const priorsAlone = isPriorsAlone(result);
  return [...estimatesByCourse(result.estimates).keys()].flatMap((course) => {
    const lines = result.probabilities.flatMap((row) =>
      row.course === course &&
      row.probability !== null &&
      !(priorsAlone && row.event === "relapseAfterLastVisit")
        ? [{ label: row.label, probability: formatProbability(row.probability) }]
        : [],
    );
    return lines.length === 0 ? [] : [{ heading: describeCourse(result, course), lines }];
  });
}
