import type { PooledResult } from "../../schema/pooled-result.ts";
import { asTheyAre } from "../effect-measures/define-effect-measure.ts";
import { hypergeometricMoments } from "../effect-measures/hypergeometric-moments.ts";
import { petoOddsRatio } from "../effect-measures/peto-odds-ratio.ts";
import { pooledTables } from "./pooled-tables.ts";
import { namedTables, type TwoByTwo } from "./two-by-two.ts";

/**
 * Pools fourfold tables by Peto: all observed minus expected events over the sum of their variances, a log odds ratio.
 *
 * Good where events are rare, groups alike and effects small; biased where they are not.
 *
 * @param tables Events and patients of both groups, one for each series.
 * @param options.level Two-sided level in (0, 1); default 0.95.
 * @returns The pooled log odds ratio with normal limits; the tables alone and Cochran's Q about the pool, nothing
 * being added to zeros. Tables in which nobody, or everybody, had the event are left out.
 * @throws {InputError} when there is no table or a count can't be.
 * @throws {RangeError} when the level is not in (0, 1).
 * @throws {EstimationError} `not-identifiable` where nobody, or everybody, had the event in every table.
 * @see Yusuf et al. (1985), Prog Cardiovasc Dis 27:335–371, appendix. doi:10.1016/S0033-0620(85)80003-7
 * @example
 * poolPeto([{ events: 18, n: 22, events_control: 9, n_control: 20 }]).estimates[0]!.estimate; // 1.56545454545455
 */
export function poolPeto(
  tables: readonly TwoByTwo[],
  { level = 0.95 }: { level?: number } = {},
): PooledResult {
  if (!(level > 0 && level < 1)) throw new RangeError(`level must lie in (0, 1), got ${level}`);
  const named = namedTables(tables);
  const moments = named.map(({ summary }) => hypergeometricMoments(summary));
  const weights = moments.map(({ variance }) => variance);
  const information = weights.reduce((sum, weight) => sum + weight, 0);
  const excess = moments.reduce((sum, { observed, expected }) => sum + (observed - expected), 0);
  const pool = {
    method: "peto",
    label: "Peto",
    effect: petoOddsRatio,
    zeros: asTheyAre,
    silent: weights.map((weight) => weight === 0),
    weights,
    estimate: excess / information,
    variance: 1 / information,
  };
  return pooledTables(named, pool, level);
}
