import type { ResponseResult } from "../../schema/index.ts";
import { baselineRows } from "../estimate-rows.ts";
import { formatFixed, formatPercent, formatProbability } from "../format-number.ts";
import { isPriorsAlone } from "../is-priors-alone.ts";
import { priorsAloneNoEffect } from "./priors-alone.ts";

/** Difference in log-likelihood below which two models are called about equal. */
const ABOUT_EQUAL = 2;
/** A Bayes factor that simulated patients without any effect seldom reached. */
const SELDOM_REACHED = 3;
/**
 * The largest entry of the column "BF > 3" in the rows "no effect" of docs/calibration.md, table "Response curves: the
 * default posterior", in percent.
 */
const REACHED_AT_MOST = 0.7;
/** What those simulated patients were like: of other results nothing is said. */
const STUDIED = {
  model: "plateau",
  priors: "default",
  nCourses: 1,
  fewestScores: 4,
  mostScores: 12,
} as const;
/** A Bayes factor beyond which its digits say nothing. */
const BEYOND_DOUBT = 1000;

type NullModel = NonNullable<NonNullable<ResponseResult["posterior"]>["nullModel"]>;

/** The probability of no effect where the interval of relief holds it; null where it does not, or none is known. */
export function nullNotExcluded({ posterior, estimates }: ResponseResult): number | null {
  const probability = posterior?.nullModel?.probability ?? null;
  const level = estimates[0]?.level;
  if (probability === null || level === undefined) return null;
  return level + 2 * probability >= 1 ? probability : null;
}

function bayesFactor({ logBayesFactor }: NullModel, set: string): string {
  const inDigits = (log: number): string => {
    const factor = Math.exp(log);
    if (factor > BEYOND_DOUBT) return `more than ${BEYOND_DOUBT}`;
    return factor < 10 ? formatFixed(factor, 1) : `${Number(factor.toPrecision(2))}`;
  };
  const [likelier, other] =
    logBayesFactor >= 0 ? ["with an effect", "without one"] : ["without any effect", "with one"];
  return `The scores are ${inDigits(Math.abs(logBayesFactor))} times as likely ${likelier} as ${other} (the Bayes factor, under the priors “${set}”).`;
}

function wasStudied({ model, priors, nCourses, nObservations }: ResponseResult): boolean {
  const { fewestScores, mostScores } = STUDIED;
  const enough = nObservations >= fewestScores && nObservations <= mostScores;
  return enough && model === STUDIED.model && priors.set === STUDIED.priors && nCourses === STUDIED.nCourses;
}

function seldomReached(): string {
  const { fewestScores, mostScores, priors } = STUDIED;
  const who = `simulated patients without any effect (one course, ${fewestScores} to ${mostScores} scores, the ${priors} priors)`;
  return `Of ${who}, at most ${REACHED_AT_MOST} % had a Bayes factor above ${SELDOM_REACHED}.`;
}

function byPosterior(result: ResponseResult, nullModel: NullModel): string[] {
  const { priorProbability, probability, logBayesFactor } = nullModel;
  const after = formatProbability(probability);
  const verdict = nullNotExcluded(result)
    ? ": no effect is not excluded, and the lower limit of relief is 0."
    : `. A score that only scatters about ${baselineRows(result.estimates).length > 1 ? "the courses’ baselines" : "one level"} hardly fits them; whether the treatment moved it, scores without a control period cannot show.`;
  const sentences = [
    priorProbability === 0
      ? "These priors take an effect for granted: no scores could make no effect probable."
      : `Before the scores, no effect had a probability of ${formatPercent(priorProbability)}; after them, ${after}${verdict}`,
    bayesFactor(nullModel, result.priors.set),
  ];
  if (logBayesFactor > Math.log(SELDOM_REACHED) && wasStudied(result)) sentences.push(seldomReached());
  return sentences;
}

function byLikelihood({ fit, noEffect, estimates }: ResponseResult): string[] {
  const level =
    baselineRows(estimates).length > 1 ? "a line from baseline to baseline" : "a constant baseline";
  const gain = fit.logLikelihood - noEffect!.logLikelihood;
  const numbers = `log-likelihood ${formatFixed(fit.logLikelihood, 1)} with an effect, ${formatFixed(noEffect!.logLikelihood, 1)} without`;
  const verdict =
    gain > ABOUT_EQUAL
      ? `A curve with an effect describes the scores better than ${level} (${numbers}).`
      : `${level.replace(/^./u, (letter) => letter.toUpperCase())}, without any effect, describes the scores about as well (${numbers}): no effect is not excluded.`;
  const sentences = [verdict, "The curve has more parameters, so part of any advantage comes by itself."];
  if (fit.aicc !== null && noEffect!.aicc !== null) {
    sentences.push(
      `The AICc, which charges for parameters, is ${formatFixed(fit.aicc, 1)} with an effect and ${formatFixed(noEffect!.aicc, 1)} without; lower is better.`,
    );
  }
  return [...sentences, "No probability of an effect is computed by this method."];
}

/** How the fit compares with no effect at all, in cautious words. */
export function noEffectSentences(result: ResponseResult): string[] {
  if (result.noEffect === null) return ["This is the model without any effect; nothing is compared with it."];
  if (isPriorsAlone(result)) return priorsAloneNoEffect(result);
  const nullModel = result.posterior?.nullModel;
  return nullModel ? byPosterior(result, nullModel) : byLikelihood(result);
}
