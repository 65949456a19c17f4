/**
 * Why a search for a minimum ended.
 *
 * - `gradient-small`: the next step promises less than the value's rounding error.
 * - `simplex-small`, `interval-small`: the points of a search without derivatives lie within the tolerance.
 * - `no-further-decrease`: no step lowers the value; see `converged`.
 * - `unbounded`: the value fell to −Infinity, or as steeply as ever for as far as the search went.
 * - `too-many-iterations`, `no-finite-start`, `no-finite-derivative`: what they say.
 */
export type MinimumEnd =
  | "gradient-small"
  | "simplex-small"
  | "interval-small"
  | "no-further-decrease"
  | "unbounded"
  | "too-many-iterations"
  | "no-finite-start"
  | "no-finite-derivative";

/** Where a search for a minimum ended, and why. */
export interface FoundMinimum {
  x: Float64Array;
  /** Infinity where the start had no finite value. */
  value: number;
  iterations: number;
  /** How often the function was computed. */
  evaluations: number;
  ended: MinimumEnd;
  /** True where the end is a minimum, as far as the method can tell. */
  converged: boolean;
}

/** What every search for a minimum lets its caller say. */
export interface SearchOptions {
  /** A difference of values that matters: 1 by default, as for log likelihoods. Differences far below it end a search. */
  unit?: number;
  maxIterations?: number;
}

/**
 * The options after defaults.
 *
 * @throws {RangeError} when one is out of range.
 */
export function searchOptions(
  { unit = 1, maxIterations }: SearchOptions,
  usual: number,
): Required<SearchOptions> {
  if (!(unit > 0 && unit < Infinity)) throw new RangeError(`unit must be positive and finite, got ${unit}`);
  const patience = maxIterations ?? usual;
  if (!(patience >= 0)) throw new RangeError(`maxIterations must not be negative, got ${patience}`);
  return { unit, maxIterations: patience };
}
