import type { CourseRelapse, CurveInterval, RelapseIntervals, ScoreInterval } from "../../schema/index.ts";
import {
  formatDay,
  formatFixed,
  formatPercent,
  formatProbability,
  formatRange,
  formatValue,
} from "../format-number.ts";
import { describeRelapseRule } from "../relapse-rule.ts";
import { count } from "../text/assumptions.ts";

/** "between day 10 and day 213", in days after the course. */
export function scoreIntervalInWords({ state, lower, upper }: ScoreInterval): string {
  if (state === "not-seen") return "no score after it";
  if (lower === null) return "no relief for certain";
  if (upper === null) return `still well at ${formatValue(lower, "day")}`;
  return lower === upper ? `at ${formatValue(lower, "day")}` : `${formatRange(lower, upper, "day")}`;
}

/** "96 days (38 to 168 days)", with the probability that relief never reached the threshold. */
export function curveIntervalInWords(curve: CurveInterval | null): string {
  if (!curve) return "–";
  const { estimate, lower, upper, neverReached } = curve;
  if (estimate === null) return "never";
  const limits =
    lower === null || upper === null
      ? lower === null
        ? ""
        : ` (above ${formatValue(lower, "day")})`
      : ` (${formatRange(lower, upper, "day")})`;
  const never =
    neverReached === null || neverReached < 0.025
      ? ""
      : `; never well with probability ${formatProbability(neverReached)}`;
  return `${formatValue(Math.round(estimate), "day")}${limits}${never}`;
}

/** "2 courses relapsed between two scores, 1 was still well at the last score, of 3 courses of 1 patient". */
export function intervalsSummary(all: readonly RelapseIntervals[]): string {
  const courses = all.flatMap(({ courses: own }) => own);
  const nOf = (state: ScoreInterval["state"]): number =>
    courses.filter(({ scores }) => scores.state === state).length;
  const parts: [number, string][] = [
    [nOf("relapsed"), "relapsed between two scores"],
    [nOf("well"), "still well at the last score"],
    [nOf("never-well"), "without a relief that is certain"],
    [nOf("not-seen"), "without a score after it"],
  ];
  const words = parts.filter(([n]) => n > 0).map(([n, what]) => `${n} ${what}`);
  return `By the scores, of ${count(courses.length, "course")}: ${words.join(", ")}.`;
}

/** What counts as a relapse, with the score that it means. */
export function ruleInWords({
  relapseAt,
  baseline,
  threshold,
  confirm,
  provenance,
}: RelapseIntervals): string {
  const isHigherBetter = provenance.options.improvement === "increase";
  const rule = describeRelapseRule(relapseAt, isHigherBetter);
  const from = baseline === null ? "" : ` of a baseline of ${formatFixed(baseline, 1)}`;
  const beyond = isHigherBetter ? "below" : "above";
  const score = "relief" in relapseAt ? `: a score ${beyond} ${formatFixed(threshold, 1)}${from}` : "";
  const times = confirm === 1 ? "" : `, ${confirm} times in a row`;
  return `Relapse means ${rule}${score}${times}.`;
}

/** "Course 2 (day 183)". */
export function courseWithDay({ course, day }: Pick<CourseRelapse, "course" | "day">): string {
  return `Course ${course} (day ${formatDay(day)})`;
}

/** The level of the curves' intervals; null where there is no curve. */
export function curveLevel(all: readonly RelapseIntervals[]): string | null {
  const curve = all.flatMap(({ courses }) => courses).find((course) => course.curve)?.curve;
  return curve ? formatPercent(curve.level) : null;
}
