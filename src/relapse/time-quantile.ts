/** How the row of a quantile of the time to relapse is called. */
export interface TimeQuantileName {
  parameter: string;
  label: string;
}

/**
 * The name of a quantile's row: `median`, else `quantile0.25` and the like.
 *
 * @param p Share that has relapsed by then, in (0, 1).
 * @example
 * timeQuantileName(0.25).label; // "Time by which 25 % of courses have relapsed"
 */
export function timeQuantileName(p: number): TimeQuantileName {
  if (p === 0.5) return { parameter: "median", label: "Median time to relapse" };
  return {
    parameter: `quantile${p}`,
    label: `Time by which ${Number((100 * p).toPrecision(12))} % of courses have relapsed`,
  };
}

/**
 * The quantiles asked for, each once and the median first, whose row heads every table.
 *
 * @throws {RangeError} when one is not in (0, 1).
 */
export function orderedQuantiles(quantiles: readonly number[]): number[] {
  for (const p of quantiles)
    if (!(p > 0 && p < 1)) throw new RangeError(`quantiles must lie in (0, 1), got ${p}`);
  const others = [...new Set(quantiles)].filter((p) => p !== 0.5);
  return quantiles.includes(0.5) ? [0.5, ...others] : others;
}
