import type { PoolSequence } from "../../schema/pool-sequence.ts";
import type { EffectEstimate } from "../../schema/series.ts";
import { chosenRows } from "../chosen-rows.ts";
import type { NamedEffect } from "../overlaps.ts";
import { moderatorValues } from "../regression/moderator-columns.ts";
import { type PoolSequenceOptions, poolSequence } from "./pool-sequence.ts";
import { poolStep } from "./pool-step.ts";

/** Options of `cumulatePool`. */
export type CumulatePoolOptions = PoolSequenceOptions & {
  /** Names of all series in the order in which they come in; default that of the rows. */
  order?: readonly string[];
  /** Column among the `moderators` of the rows by which series come in, such as `year`: the least first, ties as they stand. */
  orderBy?: string;
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

/** Numbers by size; where one is a text, all by their characters. */
function byColumn(rows: readonly NamedEffect[], column: string): NamedEffect[] {
  const values = moderatorValues(rows, column);
  const keys = values.every((value) => typeof value === "number") ? values : values.map(String);
  const compare = (a: number | string, b: number | string): number => (a < b ? -1 : a > b ? 1 : 0);
  return rows
    .map((row, i) => ({ row, key: keys[i]! }))
    .sort((a, b) => compare(a.key, b.key))
    .map(({ row }) => row);
}

/**
 * Pools the first series, the first two, and so on: how the answer came about.
 *
 * @param rows As for `poolEstimates`.
 * @returns One step for each series, named after the one that came in; the last is the pool of all. The first is no pool, and has
 * no interval.
 * @throws As `poolEstimates`; {RangeError} when `order` is not every series once, or stands beside `orderBy`; {InputError}
 * with every series that has no value of that column.
 * @see Lau, Antman, Jimenez-Silva, Kupelnick, Mosteller & Chalmers (1992), N Engl J Med 327:248–254.
 * doi:10.1056/NEJM199207233270406
 * @example
 * const rows = [-3.5, -1, -2].map((estimate) => ({ estimate, variance: 0.3 }));
 * cumulatePool(rows).steps[1]?.estimate; // -2.25
 */
export function cumulatePool(
  rows: readonly EffectEstimate[],
  { order, orderBy, ...options }: CumulatePoolOptions = {},
): PoolSequence {
  if (order && orderBy !== undefined)
    throw new RangeError("order and orderBy both say how series come in: please leave one out");
  const chosen = chosenRows(rows, options);
  const given = order ? inOrder(chosen.rows, order) : chosen.rows;
  const ordered = orderBy === undefined ? given : byColumn(given, orderBy);
  const steps = ordered.map(({ series }, i) => poolStep(series, ordered.slice(0, i + 1), chosen.settings));
  const asked = { ...(order && { order: [...order] }), ...(orderBy !== undefined && { orderBy }) };
  const sequence = poolSequence("cumulative-pool", steps, chosen, asked);
  return orderBy === undefined ? sequence : { ...sequence, orderedBy: orderBy };
}
