import type { Estimate, ResponseResult } from "../../schema/index.ts";
import { baselineRows, estimatesByCourse, findEstimate, reliefOfCourse } from "../estimate-rows.ts";
import { describeCourse } from "../estimate-table.ts";
import { formatEstimateWithInterval, formatFixed, formatProbability } from "../format-number.ts";
import { isPriorsAlone } from "../is-priors-alone.ts";
import { higherIsBetter, relapseThreshold } from "../relapse-rule.ts";
import { reliefInWords, responseSummary } from "../response-summary.ts";
import { priorsAloneSentences } from "./priors-alone.ts";
import { relapseClause, unseenRelapse } from "./relapse.ts";

/** Events that tell a responder. */
const RESPONDER_EVENTS = ["relief30", "relief50", "reliefTwoPoints"];

function relapseMeans(result: ResponseResult): string {
  const { relapseAt } = result;
  const [orWorse, beyond] = higherIsBetter(result) ? ["or less", "below"] : ["or more", "above"];
  if ("score" in relapseAt) return `Relapse means a score of ${relapseAt.score} ${orWorse}.`;
  const score = thresholds(result).map(
    (words, i) => `${i === 0 ? `, that is a score ${beyond} ` : ""}${words}`,
  );
  const whole = higherIsBetter(result) ? "of the way from the baseline to the best score" : "of baseline";
  return `Relapse means that relief falls below ${formatFixed(100 * relapseAt.relief, 0)} % ${whole}${score.join("; ")}.`;
}

/** "6.9", or where each course has its own baseline, "6.9 after course 1" and so on. */
function thresholds(result: ResponseResult): string[] {
  const shared = relapseThreshold(result);
  if (shared !== null) return [formatFixed(shared, 1)];
  return result.courses.flatMap(({ course }) => {
    const own = relapseThreshold(result, course);
    return own === null ? [] : [`${formatFixed(own, 1)} after course ${course}`];
  });
}

/** "Probability of a best relief of 30 % or more (moderate): 95 %; of 50 % or more (substantial): 55 %." */
function responder({ probabilities }: ResponseResult, course: number): string[] {
  const known = RESPONDER_EVENTS.flatMap((event) => {
    const row = probabilities.find((other) => other.event === event && other.course === course);
    return row && row.probability !== null ? { label: row.label, probability: row.probability } : [];
  });
  const parts = known.map(({ label, probability }, i) => {
    const event = label.replace(/^Best relief /u, i === 0 ? "Probability of a best relief " : "");
    return `${event}: ${formatProbability(probability)}`;
  });
  return parts.length === 0 ? [] : [`${parts.join("; ")}.`];
}

function courseSentences(result: ResponseResult, course: number): string | null {
  const relief = reliefOfCourse(result.estimates, course);
  const relapse = findEstimate(result.estimates, "relapseDay", course);
  const name = describeCourse(result, course).replace(/^C/u, "c");
  const parts: string[] = [];
  if (relief) parts.push(`relief was at best ${reliefInWords(result, relief)}`);
  if (relapse) {
    const without = `the curve gives no relapse day: ${noRelapse(result, course)}`;
    parts.push(relapseClause(result, relapse, course, "its first day", without));
  }
  if (parts.length === 0) return null;
  const unseen = relapse && unseenRelapse(result, course);
  return [
    `After ${name}, ${parts.join("; ")}.`,
    ...(unseen ? [unseen] : []),
    ...responder(result, course),
  ].join(" ");
}

/** Why a course has no relapse day. */
function noRelapse({ estimates, relapseAt }: ResponseResult, course: number): string {
  const best = findEstimate(estimates, "bestRelief", course)?.estimate ?? null;
  const tooWeak = "relief" in relapseAt && best !== null && best < relapseAt.relief;
  return tooWeak ? "relief never rises above the threshold" : "the threshold is never reached again";
}

/** The baseline, or those of the courses. */
function baselineSentence({ scale }: ResponseResult, baselines: readonly Estimate[]): string {
  const { minimum, maximum } = scale;
  const values = baselines
    .flatMap(({ estimate, lower, upper }) => [estimate, lower, upper])
    .filter((value) => value !== null);
  const levels = baselines.map((row) =>
    row.course === undefined
      ? formatEstimateWithInterval(row)
      : `${formatEstimateWithInterval(row)} before course ${row.course}`,
  );
  const beyond = [
    { side: "Above", end: maximum, isPassed: Math.max(...values) > maximum },
    { side: "Below", end: minimum, isPassed: Math.min(...values) < minimum },
  ]
    .filter(({ isPassed }) => isPassed)
    .map(({ side, end }) => ` ${side} ${end} it means a level that the scale cannot tell from ${end}.`);
  return `The baseline score is ${levels.join("; ")} on the scale from ${minimum} to ${maximum}.${beyond.join("")}`;
}

/** "Before the next course, which came every 28 days, the score changed by −0.3 in 30 days (95 % interval …)." */
function troughTrend({ maintenance }: ResponseResult): string[] {
  if (!maintenance) return [];
  const { medianGap, troughs, trend } = maintenance;
  const every = `every ${formatFixed(medianGap, 0)} days`;
  if (!trend) return [`Courses came ${every}; too few scores before them show a trend (${troughs.length}).`];
  return [
    `Over the ${troughs.length} scores taken before the next course, which came ${every}, the score changed by ${formatEstimateWithInterval(trend)} in 30 days.`,
  ];
}

/** What was found, course by course. */
export function foundSentences(result: ResponseResult): string[] {
  if (isPriorsAlone(result)) return [...priorsAloneSentences(result), relapseMeans(result)];
  const { estimates, nCourses } = result;
  const courses = [...estimatesByCourse(estimates).keys()];
  const baselines = baselineRows(estimates);
  const sentences = courses
    .map((course) => courseSentences(result, course))
    .filter((sentence) => sentence !== null);
  if (sentences.length === 0) return [responseSummary(result)];
  if (baselines.length > 0) sentences.unshift(baselineSentence(result, baselines));
  sentences.push(...troughTrend(result), relapseMeans(result));
  if (nCourses > 1)
    sentences.push("Each relapse day is that of the course alone, as if no other course had followed.");
  return sentences;
}
