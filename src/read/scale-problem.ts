import type { Scale } from "../schema/index.ts";

/** Share of a step by which a score may miss the grid, for the sake of rounding. */
const GRID_TOLERANCE = 1e-9;

/**
 * Whether a number stands on the grid minimum + k · step, to within 10⁻⁹ of a step.
 *
 * @param value Any number, on the scale or beyond its ends.
 * @param scale Its minimum and step.
 * @returns True where k is whole.
 * @example
 * isOnGrid(7.5, { minimum: 0, maximum: 10, step: 0.5 }); // true
 */
export function isOnGrid(value: number, scale: Scale): boolean {
  const steps = (value - scale.minimum) / scale.step;
  return Math.abs(steps - Math.round(steps)) <= GRID_TOLERANCE;
}

/**
 * What is wrong with a scale.
 *
 * @param scale Three numbers.
 * @returns What it needs and what was found; undefined where the scale is sound.
 * @example
 * scaleProblem({ minimum: 0, maximum: 10, step: 3 }); // "must span whole steps, got 0–10 in steps of 3"
 */
export function scaleProblem(scale: Scale): string | undefined {
  const { minimum, maximum, step } = scale;
  if (![minimum, maximum, step].every(Number.isFinite)) {
    return `must have a finite minimum, maximum and step, got ${minimum}, ${maximum} and ${step}`;
  }
  if (minimum >= maximum) return `must run from a lower to a higher score, got ${minimum}–${maximum}`;
  if (step <= 0) return `must have a step above 0, got ${step}`;
  if (step > maximum - minimum || !isOnGrid(maximum, scale)) {
    return `must span whole steps, got ${minimum}–${maximum} in steps of ${step}`;
  }
  return undefined;
}
