import { EstimationError } from "../../../errors.ts";
import type { SummaryReport } from "../../../schema/summary-report.ts";
import { findClashes } from "../feasible/find-clashes.ts";
import { quantileRanks, quantileWeights } from "../feasible/order-statistic.ts";
import { reportRanges } from "../feasible/report-ranges.ts";
import type { SampleConditions } from "../feasible/sample-region.ts";
import { conditionsOf, statementsOf } from "../feasible/statements.ts";
import { percentValues, type ScoreValue, scaleSteps } from "./score-values.ts";

/** A quantile of two neighbouring ranks: (1 − share) x_first + share x_second = value, ranks counted from 0. */
export interface SpaceQuantile {
  first: number;
  second: number;
  share: number;
  value: number;
}

/** The samples to search: ordered picks from a list of values, and what they must meet. */
export interface SampleSpace {
  n: number;
  /** Values a patient can have, ascending, less `origin`. */
  values: Float64Array;
  nPairs: readonly number[];
  origin: number;
  /** Ends of the value at each rank. */
  lower: Float64Array;
  upper: Float64Array;
  quantiles: readonly SpaceQuantile[];
  /** Ends of the sum and of the squared standard deviation times n − 1, less the origin. */
  sum: { lower: number; upper: number };
  squares: { lower: number; upper: number };
  tolerance: number;
}

/**
 * The values that a patient of this report can have.
 *
 * @throws {EstimationError} `not-identifiable` where the report does not say; `no-sample` where its numbers contradict one another.
 */
export function valuesOf(report: SummaryReport): ScoreValue[] {
  const { step, scores, n } = report;
  if (scores !== undefined) return percentValues(scores);
  if (step === undefined)
    throw new EstimationError(
      "not-identifiable",
      "Reconstruction needs the step of one patient's value, or its scores, got neither",
    );
  const statements = statementsOf(report);
  const ends = reportRanges(n, statements)?.ends;
  if (ends === undefined)
    throw new EstimationError(
      "no-sample",
      findClashes(n, statements)
        .map(({ message }) => message)
        .join("; "),
    );
  const [lower, upper] = [ends.get("minimum")?.lower, ends.get("maximum")?.upper];
  if (lower === undefined || lower === null || upper === undefined || upper === null)
    throw new EstimationError(
      "not-identifiable",
      "Reconstruction needs both bounds of one patient's value, or numbers that imply them, got neither",
    );
  const origin = report.lower ?? report.minimum ?? 0;
  return scaleSteps(origin, step, lower, upper).map((value) => ({ value, nPairs: 1 }));
}

function boxes(conditions: SampleConditions): { lower: Float64Array; upper: Float64Array } {
  const { n } = conditions;
  const lower = new Float64Array(n).fill(conditions.lower);
  const upper = new Float64Array(n).fill(conditions.upper);
  for (const { probability, value } of conditions.quantiles) {
    const ranks = quantileRanks(n, probability);
    for (let i = 0; i < ranks[0]!; i++) upper[i] = Math.min(upper[i]!, value);
    for (let i = ranks[ranks.length - 1]! - 1; i < n; i++) lower[i] = Math.max(lower[i]!, value);
  }
  return { lower, upper };
}

function twoRanked({ n, quantiles }: SampleConditions, origin: number): SpaceQuantile[] {
  return quantiles.flatMap(({ probability, value }) => {
    const [first, second] = quantileRanks(n, probability);
    if (first === undefined || second === undefined) return [];
    const share = quantileWeights(n, probability)(first);
    return [{ first: first - 1, second: second - 1, share, value: value - origin }];
  });
}

/**
 * Writes a report as a space of samples from the values that a patient can have.
 *
 * @param values As `valuesOf` gives them; at least one.
 * @param conditions As `conditionsOf` gives them.
 */
export function sampleSpace(values: readonly ScoreValue[], conditions: SampleConditions): SampleSpace {
  const { n, mean, sd } = conditions;
  const origin = values[0]!.value;
  const { lower, upper } = boxes(conditions);
  const scale = Math.max(Math.abs(origin), Math.abs(values[values.length - 1]!.value), Number.MIN_VALUE);
  return {
    n,
    values: Float64Array.from(values, ({ value }) => value - origin),
    nPairs: values.map(({ nPairs }) => nPairs),
    origin,
    lower: lower.map((end) => end - origin),
    upper: upper.map((end) => end - origin),
    quantiles: twoRanked(conditions, origin),
    sum: mean
      ? { lower: n * (mean.lower - origin), upper: n * (mean.upper - origin) }
      : { lower: Number.NEGATIVE_INFINITY, upper: Number.POSITIVE_INFINITY },
    squares: sd
      ? { lower: (n - 1) * Math.max(sd.lower, 0) ** 2, upper: (n - 1) * sd.upper ** 2 }
      : { lower: 0, upper: Number.POSITIVE_INFINITY },
    tolerance: 1e-9 * n * scale,
  };
}

/** The space of a report whose statements don't contradict each other at sight; undefined where they do, or no value is left. */
export function spaceOf(report: SummaryReport): SampleSpace | undefined {
  const values = valuesOf(report);
  const conditions = conditionsOf(report.n, statementsOf(report));
  return conditions && values.length > 0 ? sampleSpace(values, conditions) : undefined;
}

/** Picks of n values, order aside, before any condition: C(m + n − 1, n), as a double. */
export function nPicks({ n, values }: SampleSpace): number {
  let picks = 1;
  for (let i = 0; i < n; i++) picks *= (values.length + i) / (i + 1);
  return picks;
}
