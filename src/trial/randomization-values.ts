import { EstimationError } from "../errors.ts";
import type { ReferenceSet } from "./reference-set.ts";
import type { EvaluateStatistic } from "./statistics/trial-statistic.ts";

/** Statistics this close, as a share of the largest, count as equal. */
const TIED = 1e-9;

/** A statistic over the assignments of a reference set. */
export interface RandomizationValues {
  values: Float64Array;
  /** Differences up to this much are roundings. */
  tolerance: number;
}

/**
 * Computes a statistic for every assignment of a reference set.
 *
 * @param second Another statistic, computed beside it; its values go to `into`.
 * @throws {EstimationError} `not-identifiable` where it does not exist for one of them.
 */
export function randomizationValues(
  set: ReferenceSet,
  evaluate: EvaluateStatistic,
  label: string,
  second?: { evaluate: EvaluateStatistic; into: Float64Array },
): RandomizationValues {
  const values = new Float64Array(set.size);
  let a = 0;
  let largest = 0;
  for (const assignment of set.each()) {
    const value = evaluate(assignment);
    if (!Number.isFinite(value))
      throw new EstimationError(
        "not-identifiable",
        `Cannot compute "${label}": needs scores under both treatments for which it exists in every assignment, got one for which it does not`,
      );
    values[a] = value;
    if (second) second.into[a] = second.evaluate(assignment);
    largest = Math.max(largest, Math.abs(value));
    a++;
  }
  return { values, tolerance: TIED * largest };
}

/**
 * How many values are as extreme as the observed one.
 *
 * @param way 1 counts high values, −1 low ones, 0 those far from the null value on either side.
 */
export function countExtreme(
  { values, tolerance }: RandomizationValues,
  observed: number,
  nullValue: number,
  way: 1 | -1 | 0,
): number {
  const distance = (value: number): number => (way === 0 ? Math.abs(value - nullValue) : way * value);
  const bar = distance(observed) - tolerance;
  let count = 0;
  for (let a = 0; a < values.length; a++) if (distance(values[a]!) >= bar) count++;
  return count;
}
