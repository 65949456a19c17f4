import type { Estimate, ResponseResult } from "../../schema/index.ts";
import { baselineRows, estimatesByCourse, findEstimate, reliefOfCourse } from "../estimate-rows.ts";
import { probabilityOf } from "../event-probabilities.ts";
import { formatEstimateWithInterval, formatPercent, formatProbability } from "../format-number.ts";
import { higherIsBetter, shareOf } from "../relapse-rule.ts";
import { reaches } from "./relapse.ts";

function reliefClause(result: ResponseResult, relief: Estimate): string {
  const share = shareOf(higherIsBetter(result));
  return `best relief of a course is ${formatEstimateWithInterval(relief).replace(/( \(|$)/u, ` ${share}$1`)}`;
}

function relapseClause(result: ResponseResult, relapse: Estimate, course: number): string {
  const never = probabilityOf(result, "neverReached", course);
  const condition = never === null ? "" : ` (probability ${formatProbability(1 - never)})`;
  if (relapse.estimate === null) return "the curve has no relapse day";
  const after = formatEstimateWithInterval(relapse).replace(/( \(|$)/u, " after the course$1");
  return `if ${reaches(result)}${condition}, relapse comes ${after}`;
}

/** What the priors alone say, in one sentence; courses have the same priors, so that the first stands for all. */
export function priorsAloneSummary(result: ResponseResult): string {
  const { estimates } = result;
  const [course] = estimatesByCourse(estimates).keys();
  const relief = course === undefined ? undefined : reliefOfCourse(estimates, course);
  const relapse = course === undefined ? undefined : findEstimate(estimates, "relapseDay", course);
  const [baseline] = baselineRows(estimates);
  const clauses = [
    ...(relief ? [reliefClause(result, relief)] : []),
    ...(relapse ? [relapseClause(result, relapse, course!)] : []),
  ];
  if (clauses.length === 0 && baseline)
    clauses.push(`the baseline is ${formatEstimateWithInterval(baseline)}`);
  return `What the priors alone say, before any score: ${clauses.join("; ")}.`;
}

/** What the priors alone say, and what that is not. */
export function priorsAloneSentences(result: ResponseResult): string[] {
  const [baseline] = baselineRows(result.estimates);
  return [
    ...(baseline ? [`The baseline score is expected at ${formatEstimateWithInterval(baseline)}.`] : []),
    priorsAloneSummary(result),
    "No score enters these numbers and the curve: they say what was taken for likely beforehand, not what was found in this patient.",
    "Set beside a fit of the same scores, they show what the scores changed.",
  ];
}

/** The probability of no effect before any score. */
export function priorsAloneNoEffect({ posterior, priors }: ResponseResult): string[] {
  const probability = posterior?.nullModel?.priorProbability ?? null;
  if (probability === null) return [];
  return [
    probability === 0
      ? `The priors “${priors.set}” take an effect for granted.`
      : `Before any score, no effect has a probability of ${formatPercent(probability)} under the priors “${priors.set}”.`,
  ];
}
