import type { ScorePairs, SummaryReport } from "../../../schema/summary-report.ts";
import { shortNumber } from "../feasible/short-number.ts";

/** One value that a patient can have, and the scores that give it. */
export interface ScoreValue {
  value: number;
  /** Pairs of scores behind a percentage; 1 for a plain score. */
  nPairs: number;
}

const MOST_VALUES = 100_000;

/**
 * All steps of a scale between two ends.
 *
 * @throws {RangeError} when there are more than 100,000.
 */
export function scaleSteps(origin: number, step: number, lower: number, upper: number): number[] {
  const first = Math.ceil((lower - origin) / step - 1e-9);
  const last = Math.floor((upper - origin) / step + 1e-9);
  const count = Math.max(last - first + 1, 0);
  if (count > MOST_VALUES)
    throw new RangeError(`A scale must have at most ${MOST_VALUES} steps, got ${count}`);
  return Array.from({ length: count }, (_, i) => origin + (first + i) * step);
}

/** Which changes of a score are allowed, as a condition on after − before. */
const CHANGES: Record<NonNullable<ScorePairs["change"]>, (change: number) => boolean> = {
  any: () => true,
  "none-worse": (change) => change <= 0,
  "all-improved": (change) => change < 0,
};

/**
 * The percentages of improvement 100 (before − after) / before that pairs of scores can give, from least to greatest.
 *
 * @param scores The scale, the least score before treatment, and what the change may be.
 * @throws {RangeError} when a score before treatment could be 0 or less, where no percentage exists.
 * @example
 * percentValues({ lower: 0, upper: 2, step: 1 }).map(({ value }) => value); // [0, 50, 100]
 */
export function percentValues(scores: ScorePairs): ScoreValue[] {
  const { lower, upper, step, beforeAtLeast = lower + step, change = "none-worse" } = scores;
  if (!(step > 0)) throw new RangeError(`scores.step must be above 0, got ${step}`);
  if (!(beforeAtLeast > 0))
    throw new RangeError(
      `scores.beforeAtLeast must be above 0 for a percentage to exist, got ${shortNumber(beforeAtLeast)}`,
    );
  const all = scaleSteps(lower, step, lower, upper);
  const found = new Map<string, ScoreValue>();
  for (const before of all.filter((score) => score >= beforeAtLeast - 1e-9 * step)) {
    for (const after of all) {
      if (!CHANGES[change](after - before)) continue;
      const value = (100 * (before - after)) / before;
      const key = value.toFixed(9);
      const known = found.get(key);
      found.set(key, { value: known?.value ?? value, nPairs: (known?.nPairs ?? 0) + 1 });
    }
  }
  return [...found.values()].sort((a, b) => a.value - b.value);
}

/** The same report, bounded by the percentages that its score pairs can give. */
export function withScoreBounds(report: SummaryReport): SummaryReport {
  if (report.scores === undefined || report.estimand === "ratio-of-means") return report;
  const values = percentValues(report.scores);
  const [first, last] = [values[0], values[values.length - 1]];
  if (first === undefined || last === undefined) return report;
  return {
    ...report,
    lower: Math.max(report.lower ?? first.value, first.value),
    upper: Math.min(report.upper ?? last.value, last.value),
  };
}
