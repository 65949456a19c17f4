import { logGamma } from "../../math/special/log-gamma.ts";

/** A way to spread patients over cells. */
export interface CellCounts {
  counts: number[];
  /** ln of the number of ways. */
  logWays: number;
}

/**
 * Every way to spread n patients over cells so that the smallest and the largest value lie where they must.
 *
 * @param marks For each cell: 1 if the smallest value may lie there, 2 if the largest may, 3 for both, 0 for neither.
 * @param needed Marks that some patient must have: 3 where both a smallest and a largest value are known, 0 for none.
 */
export function cellCounts(n: number, marks: readonly number[], needed: number): CellCounts[] {
  const spread = (left: number, cells: number): number[][] =>
    cells === 1
      ? [[left]]
      : Array.from({ length: left + 1 }, (_, here) =>
          spread(left - here, cells - 1).map((rest) => [here, ...rest]),
        ).flat();
  return spread(n, marks.length)
    .filter((counts) => marks.reduce((seen, mark, c) => (counts[c]! > 0 ? seen | mark : seen), 0) === needed)
    .map((counts) => ({
      counts,
      logWays: counts.reduce((sum, count) => sum - logGamma(count + 1), logGamma(n + 1)),
    }));
}
