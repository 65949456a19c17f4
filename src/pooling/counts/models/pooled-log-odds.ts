import type { SeriesSummary } from "../../../schema/series.ts";

/** Log odds of all patients together, with half an event added to either side. */
export function pooledLogOdds(summaries: readonly SeriesSummary[]): number {
  let [events, others] = [0.5, 0.5];
  for (const summary of summaries) {
    events += summary.events!;
    others += summary.n! - summary.events!;
  }
  return Math.log(events / others);
}
