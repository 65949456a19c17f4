import type { CohortSummary } from "../../schema/cohort-result.ts";
import { rangeCells } from "./range-probability.ts";

/** Days over which a mean relief is averaged. */
const N_DAYS = 3;

/** The days for which a mean relief speaks, evenly over its span. */
export function meanDays({ fromDay, toDay }: NonNullable<CohortSummary["meanRelief"]>): number[] {
  return Array.from({ length: N_DAYS }, (_, i) => fromDay + ((toDay - fromDay) * (i + 0.5)) / N_DAYS);
}

/** A mean relief as the interval that rounds to what is printed. */
export function printedMean({ value, step }: NonNullable<CohortSummary["meanRelief"]>): {
  lower: number;
  upper: number;
  middle: number;
} {
  return { lower: value - 0.5 * step, upper: value + 0.5 * step, middle: value };
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
