import type { PooledResult } from "../../schema/pooled-result.ts";
import { halfToZeros } from "../effect-measures/define-effect-measure.ts";
import type { MantelHaenszelMeasure } from "./mantel-haenszel-measure.ts";
import { mantelHaenszelOddsRatio } from "./mantel-haenszel-odds-ratio.ts";
import { pooledTables } from "./pooled-tables.ts";
import { namedTables, type TwoByTwo } from "./two-by-two.ts";

/** Options of `poolMantelHaenszel`. */
export interface MantelHaenszelOptions {
  /** Default `mantelHaenszelOddsRatio`. */
  measure?: MantelHaenszelMeasure;
  /** Two-sided level in (0, 1); default 0.95. */
  level?: number;
}

/**
 * Pools fourfold tables by Mantel and Haenszel: one common effect, without adding anything to zeros.
 *
 * @param tables Events and patients of both groups, one for each series.
 * @returns The pool on the measure's scale, such as the log of the odds ratio, with normal limits; the tables alone and
 * Cochran's Q about the pool, for which a half is added to tables with a zero. Tables in which nobody, or everybody, had the
 * event are not in Q; where they add nothing to the pool they are left out.
 * @throws {InputError} when there is no table or a count can't be.
 * @throws {RangeError} when the level is not in (0, 1).
 * @throws {EstimationError} `not-identifiable` where the pooled effect is infinite, such as without any event in one group.
 * @see Mantel & Haenszel (1959), J Natl Cancer Inst 22:719–748. doi:10.1093/jnci/22.4.719
 * @example
 * poolMantelHaenszel([{ events: 18, n: 22, events_control: 9, n_control: 20 }]).estimates[0]!.estimate; // ln 5.5
 */
export function poolMantelHaenszel(
  tables: readonly TwoByTwo[],
  { measure = mantelHaenszelOddsRatio, level = 0.95 }: MantelHaenszelOptions = {},
): PooledResult {
  if (!(level > 0 && level < 1)) throw new RangeError(`level must lie in (0, 1), got ${level}`);
  const named = namedTables(tables);
  const cells = named.map((table) => table.cells);
  const pool = {
    method: "mantel-haenszel",
    label: "Mantel–Haenszel",
    effect: measure.effect,
    zeros: halfToZeros,
    silent: cells.map(measure.silent),
    weights: cells.map(measure.weight),
    ...measure.pool(cells),
  };
  return pooledTables(named, pool, level);
}
