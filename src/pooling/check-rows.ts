import { EstimationError, InputError, type InputIssue } from "../errors.ts";
import type { EffectEstimate } from "../schema/series.ts";
import type { NamedEffect } from "./overlaps.ts";

/** Every problem of one row. */
function rowIssues(row: EffectEstimate, i: number): InputIssue[] {
  const issues: InputIssue[] = [];
  if (!Number.isFinite(row.estimate))
    issues.push({
      path: `rows[${i}].estimate`,
      message: `Cannot pool: needs a finite number, got ${row.estimate}`,
    });
  if (!(row.variance > 0 && row.variance < Infinity))
    issues.push({
      path: `rows[${i}].variance`,
      message: `Cannot pool: needs a finite variance above 0, got ${row.variance}`,
    });
  return issues;
}

/**
 * Checks all rows and names those without a name by their place.
 *
 * @throws {InputError} with every number that cannot be pooled, and every name given twice.
 * @throws {EstimationError} `too-few-observations` where there is no row.
 */
export function checkRows(rows: readonly EffectEstimate[]): NamedEffect[] {
  if (rows.length === 0)
    throw new EstimationError("too-few-observations", "Cannot pool: needs at least 1 series, got 0");
  const named = rows.map((row, i) => ({ ...row, series: row.series ?? `Series ${i + 1}` }));
  const issues = named.flatMap(rowIssues);
  named.forEach(({ series }, i) => {
    if (named.findIndex((other) => other.series === series) < i)
      issues.push({
        path: `rows[${i}].series`,
        message: `Cannot pool: every series needs a name of its own, got "${series}" twice`,
      });
  });
  if (issues.length > 0) throw new InputError(issues);
  return named;
}
