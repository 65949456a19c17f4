import type { Estimate, PooledResult } from "../../schema/index.ts";
import { formatPercent } from "../format-number.ts";
import { ofWhom } from "./of-whom.ts";
import { formatLimits, formatPooled } from "./pooled-number.ts";
import { assumesOneEffect, isPooled, type ReadPool, readPool } from "./read-pool.ts";

/** "Hartung–Knapp"; the name on the command line where the result names no other. */
export function intervalName({ methods, estimates }: PooledResult): string {
  return methods?.interval ?? estimates[0]?.method ?? "";
}

/** Which side of "no effect" the limits lie on, where the scale has such a value. */
function effectSentence(pool: ReadPool): string[] {
  const { noEffect, mean } = pool;
  if (noEffect === null || mean.lower === null || mean.upper === null) return [];
  const value = pool.unit === "fraction" ? formatPercent(noEffect) : String(noEffect);
  const isInside = mean.lower <= noEffect && mean.upper >= noEffect;
  return [
    isInside
      ? `The interval holds ${value}, which means no effect: there may be none.`
      : `The interval leaves out ${value}, which means no effect.`,
  ];
}

/** Whether the pool says less than the least certain of its series. */
function widthSentence({ estimates, series, nSeries }: PooledResult): string[] {
  const [mean] = estimates;
  if (!mean || mean.lower === null || mean.upper === null) return [];
  const widest = Math.max(...series.map(({ lower, upper }) => upper - lower));
  if (mean.upper - mean.lower <= widest) return [];
  return [
    `It is wider than the widest of the series’ own: ${nSeries} series cannot tell how much such series differ, and so hardly what their mean is.`,
  ];
}

/** Whether one interval lies inside another, so that it claims to be surer. */
function isInside(inner: Estimate, outer: Estimate): boolean {
  if (inner.lower === null || inner.upper === null || outer.lower === null || outer.upper === null)
    return false;
  return inner.lower > outer.lower && inner.upper < outer.upper;
}

function predictionSentence(pool: ReadPool): string[] {
  const { prediction, mean } = pool;
  if (prediction === null || (prediction.lower === null && prediction.upper === null)) return [];
  const level = formatPercent(prediction.level);
  const limits = formatLimits(prediction, pool);
  if (isInside(prediction, mean))
    return [
      `The ${level} prediction interval for a further series (${limits}) is narrower than that of the mean, and says too little: a further series may well lie beyond both.`,
    ];
  return [`In a further series like these: ${limits} (${level} prediction interval).`];
}

/** How much one series alone says. */
function aloneSentence(result: PooledResult, pool: ReadPool): string {
  const { series, estimates } = result;
  const own = pool.series[0]!;
  const level = formatPercent(estimates[0]!.level);
  return `There is nothing to pool: ${series[0]!.series} stands alone (${nameOf(pool)}${ofWhom(pool, series)}: ${formatPooled(own.estimate, pool, own.upper - own.lower)}, its own ${level} interval: ${formatLimits(own, pool)}).`;
}

function nameOf({ label }: ReadPool): string {
  return `${label.charAt(0).toLowerCase()}${label.slice(1)}`;
}

/** Where the mean stands, if it depends on moderators. */
function atAverages({ regression }: PooledResult): string {
  const names = regression?.moderators.map(({ name }) => name).join(" and ");
  return names === undefined ? "" : ` at their average of ${names}`;
}

/** The pooled answer in sentences: the mean and how sure, whether it may be no effect, and what a further series may show. */
export function pooledAnswer(result: PooledResult): string {
  const pool = readPool(result);
  if (!isPooled(result)) return aloneSentence(result, pool);
  const { mean, label } = pool;
  const kind = assumesOneEffect(result)
    ? `taking one effect for all ${result.nSeries} series`
    : `the mean over ${result.nSeries} series${atAverages(result)}`;
  const width = mean.lower === null || mean.upper === null ? null : mean.upper - mean.lower;
  const found = `${label}${ofWhom(pool, result.series)}: ${formatPooled(mean.estimate, pool, width)}, ${kind} (${formatPercent(mean.level)} interval: ${formatLimits(mean, pool)}, ${intervalName(result)}).`;
  return [found, ...widthSentence(result), ...effectSentence(pool), ...predictionSentence(pool)].join(" ");
}
