import type { Series, SeriesSummary } from "../../src/schema/index.ts";

/** Series of given counts, named A, B, C … */
export function countedSeries(summaries: readonly SeriesSummary[]): Series[] {
  return summaries.map((summary, i) => ({
    series: String.fromCharCode(65 + i),
    summary,
    overlaps: [],
    moderators: {},
    note: null,
  }));
}

/** One group of events. */
export function proportions(events: readonly number[], n: readonly number[]): Series[] {
  return countedSeries(events.map((x, i) => ({ events: x, n: n[i]! })));
}

/** Two groups of events. */
export function tables(a: number[], n1: number[], c: number[], n2: number[]): Series[] {
  return countedSeries(
    a.map((events, i) => ({ events, n: n1[i]!, events_control: c[i]!, n_control: n2[i]! })),
  );
}
