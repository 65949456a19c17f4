import type { ResponseResult } from "../../schema/index.ts";
import { formatPercent } from "../format-number.ts";
import { describePriors } from "../prior-text.ts";

/** "5 scores", "1 course". */
export function count(n: number, noun: string): string {
  return `${n} ${noun}${n === 1 ? "" : "s"}`;
}

/** How the curve was fitted, without the priors. */
export function fittingSentences(result: ResponseResult): string[] {
  const { model, nObservations, nCourses, scale, estimates, bandMethod, observations, courses } = result;
  const first = estimates[0];
  const intervals = first
    ? `; intervals by ${first.method} at ${formatPercent(first.level)}, the band by ${bandMethod}`
    : "";
  const bounds = [...observations, ...courses].some(
    ({ dayEarliest, dayLatest }) => dayEarliest !== null && dayLatest !== null,
  );
  return [
    `The model "${model}" was fitted to ${count(nObservations, "score")} and ${count(nCourses, "course")}${intervals}.`,
    `A score stands for every value that rounds to it in steps of ${scale.step}; ${scale.minimum} and ${scale.maximum} also stand for what lies beyond the scale.`,
    "A score on the very day of a course is taken to come before the infusion.",
    ...(bounds ? ["Some days are known by bounds only; they are given with the data."] : []),
  ];
}

/** What was assumed, with every prior in natural units. */
export function assumptionSentences(result: ResponseResult): string[] {
  const priors = describePriors(result).map(({ label, words }) => `Prior of ${label}: ${words}.`);
  const set = priors.length > 0 ? [`The set of priors is "${result.priors.set}".`] : [];
  return [...fittingSentences(result), ...set, ...priors];
}
