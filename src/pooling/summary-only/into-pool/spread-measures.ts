import type { Series } from "../../../schema/series.ts";
import type { EffectMeasure } from "../../effect-measures/effect-measure.ts";
import { logMean } from "../../effect-measures/log-mean.ts";
import { mean } from "../../effect-measures/mean.ts";
import { meanDifference } from "../../effect-measures/mean-difference.ts";
import { ratioOfMeans } from "../../effect-measures/ratio-of-means.ts";
import { reliefLogRatio } from "../../effect-measures/relief-log-ratio.ts";
import { reliefMeanOfRatios } from "../../effect-measures/relief-mean-of-ratios.ts";
import { overlap } from "../../overlaps.ts";

/** A measure whose estimate needs no standard deviation, with the columns of its mean and of what may be unknown. */
export interface SpreadMeasure {
  readonly measure: EffectMeasure;
  /** Column of the mean; what else is reported of a patient's value is in its unit. */
  readonly mean: string;
  /** Column of the standard deviation. */
  readonly sd: string;
}

/** Every measure that can be pooled without some of its standard deviations; of two groups that of the treated may be missing. */
export const spreadMeasures: readonly SpreadMeasure[] = [
  { measure: mean, mean: "mean", sd: "sd" },
  { measure: logMean, mean: "mean", sd: "sd" },
  { measure: reliefMeanOfRatios, mean: "mean_percent", sd: "sd_percent" },
  { measure: reliefLogRatio, mean: "mean_log_ratio", sd: "sd_log_ratio" },
  { measure: meanDifference, mean: "mean", sd: "sd" },
  { measure: ratioOfMeans, mean: "mean", sd: "sd" },
];

/** The columns of a measure's mean and standard deviation; undefined where it can't be pooled without. */
export function spreadMeasureOf(measure: EffectMeasure | undefined): SpreadMeasure | undefined {
  return spreadMeasures.find((one) => one.measure === measure);
}

/** Whether a series has every column of a measure but its standard deviation. */
export function lacksSpreadOnly({ summary }: Series, { measure, sd }: SpreadMeasure): boolean {
  return (
    summary[sd] === undefined &&
    measure.needs.every((column) => column === sd || summary[column] !== undefined)
  );
}

/** Columns that say where the patients' values lie without their mean. */
const WHERE: readonly string[] = ["minimum", "maximum", "median", "lower_quartile", "upper_quartile"];

/** Whether a series gives only where its patients' values lie, not their mean. */
export function lacksMean({ summary }: Series, { measure, mean, sd }: SpreadMeasure): boolean {
  return (
    summary[mean] === undefined &&
    WHERE.some((column) => summary[column] !== undefined) &&
    measure.needs.every((column) => column === sd || column === mean || summary[column] !== undefined)
  );
}

/**
 * Whether a measure can be pooled although some of these series have no standard deviation: every other column is there, and at
 * least one standard deviation is missing. Series that give a range without a mean count among these, so that `poolSummaries` refuses them
 * by name.
 *
 * @param keep Names of series to keep where others share patients with them; those others don't count.
 * @example
 * const series = readSeries("series,n,mean_percent,lower_bound,upper_bound\nMorozumi 2009,5,73.4,0,100");
 * hasUnknownSpread(series, reliefMeanOfRatios); // true
 */
export function hasUnknownSpread(
  series: readonly Series[],
  measure: EffectMeasure | undefined,
  keep: readonly string[] = [],
): boolean {
  const found = spreadMeasureOf(measure);
  if (found === undefined) return false;
  const kept = series.filter((one) => keep.includes(one.series));
  const pooled = series.filter((one) => kept.includes(one) || !kept.some((other) => overlap(one, other)));
  const isLacking = pooled.map((one) => lacksSpreadOnly(one, found) || lacksMean(one, found));
  const isComplete = ({ summary }: Series): boolean =>
    found.measure.needs.every((column) => summary[column] !== undefined);
  return isLacking.some(Boolean) && pooled.every((one, i) => isLacking[i] || isComplete(one));
}
