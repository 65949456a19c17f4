import type { PoolSequence } from "../../schema/pool-sequence.ts";
import type { EffectEstimate } from "../../schema/series.ts";
import { chosenRows } from "../chosen-rows.ts";
import type { NamedEffect } from "../overlaps.ts";
import { type PoolSequenceOptions, poolSequence } from "./pool-sequence.ts";
import { poolStep } from "./pool-step.ts";

/** Options of `cumulatePool`. */
export type CumulatePoolOptions = PoolSequenceOptions & {
  /** Names of all series in the order in which they come in; default that of the rows. */
  order?: readonly string[];
};

function inOrder(rows: readonly NamedEffect[], order: readonly string[]): NamedEffect[] {
  const found = order.map((name) => rows.find(({ series }) => series === name));
  const unknown = order.find((_, i) => found[i] === undefined);
  if (unknown !== undefined) throw new RangeError(`order must name series of the pool, got "${unknown}"`);
  const absent = rows.find(({ series }) => !order.includes(series));
  if (absent) throw new RangeError(`order must name every series once, "${absent.series}" is missing`);
  if (order.length > rows.length)
    throw new RangeError(`order must name every series once, got ${order.length} names for ${rows.length}`);
  return found as NamedEffect[];
}

/**
 * Pools the first series, the first two, and so on: how the answer came about.
 *
 * @param rows As for `poolEstimates`.
 * @returns One step for each series, named after the one that came in; the last is the pool of all. The first is no pool, and has
 * no interval.
 * @throws As `poolEstimates`; {RangeError} when `order` is not every series once.
 * @see Lau, Antman, Jimenez-Silva, Kupelnick, Mosteller & Chalmers (1992), N Engl J Med 327:248–254.
 * doi:10.1056/NEJM199207233270406
 * @example
 * const rows = [-3.5, -1, -2].map((estimate) => ({ estimate, variance: 0.3 }));
 * cumulatePool(rows).steps[1]?.estimate; // -2.25
 */
export function cumulatePool(
  rows: readonly EffectEstimate[],
  { order, ...options }: CumulatePoolOptions = {},
): PoolSequence {
  const chosen = chosenRows(rows, options);
  const ordered = order ? inOrder(chosen.rows, order) : chosen.rows;
  const steps = ordered.map(({ series }, i) => poolStep(series, ordered.slice(0, i + 1), chosen.settings));
  return poolSequence("cumulative-pool", steps, chosen, order ? { order: [...order] } : {});
}
