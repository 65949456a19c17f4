import type { PooledBayesResult } from "../../schema/index.ts";
import { findEstimate } from "../estimate-rows.ts";
import { formatFixed, formatPercent, formatProbability } from "../format-number.ts";
import { ofWhom } from "./of-whom.ts";
import { formatLimits, formatPooled, plain } from "./pooled-number.ts";
import { priorName } from "./prior-rows.ts";
import { noEffectText } from "./prior-words.ts";
import { readPool } from "./read-pool.ts";

/** "3 series by Bayes’ rule". */
export function bayesSubject({ nSeries }: PooledBayesResult): string {
  return nSeries === 1 ? "1 series and a prior" : `${nSeries} series by Bayes’ rule`;
}

/** On which side of "no effect" the mean is likelier to lie, where the scale has such a value. */
function sideSentence({ belowZero, estimates, ...rest }: PooledBayesResult): string[] {
  const pool = readPool({ estimates, ...rest });
  const raw = findEstimate(estimates, "mean")?.estimate;
  const { noEffect, mean } = pool;
  if (noEffect === null || mean.estimate === null || raw === undefined || raw === null) return [];
  const probability = raw < 0 ? belowZero.mean : 1 - belowZero.mean;
  const side = mean.estimate < noEffect ? "below" : "above";
  return [
    `A value of ${noEffectText(pool)} means no effect; the mean lies ${side} it (probability: ${formatProbability(probability)}).`,
  ];
}

/** The posterior in sentences: the mean and how sure, on which side of no effect, and what a further series may show. */
export function bayesAnswer(result: PooledBayesResult): string {
  const pool = readPool(result);
  const { mean, prediction, label } = pool;
  const width = mean.lower === null || mean.upper === null ? null : mean.upper - mean.lower;
  const level = formatPercent(mean.level);
  const over = result.nSeries === 1 ? "one series" : `${result.nSeries} series`;
  const found = `${label}${ofWhom(pool, result.series)}: ${formatPooled(mean.estimate, pool, width)}, the median of what is believed of the mean after ${over} (${level} interval: ${formatLimits(mean, pool)}; prior of τ: ${priorName(result.priors.tau.label)}).`;
  const further = prediction
    ? [`In a further series like these: ${formatLimits(prediction, pool)} (${level} prediction interval).`]
    : [];
  return [found, ...sideSentence(result), ...further].join(" ");
}

/** How much series differ, before and after the data. */
export function tauSentences({ estimates, priors }: PooledBayesResult): string[] {
  const row = findEstimate(estimates, "tau");
  if (!row) return [];
  const before =
    priors.tau.median === null
      ? ""
      : ` Before the data it was taken to be as likely below ${plain(priors.tau.median)} as above.`;
  return [
    `τ, the standard deviation of the true effects between series, is ${plain(row.estimate)} (${formatPercent(row.level)} interval: ${plain(row.lower)} to ${plain(row.upper)}, on the scale of the pool).${before}`,
  ];
}

/** How far series are drawn towards their mean. */
export function shrinkageSentences({ shrinkage, nSeries }: PooledBayesResult): string[] {
  if (nSeries < 2) return [];
  const sorted = [...shrinkage].sort((a, b) => a.shrinkage - b.shrinkage);
  const [least, most] = [sorted[0]!, sorted.at(-1)!];
  const share = (value: number): string => formatProbability(value);
  return [
    `Each series is drawn towards the mean, the more the less it tells by itself: from ${share(least.shrinkage)} of the way (${least.series}) to ${share(most.shrinkage)} (${most.series}).`,
  ];
}

/** "12 times", "over 1000 times". */
export function timesText(logBayesFactor: number): string {
  const factor = Math.exp(Math.abs(logBayesFactor));
  return factor > 1000 ? "over 1000" : formatFixed(factor, factor < 10 ? 1 : 0);
}

/** What the data say for and against a mean of 0 on the scale of the pool. */
export function bayesFactorSentences(result: PooledBayesResult): string[] {
  const { logBayesFactor, priors } = result;
  if (logBayesFactor === null) return [];
  const times = timesText(logBayesFactor);
  const pool = readPool(result);
  const zero =
    pool.noEffect === null
      ? "a mean of 0 on the scale of the pool"
      : `a mean of ${noEffectText(pool)} (no effect)`;
  const [likelier, other] = logBayesFactor >= 0 ? ["any other mean", zero] : [zero, "any other mean"];
  const odds = logBayesFactor >= 0 ? `${times} : 1` : `1 : ${times}`;
  return [
    `The data are ${times} times as likely with ${likelier} as with ${other}: the Bayes factor is ${odds}. It depends on the prior of the mean (${priorName(priors.mean.label)}, on the scale of the pool): the wider that is, the more the factor speaks for ${pool.noEffect === null ? "0" : "no effect"}.`,
  ];
}
