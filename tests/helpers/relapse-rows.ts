import type { RelapseRow } from "../../src/schema/relapse.ts";

/** Relapses known exactly. */
export function exactRows(...times: number[]): RelapseRow[] {
  return times.map((time) => ({ lower: time, upper: time }));
}

/** Relapses known as between two times; null at the end where there is none yet. */
export function spanRows(...spans: [lower: number, upper: number | null][]): RelapseRow[] {
  return spans.map(([lower, upper]) => ({ lower, upper }));
}

/** Rows from R's columns: a status of 1 is a relapse at its time, 0 is still well then. */
export function censoredRows(times: readonly number[], status: readonly number[]): RelapseRow[] {
  return times.map((time, i) => ({ lower: time, upper: status[i] === 1 ? time : null }));
}
