import type { ResponseResult } from "../../schema/index.ts";
import { estimatesByCourse, findEstimate, reliefOfCourse } from "../estimate-rows.ts";
import { describeCourse } from "../estimate-table.ts";
import { formatEstimateWithInterval, formatFixed } from "../format-number.ts";
import { relapseThreshold } from "../relapse-rule.ts";
import { reliefOfBaseline, responseSummary } from "../response-summary.ts";

function relapseMeans(result: ResponseResult): string {
  const { relapseAt } = result;
  if ("score" in relapseAt) return `Relapse means a score of ${relapseAt.score} or more.`;
  const threshold = relapseThreshold(result);
  const score = threshold === null ? "" : `, that is a score above ${formatFixed(threshold, 1)}`;
  return `Relapse means that relief falls below ${formatFixed(100 * relapseAt.relief, 0)} % of baseline${score}.`;
}

function courseSentence(result: ResponseResult, course: number): string | null {
  const relief = reliefOfCourse(result.estimates, course);
  const relapse = findEstimate(result.estimates, "relapseDay", course);
  const name = describeCourse(result, course).replace(/^C/u, "c");
  const parts: string[] = [];
  if (relief) parts.push(`relief was at best ${reliefOfBaseline(relief)}`);
  if (relapse?.estimate === null) parts.push(`the curve gives no relapse day: ${noRelapse(result, course)}`);
  else if (relapse) {
    const when = formatEstimateWithInterval(relapse).replace(/( \(|$)/u, " after its first day$1");
    parts.push(`relapse is estimated ${when}`);
  }
  return parts.length === 0 ? null : `After ${name}, ${parts.join("; ")}.`;
}

/** Why a course has no relapse day. */
function noRelapse({ estimates, relapseAt }: ResponseResult, course: number): string {
  const best = findEstimate(estimates, "bestRelief", course)?.estimate ?? null;
  const tooWeak = "relief" in relapseAt && best !== null && best < relapseAt.relief;
  return tooWeak ? "relief never rises above the threshold" : "the threshold is never reached again";
}

/** What was found, course by course. */
export function foundSentences(result: ResponseResult): string[] {
  const { estimates, scale, nCourses } = result;
  const courses = [...estimatesByCourse(estimates).keys()];
  const baseline = findEstimate(estimates, "baseline");
  const sentences = courses
    .map((course) => courseSentence(result, course))
    .filter((sentence) => sentence !== null);
  if (sentences.length === 0) return [responseSummary(result)];
  if (baseline) {
    sentences.unshift(
      `The baseline score is ${formatEstimateWithInterval(baseline)} on the scale from ${scale.minimum} to ${scale.maximum}.`,
    );
  }
  sentences.push(relapseMeans(result));
  if (nCourses > 1)
    sentences.push("Each relapse day is that of the course alone, as if no other course had followed.");
  if (result.provenance.options.improvement !== "increase") {
    sentences.push(
      "A fall in pain of 30 % is commonly called moderate, one of 50 % substantial (IMMPACT: Dworkin 2008, J Pain 9:105).",
    );
  }
  return sentences;
}
