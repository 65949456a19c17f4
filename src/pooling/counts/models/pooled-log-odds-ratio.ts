import type { SeriesSummary } from "../../../schema/series.ts";
import { cellsOf } from "../cells-of.ts";

/** Mantel and Haenszel's log odds ratio with half a patient added to either sum. */
export function pooledLogOddsRatio(summaries: readonly SeriesSummary[]): number {
  let [alike, opposed] = [0.5, 0.5];
  for (const { a, b, c, d, total } of summaries.map(cellsOf)) {
    alike += (a * d) / total;
    opposed += (b * c) / total;
  }
  return Math.log(alike / opposed);
}
