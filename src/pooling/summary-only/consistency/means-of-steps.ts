import type { PrintedRange } from "../feasible/printed-range.ts";

/** Sums of n steps whose mean prints as reported, and the nearest means there are. */
export interface SumsOfSteps {
  /** First and last sum, counted in steps above n times the origin; none where the first is greater. */
  first: number;
  last: number;
  /** Possible means just below and just above the printed one. */
  nearest: [number, number];
}

/**
 * The sums of n scores on a scale of equal steps whose mean prints as reported.
 *
 * @param mean Ends of the printed mean.
 * @param n Patients.
 * @param step Step of the scale, > 0.
 * @param origin A score on the scale.
 */
export function meansOfSteps(mean: PrintedRange, n: number, step: number, origin: number): SumsOfSteps {
  const unit = step / n;
  const middle = (mean.lower + mean.upper) / 2;
  const below = Math.floor((middle - origin) / unit + 1e-9);
  return {
    first: Math.ceil((mean.lower - origin) / unit - 1e-9 * n),
    last: Math.floor((mean.upper - origin) / unit + 1e-9 * n),
    nearest: [origin + (below * step) / n, origin + ((below + 1) * step) / n],
  };
}
