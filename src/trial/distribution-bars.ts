import type { DistributionBar } from "../schema/randomization-result.ts";

/** Bars of a wide distribution. */
const BARS = 60;

/**
 * Counts values in bars of equal width, for a chart.
 *
 * @param values Finite, at least one.
 * @returns One bar where all are equal.
 * @example
 * distributionBars(Float64Array.of(1, 1, 1))[0]; // { from: 1, to: 1, nAssignments: 3 }
 */
export function distributionBars(values: Float64Array): DistributionBar[] {
  let [least, most] = [Infinity, -Infinity];
  for (const value of values) {
    if (value < least) least = value;
    if (value > most) most = value;
  }
  const width = (most - least) / BARS;
  if (!(width > 1e-12 * Math.max(Math.abs(least), Math.abs(most))))
    return [{ from: least, to: most, nAssignments: values.length }];
  const counts = new Uint32Array(BARS);
  for (const value of values) counts[Math.min(BARS - 1, Math.floor((value - least) / width))]!++;
  return Array.from(counts, (nAssignments, b) => ({
    from: least + b * width,
    to: b === BARS - 1 ? most : least + (b + 1) * width,
    nAssignments,
  }));
}
