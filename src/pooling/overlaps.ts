import { InputError, type InputIssue } from "../errors.ts";
import type { PooledResult } from "../schema/pooled-result.ts";
import type { EffectEstimate } from "../schema/series.ts";

/** An effect estimate with a name. */
export interface NamedEffect extends EffectEstimate {
  series: string;
}

/** A series that may name others with which it shares patients. */
export type Overlapping = Pick<NamedEffect, "series" | "overlaps">;

/** What is pooled, and what is not. */
export interface Selection<Row extends Overlapping = NamedEffect> {
  pooled: Row[];
  leftOut: PooledResult["leftOut"];
}

/** Whether one of two series names the other as one with shared patients. */
export function overlap(a: Overlapping, b: Overlapping): boolean {
  return (a.overlaps ?? []).includes(b.series) || (b.overlaps ?? []).includes(a.series);
}

/** Pairs of rows that share patients, by what they declare. */
export function overlappingPairs<Row extends Overlapping>(rows: readonly Row[]): [Row, Row][] {
  return rows.flatMap((a, i) =>
    rows.slice(i + 1).flatMap((b) => (overlap(a, b) ? [[a, b] as const] : [])),
  ) as [Row, Row][];
}

/**
 * Lets only series that share no patients into one pool. Overlap is declared, never guessed.
 *
 * @param rows With names of their own.
 * @param keep Names of series to keep; those that overlap one of them are left out, with the reason.
 * @throws {InputError} naming every pair that would count patients twice.
 * @throws {RangeError} when a name to keep is not among the rows.
 */
export function withoutOverlaps<Row extends Overlapping>(
  rows: readonly Row[],
  keep: readonly string[],
): Selection<Row> {
  const unknown = keep.find((name) => !rows.some(({ series }) => series === name));
  if (unknown !== undefined) throw new RangeError(`keep must name series of the pool, got "${unknown}"`);
  const kept = rows.filter(({ series }) => keep.includes(series));
  const pooled: Row[] = [];
  const leftOut: Selection["leftOut"] = [];
  for (const row of rows) {
    const rival = kept.find((other) => other !== row && overlap(other, row));
    if (rival !== undefined && !kept.includes(row)) {
      leftOut.push({ series: row.series, reason: `Shares patients with ${rival.series}, which was kept` });
    } else pooled.push(row);
  }
  const issues: InputIssue[] = overlappingPairs(pooled).map(([a, b]) => ({
    path: `rows[${rows.indexOf(b)}].overlaps`,
    message: `Cannot pool "${a.series}" with "${b.series}": they share patients; name the one to keep`,
  }));
  if (issues.length > 0) throw new InputError(issues);
  return { pooled, leftOut };
}
