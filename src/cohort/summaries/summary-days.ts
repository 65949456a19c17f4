import type { LatentScore } from "../../response/likelihood/score-errors.ts";
import type { CohortSummary, ReportedRelief } from "../../schema/cohort-summary.ts";
import { rangeCells } from "./range-probability.ts";

/** Days over which a mean relief is averaged. */
const N_DAYS = 3;

/** The days for which a mean relief speaks, evenly over its span. */
export function meanDays({ fromDay, toDay }: ReportedRelief): number[] {
  return Array.from({ length: N_DAYS }, (_, i) => fromDay + ((toDay - fromDay) * (i + 0.5)) / N_DAYS);
}

/** A mean relief as the interval that rounds to what is printed. */
export interface PrintedMean extends LatentScore {
  /** Squared coefficient of variation (n − 1) of the patients' weights in it: 0 where all weigh the same. */
  variation: number;
}

/**
 * Reads a mean relief. In a ratio of means, Σ bᵢ rᵢ / Σ bᵢ, a patient's relief r weighs as much as the score b before treatment;
 * which patient had which score is not known, but how much the scores differ is.
 */
export function printedMean({
  value,
  step,
  estimand,
  meanBefore = 1,
  sdBefore = 0,
}: ReportedRelief): PrintedMean {
  const variation = estimand === "ratio-of-means" ? (sdBefore / meanBefore) ** 2 : 0;
  return { lower: value - 0.5 * step, upper: value + 0.5 * step, middle: value, variation };
}

/** The days between which the shortest and the longest duration, as printed, must lie. */
export function durationCells({
  minimum,
  maximum,
  step,
}: NonNullable<CohortSummary["duration"]>): ReturnType<typeof rangeCells> {
  const window = (day: number): [number, number] => [
    Math.max(day - 0.5 * step, 1e-6),
    Math.max(day + 0.5 * step, 1e-6),
  ];
  return rangeCells(window(minimum), window(maximum));
}
