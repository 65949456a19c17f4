import { color } from "../theme.ts";
import type { VegaLitePart } from "../vega-lite-spec.ts";

/** Steps that a clinician counts in: days, weeks, months of 30 days, years. */
const DAY_STEPS = [1, 2, 5, 7, 10, 14, 30, 60, 90, 180, 360, 720, 1800, 3600];

function multiples(low: number, high: number, step: number, origin: number): number[] {
  const first = Math.ceil((low - origin) / step - 1e-9);
  const last = Math.floor((high - origin) / step + 1e-9);
  return Array.from({ length: Math.max(0, last - first + 1) }, (_, i) => origin + (first + i) * step);
}

/**
 * Days to label on an axis.
 *
 * @param most Largest count of labels that fit.
 */
export function dayTicks(low: number, high: number, most: number): number[] {
  const step = DAY_STEPS.find((days) => (high - low) / days <= most) ?? (high - low) / most;
  return multiples(low, high, step, 0);
}

/** An axis of days with a line of its own, below a plot of a width in pixels. */
export function dayAxis([low, high]: readonly [number, number], width: number): VegaLitePart {
  return {
    values: dayTicks(low, high, Math.max(3, Math.floor(width / 48))),
    format: "~f",
    grid: false,
    domain: true,
    domainColor: color.rule,
  };
}

/** Scores to label on an axis: at most six, from the lowest score of the scale. */
export function scoreTicks(minimum: number, maximum: number): number[] {
  const range = maximum - minimum;
  const power = 10 ** Math.floor(Math.log10(range / 5) + 1e-9);
  const step =
    [1, 2, 2.5, 5, 10].map((digit) => digit * power).find((size) => range / size <= 5 + 1e-9) ?? range;
  return multiples(minimum, maximum, step, minimum).map((tick) => Number(tick.toPrecision(12)));
}
