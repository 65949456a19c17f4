import { EstimationError, InputError, type InputIssue } from "../../errors.ts";
import type { NestingLevel } from "../../schema/multilevel-result.ts";
import type { NamedEffect } from "../overlaps.ts";

/** The column that stands for the rows themselves. */
const OWN_NAME = "series";

/** What a row has in a column: its own name, or one of its further columns. */
export function columnOf(row: NamedEffect, column: string): string | undefined {
  const value = column === OWN_NAME ? row.series : row.moderators?.[column];
  return value === undefined || value === "" ? undefined : String(value);
}

/** The groups of all rows at each level, each group told apart by those it lies in. */
export interface Nesting {
  levels: NestingLevel[];
  /** For each level, outermost first, the group of every row. */
  paths: string[][];
}

/** Refuses rows that share patients across outermost groups, which are taken for independent. */
function overlapIssues(rows: readonly NamedEffect[], outermost: readonly string[]): InputIssue[] {
  return rows.flatMap((row, i) =>
    rows.flatMap((other, j) =>
      outermost[i] !== outermost[j] && (row.overlaps ?? []).includes(other.series)
        ? [
            {
              path: `rows[${i}].overlaps`,
              message: `Cannot pool "${row.series}" with "${other.series}": they share patients, but not an outermost group`,
            },
          ]
        : [],
    ),
  );
}

/**
 * Reads which group of each level every row belongs to.
 *
 * @param columns Names of levels, outermost first; `series` stands for the row itself.
 * @throws {InputError} with every row that lacks a column, or shares patients with another outermost group.
 * @throws {EstimationError} `not-identifiable` where a level has one group only, or divides the rows as the one above it.
 */
export function nestingOf(rows: readonly NamedEffect[], columns: readonly string[]): Nesting {
  if (columns.length === 0) throw new RangeError("levels needs at least one column, got none");
  const missing = rows.flatMap((row, i) =>
    columns.flatMap((column) =>
      columnOf(row, column) === undefined
        ? [
            {
              path: `rows[${i}].moderators.${column}`,
              message: `Cannot nest "${row.series}": needs ${column}, got none`,
            },
          ]
        : [],
    ),
  );
  if (missing.length > 0) throw new InputError(missing);
  const paths = columns.map((_, depth) =>
    rows.map((row) => JSON.stringify(columns.slice(0, depth + 1).map((column) => columnOf(row, column)))),
  );
  const issues = overlapIssues(rows, paths[0]!);
  if (issues.length > 0) throw new InputError(issues);
  const levels = columns.map((level, depth) => ({ level, nGroups: new Set(paths[depth]).size }));
  levels.forEach(({ level, nGroups }, depth) => {
    const above = levels[depth - 1];
    if (nGroups < 2)
      throw new EstimationError(
        "not-identifiable",
        `Cannot pool by "${level}": needs at least 2 groups, got ${nGroups}`,
      );
    if (above?.nGroups === nGroups)
      throw new EstimationError(
        "not-identifiable",
        `Cannot tell "${level}" from "${above.level}": needs a group of one with several of the other, got ${nGroups} of each`,
      );
  });
  return { levels, paths };
}
