import { sortedQuantile } from "../../math/descriptive/sample-quantile.ts";
import {
  fromLink,
  type Interval,
  type IntervalProblem,
  noInterval,
  type Target,
} from "../interval-method.ts";
import { equalDraws } from "./equal-draws.ts";
import type { NullDraws } from "./mixture.ts";
import type { WeightedDraws } from "./weighted-draws.ts";

/** A band from fewer wavers visibly. */
const N_DRAWS = 1000;

/**
 * The pointwise band of a curve: its median, limits and standard deviation in equally weighted draws of the mixture with
 * the null model.
 */
export function bandOf(
  curve: readonly Target[],
  draws: WeightedDraws,
  nullDraws: NullDraws | null,
  { level, seed }: Pick<IntervalProblem, "level" | "seed">,
): Interval[] {
  const nNull = Math.round(N_DRAWS * (nullDraws?.probability ?? 0));
  const nOwn = N_DRAWS - nNull;
  const values = curve.map(() => new Float64Array(N_DRAWS).fill(Number.NaN));
  equalDraws(draws, nOwn, seed).forEach((theta, i, all) => {
    const repeated = theta === all[i - 1];
    for (let k = 0; k < curve.length; k++) {
      values[k]![i] = repeated ? values[k]![i - 1]! : naturalValue(curve[k]!, theta);
    }
  });
  if (nullDraws) {
    equalDraws(nullDraws.draws, nNull, seed).forEach((theta, i) => {
      for (let k = 0; k < curve.length; k++) {
        values[k]![nOwn + i] = curve[k]!.underNull?.(theta) ?? Number.NaN;
      }
    });
  }
  return values.map((all) => medianAndLimits(all, level));
}

function naturalValue({ link, evaluate }: Target, theta: Float64Array): number {
  const value = evaluate(theta);
  return value === null ? Number.NaN : fromLink(link, value);
}

/** @param values NaN where there is none. */
function medianAndLimits(values: Float64Array, level: number): Interval {
  const existing = values.some(Number.isNaN) ? values.filter((value) => !Number.isNaN(value)) : values;
  if (existing.length === 0) return noInterval;
  const sorted = existing.slice().sort();
  const estimate = sortedQuantile(sorted, 0.5);
  const lower = sortedQuantile(sorted, 0.5 * (1 - level));
  const upper = sortedQuantile(sorted, 0.5 * (1 + level));
  const standardError = standardDeviation(existing);
  return { estimate, standardError, lower, upper, bound: "closed", linkStandardError: null };
}

function standardDeviation(values: Float64Array): number {
  let sum = 0;
  for (let i = 0; i < values.length; i++) sum += values[i]!;
  const mean = sum / values.length;
  let squares = 0;
  for (let i = 0; i < values.length; i++) squares += (values[i]! - mean) ** 2;
  return Math.sqrt(squares / values.length);
}
