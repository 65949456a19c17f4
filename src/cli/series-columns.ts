import type { Series } from "../schema/series.ts";

/** Columns of a file of series beside its numbers. */
export function columnsOf(series: readonly Series[]): string[] {
  return [...new Set(series.flatMap(({ moderators }) => Object.keys(moderators)))];
}

/** Numbers that every series has. */
export function numbersOf(series: readonly Series[]): string[] {
  const all = [...new Set(series.flatMap(({ summary }) => Object.keys(summary)))];
  return all.filter((column) => series.every(({ summary }) => summary[column] !== undefined));
}
