import type { Estimate, ResponseResult } from "../../schema/index.ts";
import { baselineRows } from "../estimate-rows.ts";
import { formatFixed, formatPercent } from "../format-number.ts";
import { isPriorsAlone } from "../is-priors-alone.ts";
import { describePriors } from "../prior-text.ts";
import { warningsIn } from "./said-once.ts";

/** "5 scores", "1 course". */
export function count(n: number, noun: string): string {
  return `${n} ${noun}${n === 1 ? "" : "s"}`;
}

/** "intervals and band by posterior at 95 %", "intervals by profile at 95 %, the band by wald". */
function methods({ method, level }: Estimate, bandMethod: string): string {
  const at = `${method} at ${formatPercent(level)}`;
  return method === bandMethod
    ? `intervals and band by ${at}`
    : `intervals by ${at}, the band by ${bandMethod}`;
}

/** How the posterior was computed, for those who can judge it. */
function posteriorSentence(result: ResponseResult): string[] {
  const { posterior } = result;
  if (posterior === null) return [];
  const { nDraws, paretoShape, monteCarloError } = posterior;
  const shape = paretoShape === null ? "" : `Pareto k̂ ${formatFixed(paretoShape, 2)}, `;
  const error = `Monte-Carlo error at most ${formatFixed(100 * monteCarloError, 1)} % of an interval’s width`;
  return [
    `Estimates are ${isPriorsAlone(result) ? "medians" : "posterior medians"}, intervals cut off equal tails; from ${nDraws} weighted draws (${shape}${error}).`,
  ];
}

/** What a relief is called, and by whom; it holds for scores that are better when lower. */
function responderWords({ provenance }: ResponseResult): string[] {
  if (provenance.options.improvement === "increase") return [];
  return [
    "A fall in pain of 30 % is commonly called moderate, one of 50 % substantial (IMMPACT: Dworkin 2008, J Pain 9:105); 2 points of 10 or 30 % is what patients call much improved (Farrar 2001, Pain 94:149).",
  ];
}

/** Where the score would have been without treatment, if not on one level. */
function ownBaselines({ estimates }: ResponseResult): string[] {
  if (baselineRows(estimates).length < 2) return [];
  return [
    "Each course has its own baseline: without treatment the score would have gone straight from one course's to the next's.",
  ];
}

/** How the curve was fitted, without the priors. */
export function fittingSentences(result: ResponseResult): string[] {
  const { model, nObservations, nCourses, scale, estimates, bandMethod, observations, courses } = result;
  const first = estimates[0];
  const intervals = first ? `; ${methods(first, bandMethod)}` : "";
  const bounds = [...observations, ...courses].some(
    ({ dayEarliest, dayLatest }) => dayEarliest !== null && dayLatest !== null,
  );
  return [
    isPriorsAlone(result)
      ? `The model "${model}" was not fitted: its priors were drawn as they stand, for ${count(nCourses, "course")}${intervals}.`
      : `The model "${model}" was fitted to ${count(nObservations, "score")} and ${count(nCourses, "course")}${intervals}.`,
    `A score stands for every value that rounds to it in steps of ${scale.step}; ${scale.minimum} and ${scale.maximum} also stand for what lies beyond the scale.`,
    "A score on the very day of a course is taken to come before the infusion.",
    ...ownBaselines(result),
    ...(bounds ? ["Some days are known by bounds only; they are given with the data."] : []),
    ...posteriorSentence(result),
    ...responderWords(result),
    ...warningsIn(result, "assumptions"),
  ];
}

/** What was assumed, with every prior in natural units. */
export function assumptionSentences(result: ResponseResult): string[] {
  const priors = describePriors(result).map(({ label, words }) => `Prior of ${label}: ${words}.`);
  const set = priors.length > 0 ? [`The set of priors is "${result.priors.set}".`] : [];
  return [...fittingSentences(result), ...set, ...priors];
}
