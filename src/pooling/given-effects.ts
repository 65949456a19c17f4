import { InputError, type InputIssue } from "../errors.ts";
import type { EffectEstimate, Series, SeriesSummary } from "../schema/series.ts";

/** Two variances of one series may differ by rounding, no more. */
const SAME = 0.02;

/** Whether a series gives its effect as it is to be pooled. */
export function givesEffect({ summary }: Series): boolean {
  const { estimate, standard_error, variance } = summary;
  return estimate !== undefined && (standard_error ?? variance) !== undefined;
}

function problemOf({ series, summary }: Series): InputIssue[] {
  const { estimate, standard_error, variance } = summary;
  if (estimate === undefined || (standard_error ?? variance) === undefined) {
    const found = Object.keys(summary).join(", ") || "no number";
    const message = `needs estimate with standard_error or variance, found ${found}; of other columns the measure must be said`;
    return [{ path: series, message }];
  }
  if (standard_error === undefined || variance === undefined) return [];
  const squared = standard_error ** 2;
  if (Math.abs(squared - variance) <= SAME * variance) return [];
  const message = `needs a variance that is the square of standard_error ${standard_error}, got ${variance}`;
  return [{ path: series, column: "variance", message }];
}

function varianceOf({ variance, standard_error }: SeriesSummary): number {
  return variance ?? standard_error! ** 2;
}

/**
 * The effects of series that give an estimate with its standard error or variance, taken as they stand.
 *
 * @throws {InputError} with every series that gives none, or two variances that differ.
 * @example
 * givenEffects(readSeries("series,estimate,standard_error\nA,0.3,0.1"))[0]?.variance; // 0.01
 */
export function givenEffects(series: readonly Series[]): EffectEstimate[] {
  const issues = series.flatMap(problemOf);
  if (issues.length > 0) throw new InputError(issues);
  return series.map(({ series: name, summary, overlaps, moderators }) => ({
    estimate: summary.estimate!,
    variance: varianceOf(summary),
    series: name,
    ...(summary.n !== undefined && { n: summary.n }),
    overlaps,
    moderators,
  }));
}
